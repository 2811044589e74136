import { setContextKey } from '#renderer/client/commands/index.ts';
import { attempt, client, subscribe } from '#renderer/client/index.ts';
import { onWorkspaceEvent, useWorkspace } from '#renderer/features/workspace/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { ApiMock, PhoneInput, PhoneRequest } from '#shared/model/phone.ts';
import { type CompileMode, maximumPhones, type OpenedPhone } from '#shared/model/simulator.ts';
import { changePhone, type Phone, phoneOf, usePhones } from './phone-store.ts';
import { afterEvents } from './take-events.ts';

function openWorkspaceId(): string | null {
  return useWorkspace.getState().workspace?.workspaceId ?? null;
}

const watches = new Map<string, () => void>();

function newPhone({ phoneId, url, environment, merchant }: OpenedPhone): Phone {
  return {
    ...{ phoneId, url, environment, merchant, generation: 0, status: { kind: 'starting' }, title: '', stack: [], updatedAt: null, picked: null },
    ...{ console: [], calls: [], performance: [], storageVersion: 0, contentVersion: 0 },
  };
}

/** Input made on one phone goes to the others, as the mode says. */
function passOn(from: string, input: PhoneInput): void {
  const { input: mode, leaderId, phones, layout } = usePhones.getState();
  const leads = mode === 'synchronised' || (mode === 'led' && leaderId === from);
  if (layout !== 'side-by-side' || !leads) return;
  for (const { phoneId } of phones) if (phoneId !== from) attempt(() => client.simulator.request({ phoneId, request: { kind: 'mirror', input } }));
}

function watch(phoneId: string): void {
  const stop = subscribe(
    (signal) => client.simulator.watch({ phoneId }, { signal }),
    (events) => {
      changePhone(phoneId, (phone) => afterEvents(phone, events));
      for (const { report } of events) if (report.type === 'input') passOn(phoneId, report.input);
    },
  );
  watches.set(phoneId, stop);
}

function currentLaunch(): { path: string; query: string; scene: string } | undefined {
  const { modes, activeMode } = usePhones.getState();
  const mode = modes.find(({ name }) => name === activeMode);
  return mode && { path: mode.page, query: mode.query, scene: mode.scene };
}

/** Opens a phone for a merchant, or with the project's own `ext.json`. Refused beyond the limit. */
export async function openPhone(merchantKey?: string): Promise<void> {
  const workspaceId = openWorkspaceId();
  if (workspaceId === null || usePhones.getState().phones.length >= maximumPhones) return;
  const launch = currentLaunch();
  const environment = usePhones.getState().phones[0]?.environment;
  const opened = await client.simulator.open({
    workspaceId,
    ...(merchantKey === undefined ? {} : { merchantKey }),
    ...(launch ? { launch } : {}),
    ...(environment ? { environment } : {}),
  });
  usePhones.setState(({ phones, activeId, leaderId }) => ({
    phones: [...phones, newPhone(opened)],
    activeId: activeId ?? opened.phoneId,
    leaderId: leaderId ?? opened.phoneId,
  }));
  watch(opened.phoneId);
}

export async function closePhone(phoneId: string): Promise<void> {
  watches.get(phoneId)?.();
  watches.delete(phoneId);
  usePhones.setState(({ phones, activeId, leaderId }) => {
    const left = phones.filter((phone) => phone.phoneId !== phoneId);
    const first = left[0]?.phoneId ?? null;
    return { phones: left, activeId: activeId === phoneId ? first : activeId, leaderId: leaderId === phoneId ? first : leaderId };
  });
  await client.simulator.close({ phoneId });
}

export async function closeAllPhones(): Promise<void> {
  await Promise.all(usePhones.getState().phones.map(({ phoneId }) => closePhone(phoneId)));
}

/** Runs the phone as another merchant, in the same place of the window. */
export async function switchMerchant(phoneId: string, merchantKey: string | undefined): Promise<void> {
  const at = usePhones.getState().phones.findIndex((phone) => phone.phoneId === phoneId);
  await closePhone(phoneId);
  await openPhone(merchantKey);
  usePhones.setState(({ phones }) => {
    const opened = phones.at(-1);
    return opened ? { phones: phones.slice(0, -1).toSpliced(at, 0, opened), activeId: opened.phoneId } : {};
  });
}

export async function restartPhone(
  phoneId: string,
  options: { clearData?: boolean; launch?: { path: string; query: string; scene: string } } = {},
): Promise<void> {
  const launch = options.launch ?? currentLaunch();
  await client.simulator.restart({ phoneId, clearData: options.clearData ?? false, ...(launch ? { launch } : {}) });
  changePhone(phoneId, ({ generation }) => ({
    ...{ generation: generation + 1, status: { kind: 'starting' }, stack: [], console: [], calls: [], performance: [], picked: null },
  }));
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

async function loadProject(workspaceId: string): Promise<void> {
  const [devices, project] = await Promise.all([client.simulator.devices(), client.simulator.project({ workspaceId })]);
  if (openWorkspaceId() !== workspaceId) return;
  usePhones.setState({ devices, ...project });
  setContextKey('phoneRunnable', project.runnable);
}

/** Shows the phone beside the editor, starting one when there is none. */
export async function showPhone(): Promise<void> {
  usePhones.setState({ layout: 'pane' });
  setContextKey('phoneShown', true);
  const workspaceId = openWorkspaceId();
  if (workspaceId === null) return;
  if (usePhones.getState().pages.length === 0) await loadProject(workspaceId);
  if (usePhones.getState().runnable && usePhones.getState().phones.length === 0) await openPhone();
}

export function hidePhone(): void {
  usePhones.setState({ layout: 'hidden' });
  setContextKey('phoneShown', false);
}

export async function showSideBySide(): Promise<void> {
  await showPhone();
  usePhones.setState({ layout: 'side-by-side' });
  await loadMerchants();
}

/** Follows the open folder: its pages, modes and mocks, and an end of every phone when it is closed. */
export function followWorkspaceInPhones(): () => void {
  let known: string | null = null;
  const take = (): void => {
    const workspaceId = openWorkspaceId();
    if (workspaceId === known) return;
    known = workspaceId;
    attempt(async () => {
      await closeAllPhones();
      usePhones.setState({ runnable: false, pages: [], entryPagePath: '', modes: [], activeMode: null, mocks: [], merchants: [] });
      if (workspaceId === null) return hidePhone();
      await loadProject(workspaceId);
      if (usePhones.getState().layout !== 'hidden') await showPhone();
    });
  };
  const stops = [
    useWorkspace.subscribe(take),
    onWorkspaceEvent((event) => {
      const touched = event.type === 'changed' && event.files.some((file) => /(^|\/)(app\.json|mini\.project\.json)$|^\.minifoundry\//.test(file));
      if (known !== null && touched) attempt(() => loadProject(known ?? ''));
    }),
  ];
  take();
  return () => {
    for (const stop of stops) stop();
  };
}
