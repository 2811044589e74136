import { attempt, client, subscribe } from '#renderer/client/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import type { PhoneEnvironment } from '#shared/model/device.ts';
import type { PhoneInput, PhoneReport } from '#shared/model/phone.ts';
import { maximumPhones, type OpenedPhone } from '#shared/model/simulator.ts';
import { firstEnvironment } from './first-environment.ts';
import { changePhone, type Phone, usePhones } from './phone-store.ts';
import { afterEvents, afterReload } from './take-events.ts';

const watches = new Map<string, () => void>();

function newPhone({ phoneId, url, environment, merchant }: OpenedPhone): Phone {
  return {
    ...{ phoneId, url, environment, merchant, generation: 0, status: { kind: 'starting' }, title: '', stack: [], picked: null, away: false },
    ...{ console: [], calls: [], performance: [], storageVersion: 0, contentVersion: 0, findings: null },
  };
}

/** Input made on one phone goes to the others, as the mode says. */
function passOn(from: string, input: PhoneInput): void {
  const { input: mode, leaderId, phones, layout } = usePhones.getState();
  const leads = mode === 'synchronised' || (mode === 'led' && leaderId === from);
  if (layout !== 'side-by-side' || !leads) return;
  for (const { phoneId, status } of phones)
    if (phoneId !== from && status.kind === 'running') attempt(() => client.simulator.request({ phoneId, request: { kind: 'mirror', input } }));
}

/** A key for the workbench that was pressed in a phone's frame counts while the keyboard is there. */
function pressKey(phoneId: string, { type: _, ...key }: Extract<PhoneReport, { type: 'key' }>): void {
  const frame = document.activeElement;
  if (!(frame instanceof HTMLIFrameElement) || frame.dataset.phone !== phoneId) return;
  frame.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
}

function watch(phoneId: string): void {
  const stop = subscribe(
    (signal) => client.simulator.watch({ phoneId }, { signal }),
    (events) => {
      changePhone(phoneId, (phone) => afterEvents(phone, events));
      for (const { report } of events) {
        if (report.type === 'input') passOn(phoneId, report.input);
        if (report.type === 'key') pressKey(phoneId, report);
      }
    },
  );
  watches.set(phoneId, stop);
}

function stopWatching(phoneId: string): void {
  watches.get(phoneId)?.();
  watches.delete(phoneId);
}

/** How the chosen compile mode starts the program; undefined for the normal start. */
export function currentLaunch(): { path: string; query: string; scene: string } | undefined {
  const { modes, activeMode } = usePhones.getState();
  const mode = modes.find(({ name }) => name === activeMode);
  return mode && { path: mode.page, query: mode.query, scene: mode.scene };
}

/** As a person last set it, except that a new phone is online: one that was left offline would look broken. */
function lastEnvironment(): PhoneEnvironment | null {
  const { lastEnvironment: last } = usePhones.getState();
  return last && { ...last, network: 'wifi' };
}

/** Opens a phone for a merchant, or with the project's own `ext.json`. Nothing happens beyond the limit. */
export async function openPhone(merchantKey?: string, like?: PhoneEnvironment): Promise<void> {
  const workspaceId = useWorkspace.getState().workspace?.workspaceId;
  const { phones, devices } = usePhones.getState();
  if (workspaceId === undefined || phones.length >= maximumPhones) return;
  const launch = currentLaunch();
  const environment = like ?? phones[0]?.environment ?? lastEnvironment() ?? firstEnvironment(devices);
  const opened = await client.simulator.open({
    workspaceId,
    ...(merchantKey === undefined ? {} : { merchantKey }),
    ...(launch ? { launch } : {}),
    ...(environment ? { environment } : {}),
  });
  if (useWorkspace.getState().workspace?.workspaceId !== workspaceId) return client.simulator.close({ phoneId: opened.phoneId });
  usePhones.setState((state) => ({
    phones: [...state.phones, newPhone(opened)],
    activeId: state.activeId ?? opened.phoneId,
    leaderId: state.leaderId ?? opened.phoneId,
  }));
  watch(opened.phoneId);
}

export async function closePhone(phoneId: string): Promise<void> {
  stopWatching(phoneId);
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

/** The engine that ran the phones is gone: opens the same ones anew. */
export async function openAgain(): Promise<void> {
  const { phones } = usePhones.getState();
  for (const { phoneId } of phones) stopWatching(phoneId);
  usePhones.setState({ phones: [], activeId: null, leaderId: null });
  for (const { merchant, environment } of phones) await openPhone(merchant?.key, environment);
}

/** Runs the phone as another merchant, in the same place of the window. */
export async function switchMerchant(phoneId: string, merchantKey: string | undefined): Promise<void> {
  const { phones: before, leaderId: leader } = usePhones.getState();
  const at = before.findIndex((phone) => phone.phoneId === phoneId);
  const led = leader === phoneId;
  await closePhone(phoneId);
  await openPhone(merchantKey, before[at]?.environment);
  usePhones.setState(({ phones, leaderId }) => {
    const opened = phones.at(-1);
    if (!opened) return {};
    return { phones: phones.slice(0, -1).toSpliced(at, 0, opened), activeId: opened.phoneId, leaderId: led ? opened.phoneId : leaderId };
  });
}

/** Starts the program in a compile mode from now on; null is the normal start. */
export async function startInMode(phoneId: string, name: string | null): Promise<void> {
  usePhones.setState({ activeMode: name });
  await restartPhone(phoneId, name === null ? { launch: { path: '', query: '', scene: '1000' } } : {});
}

/** Starts the program from the beginning, in a new document. */
export async function restartPhone(
  phoneId: string,
  options: { clearData?: boolean; launch?: { path: string; query: string; scene: string } } = {},
): Promise<void> {
  const launch = options.launch ?? currentLaunch();
  await client.simulator.restart({ phoneId, clearData: options.clearData ?? false, ...(launch ? { launch } : {}) });
  const kept = usePhones.getState().preserveLog ? {} : { console: [], calls: [], performance: [] };
  changePhone(phoneId, (phone) => ({ ...afterReload(phone), ...kept }));
}
