import { setContextKey } from '#renderer/client/commands/index.ts';
import { client } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { ApiMock, PhoneRequest } from '#shared/model/phone.ts';
import type { CompileMode } from '#shared/model/simulator.ts';
import { changePhone, phoneOf, usePhones } from './phone-store.ts';

function openWorkspaceId(): string | null {
  return useWorkspace.getState().workspace?.workspaceId ?? null;
}

export function requestOf(phoneId: string, request: PhoneRequest): Promise<unknown> {
  return client.simulator.request({ phoneId, request });
}

/** Changes what is around the program; the frame follows at once. */
export async function changeEnvironment(phoneId: string, change: Partial<PhoneEnvironment>): Promise<void> {
  const phone = phoneOf(phoneId);
  if (!phone) return;
  const environment = { ...phone.environment, ...change };
  changePhone(phoneId, () => ({ environment }));
  await client.simulator.setEnvironment({ phoneId, environment });
}

export async function evaluate(phoneId: string, source: string): Promise<unknown> {
  return client.simulator.evaluate({ phoneId, source });
}

export async function saveModes(modes: CompileMode[]): Promise<void> {
  const workspaceId = openWorkspaceId();
  if (workspaceId === null) return;
  await client.simulator.saveModes({ workspaceId, modes });
  usePhones.setState({ modes });
}

export async function saveMock(mock: ApiMock): Promise<void> {
  const workspaceId = openWorkspaceId();
  if (workspaceId === null) return;
  await client.simulator.saveMock({ workspaceId, mock });
  usePhones.setState(({ mocks }) => {
    const others = mocks.filter(({ api }) => api !== mock.api);
    return { mocks: mock.outcome === 'default' ? others : [...others, mock] };
  });
}

export async function loadMerchants(file?: { format: 'csv' | 'json'; text: string }): Promise<void> {
  const workspaceId = openWorkspaceId();
  if (workspaceId === null) return;
  usePhones.setState({ merchants: await client.simulator.merchants({ workspaceId, ...(file ? { file } : {}) }) });
}

/** Devices, pages, modes and mocks of the open project. */
export async function loadProject(workspaceId: string): Promise<void> {
  const [devices, project] = await Promise.all([client.simulator.devices(), client.simulator.project({ workspaceId })]);
  if (openWorkspaceId() !== workspaceId) return;
  usePhones.setState({ devices, ...project });
  setContextKey('phoneRunnable', project.runnable);
}
