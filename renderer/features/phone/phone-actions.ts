import { setContextKey } from '#renderer/client/commands/index.ts';
import { client } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { ApiMock, PhoneRequest } from '#shared/model/phone.ts';
import type { CompileMode, MerchantsText } from '#shared/model/simulator.ts';
import { changePhone, usePhones } from './phone-store.ts';

function openWorkspaceId(): string | null {
  return useWorkspace.getState().workspace?.workspaceId ?? null;
}

export function requestOf(phoneId: string, request: PhoneRequest): Promise<unknown> {
  return client.simulator.request({ phoneId, request });
}

/** Changes what is around the program; the frame follows at once. Phones side by side differ in their merchant only: it is changed for all of them. */
export async function changeEnvironment(phoneId: string, change: Partial<PhoneEnvironment>): Promise<void> {
  const { phones, layout } = usePhones.getState();
  const changed = phones
    .filter((phone) => phone.phoneId === phoneId || layout === 'side-by-side')
    .map((phone) => ({ ...phone.environment, ...change, phoneId: phone.phoneId }));
  for (const { phoneId: id, ...environment } of changed) {
    changePhone(id, () => ({ environment }));
    usePhones.setState({ lastEnvironment: environment });
  }
  await Promise.all(changed.map(({ phoneId: id, ...environment }) => client.simulator.setEnvironment({ phoneId: id, environment })));
}

/** The home key: the program goes to the background. */
export async function leaveProgram(phoneId: string): Promise<void> {
  await requestOf(phoneId, { kind: 'app-event', event: 'hide' });
  changePhone(phoneId, () => ({ away: true }));
}

export async function returnToProgram(phoneId: string): Promise<void> {
  changePhone(phoneId, () => ({ away: false }));
  await requestOf(phoneId, { kind: 'app-event', event: 'show' });
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

/** Adds a compile mode, in the place of the one that was called `before`. */
export async function saveMode(mode: CompileMode, before: string | undefined): Promise<void> {
  const { modes } = usePhones.getState();
  const at = modes.findIndex(({ name }) => name === before);
  await saveModes(at === -1 ? [...modes, mode] : modes.with(at, mode));
}

/** Keeps a mock with the project; it is shown at once, and not any more when it could not be kept. */
export async function saveMock(mock: ApiMock): Promise<void> {
  const workspaceId = openWorkspaceId();
  if (workspaceId === null) return;
  const before = usePhones.getState().mocks;
  const others = before.filter(({ api }) => api !== mock.api);
  usePhones.setState({ mocks: mock.outcome === 'default' ? others : [...others, mock] });
  try {
    await client.simulator.saveMock({ workspaceId, mock });
  } catch (error) {
    usePhones.setState({ mocks: before });
    throw error;
  }
}

/** Everybody the project can be run as; the rows of a merchants file stay among them until another is opened. */
export async function loadMerchants(file: MerchantsText | null = usePhones.getState().merchantsFile): Promise<void> {
  const workspaceId = openWorkspaceId();
  if (workspaceId === null) return;
  const merchants = await client.simulator.merchants({ workspaceId, ...(file ? { file } : {}) });
  if (openWorkspaceId() === workspaceId) usePhones.setState({ merchants, merchantsFile: file });
}

async function takeProject(workspaceId: string): Promise<void> {
  const [devices, project] = await Promise.all([client.simulator.devices(), client.simulator.project({ workspaceId })]);
  if (openWorkspaceId() !== workspaceId) return;
  usePhones.setState({ devices, ...project });
  setContextKey('phoneRunnable', project.runnable);
}

let loading: Promise<void> = Promise.resolve();

/** Devices, pages, modes and mocks of the open project. One after the other: an answer that was overtaken would bring back what was before. */
export function loadProject(workspaceId: string): Promise<void> {
  const take = (): Promise<void> => takeProject(workspaceId);
  loading = loading.then(take, take);
  return loading;
}
