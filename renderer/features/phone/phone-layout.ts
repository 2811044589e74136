import { setContextKey } from '#renderer/client/commands/index.ts';
import { attempt, useConnection } from '#renderer/client/index.ts';
import { onWorkspaceEvent, useWorkspace } from '#renderer/features/workspace/index.ts';
import type { WorkspaceEvent } from '#shared/model/workspace.ts';
import { loadMerchants, loadProject } from './phone-actions.ts';
import { closeAllPhones, closePhone, openAgain, openPhone } from './phone-lifecycle.ts';
import { activePhone, usePhones } from './phone-store.ts';

type PhoneLayout = ReturnType<typeof usePhones.getState>['layout'];

function setLayout(layout: PhoneLayout): void {
  usePhones.setState({ layout });
}

let opening: Promise<void> | null = null;

/** Opens the first phone, once however often it is asked for. */
function openFirstPhone(workspaceId: string): Promise<void> {
  opening ??= (async () => {
    if (usePhones.getState().pages.length === 0) await loadProject(workspaceId);
    if (usePhones.getState().runnable && usePhones.getState().phones.length === 0) await openPhone();
    // Whom else the project can be run as may take a look at many folders: the phone does not wait for it.
    attempt(() => loadMerchants());
  })().finally(() => {
    opening = null;
  });
  return opening;
}

/** Shows the phone beside the editor, starting one when there is none. */
export async function showPhone(): Promise<void> {
  usePhones.setState({ wanted: true });
  setLayout('pane');
  const workspaceId = useWorkspace.getState().workspace?.workspaceId;
  if (workspaceId !== undefined) await openFirstPhone(workspaceId);
}

/** Hides the phone and ends what ran on it. */
export async function hidePhone(): Promise<void> {
  usePhones.setState({ wanted: false });
  setLayout('hidden');
  await closeAllPhones();
}

/** Phones in the main area, one per merchant. */
export async function showSideBySide(): Promise<void> {
  await showPhone();
  usePhones.setState({ editorBeside: false });
  setLayout('side-by-side');
  await loadMerchants();
}

/** Back to one phone beside the editor; the others end. */
export async function leaveSideBySide(): Promise<void> {
  const { phones, activeId } = usePhones.getState();
  const kept = phones.find(({ phoneId }) => phoneId === activeId) ?? phones[0];
  setLayout('pane');
  await Promise.all(phones.filter((phone) => phone !== kept).map(({ phoneId }) => closePhone(phoneId)));
}

/** Resolves once what is on the screen has been painted, so that starting a phone delays nothing else. */
function afterPaint(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

async function enter(workspaceId: string): Promise<void> {
  setLayout('pane');
  await afterPaint();
  if (useWorkspace.getState().workspace?.workspaceId === workspaceId && usePhones.getState().layout !== 'hidden') await openFirstPhone(workspaceId);
}

const nothingKnown = {
  ...{ runnable: false, pages: [], entryPagePath: '', modes: [], activeMode: null, mocks: [], ext: {} },
  ...{ merchants: [], merchantsFile: null, question: null },
};

/** What commands about phones depend on. */
function tellContext(): void {
  const { layout, activeMode } = usePhones.getState();
  const phone = layout === 'hidden' ? undefined : activePhone();
  setContextKey('phoneShown', phone !== undefined);
  setContextKey('phoneRunning', phone?.status.kind === 'running');
  setContextKey('phoneAway', phone?.away ?? false);
  setContextKey('phoneStacked', (phone?.stack.length ?? 0) > 1);
  setContextKey('phoneMode', activeMode !== null);
}

/** Whether what a phone has to know of its project may be another than before. */
function describesProject(event: WorkspaceEvent): boolean {
  if (event.type !== 'changed') return event.type !== 'gone';
  return event.files.some((file) => /(^|\/)(app|ext|mini\.project)\.json$|^\.(minifoundry|mini-ide)\//.test(file));
}

/** Reads again what is known of a project; one that has only now become a mini program is run. */
async function learnAnew(workspaceId: string): Promise<void> {
  const { runnable: before } = usePhones.getState();
  await loadProject(workspaceId);
  const { layout, runnable } = usePhones.getState();
  if (!before && runnable && layout !== 'hidden') await openFirstPhone(workspaceId);
}

/** Follows the open folder: a phone for a mini program, its pages, modes and mocks, and an end of every phone when it is closed. */
export function followWorkspaceInPhones(): () => void {
  let known: string | null = null;
  let entered: string | null = null;
  const take = (): void => {
    const { workspace, project } = useWorkspace.getState();
    const workspaceId = workspace?.workspaceId ?? null;
    if (workspaceId !== known) {
      known = workspaceId;
      entered = null;
      setLayout('hidden');
      usePhones.setState(nothingKnown);
      setContextKey('phoneRunnable', false);
      attempt(closeAllPhones);
    }
    const { wanted } = usePhones.getState();
    if (workspaceId === null || wanted === null || entered === workspaceId || project?.kind !== 'mini-program') return;
    entered = workspaceId;
    setContextKey('phoneRunnable', true);
    if (wanted) attempt(() => enter(workspaceId));
  };
  const stops = [
    useWorkspace.subscribe(take),
    usePhones.subscribe(tellContext),
    usePhones.subscribe((now, before) => now.wanted !== before.wanted && take()),
    useConnection.subscribe((now, before) => {
      if (now.generation !== before.generation && usePhones.getState().phones.length > 0) attempt(openAgain);
    }),
    onWorkspaceEvent((event) => {
      const { workspaceId } = useWorkspace.getState().workspace ?? {};
      if (workspaceId !== undefined && describesProject(event) && usePhones.getState().layout !== 'hidden') attempt(() => learnAnew(workspaceId));
    }),
  ];
  take();
  return () => {
    for (const stop of stops) stop();
  };
}
