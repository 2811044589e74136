import { create } from 'zustand';
import { client, reportError } from '#renderer/client/index.ts';
import { activeDocumentId, useEditors } from '#renderer/features/editor/index.ts';
import { type PhoneZoom, usePhones } from '#renderer/features/phone/index.ts';
import { type PhoneEnvironment, phoneEnvironment } from '#shared/model/device.ts';

export const views = ['explorer', 'search', 'gallery', 'account'] as const;
export type View = (typeof views)[number];
export const panelTabs = ['problems', 'console', 'network', 'tree', 'data', 'storage', 'performance', 'output'] as const;
export type PanelTab = (typeof panelTabs)[number];

interface Layout {
  view: View;
  sideBarVisible: boolean;
  panelVisible: boolean;
  panelTab: PanelTab;
  /** In CSS pixels; each view keeps its own. */
  sideBarWidths: Record<View, number>;
  panelHeight: number;
  phoneWidth: number;
  /** Whether a phone runs beside every mini program that is opened. */
  phoneWanted: boolean;
  /** What a person last made of the phone; null leaves it to the room there is. */
  phoneEnvironment: PhoneEnvironment | null;
  phoneZoom: PhoneZoom;
}

const initial: Layout = {
  view: 'explorer',
  sideBarVisible: true,
  panelVisible: false,
  panelTab: 'problems',
  sideBarWidths: { explorer: 272, search: 272, gallery: 240, account: 344 },
  panelHeight: 249,
  phoneWidth: 416,
  phoneWanted: true,
  phoneEnvironment: null,
  phoneZoom: 'fit',
};

/** Where the parts of the window are; kept by the engine and restored on the next start. */
export const useLayout = create<Layout>(() => initial);

function pixels(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 100 && value <= 4000 ? value : fallback;
}

function mergeWidths(kept: unknown): Record<View, number> {
  const from = typeof kept === 'object' && kept !== null ? (kept as Partial<Record<View, unknown>>) : {};
  return Object.fromEntries(views.map((view) => [view, pixels(from[view], initial.sideBarWidths[view])])) as Record<View, number>;
}

/** Takes over what was kept, member by member: kept state may be from another version. */
export function mergeLayout(kept: unknown): Layout {
  const from = typeof kept === 'object' && kept !== null ? (kept as Partial<Record<keyof Layout, unknown>>) : {};
  return {
    view: views.find((view) => view === from.view) ?? initial.view,
    sideBarVisible: from.sideBarVisible !== false,
    panelVisible: from.panelVisible === true,
    panelTab: panelTabs.find((tab) => tab === from.panelTab) ?? initial.panelTab,
    sideBarWidths: mergeWidths(from.sideBarWidths),
    panelHeight: pixels(from.panelHeight, initial.panelHeight),
    phoneWidth: pixels(from.phoneWidth, initial.phoneWidth),
    phoneWanted: from.phoneWanted !== false,
    phoneEnvironment: phoneEnvironment.safeParse(from.phoneEnvironment).data ?? null,
    phoneZoom: typeof from.phoneZoom === 'number' && from.phoneZoom >= 0.1 && from.phoneZoom <= 4 ? from.phoneZoom : 'fit',
  };
}

let hiddenForPhones = false;

/** Phones side by side take the room of the side bar, which comes back with the last of them; a file that is opened meanwhile stands beside them. */
export function makeRoomForPhones(): () => void {
  const stops = [
    usePhones.subscribe(({ layout }, before) => {
      if (layout === before.layout) return;
      if (layout === 'side-by-side') {
        hiddenForPhones = useLayout.getState().sideBarVisible;
        useLayout.setState({ sideBarVisible: false });
      } else if (hiddenForPhones) {
        hiddenForPhones = false;
        useLayout.setState({ sideBarVisible: true });
      }
    }),
    useEditors.subscribe((now, before) => {
      if (usePhones.getState().layout === 'side-by-side' && activeDocumentId(now) !== activeDocumentId(before)) usePhones.setState({ editorBeside: true });
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

let timer: ReturnType<typeof setTimeout> | undefined;

function keep(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const state = useLayout.getState();
    client.settings.saveState({ workspaceId: null, state: { ...state, sideBarVisible: state.sideBarVisible || hiddenForPhones } }).catch(reportError);
  }, 300);
}

/** Restores the layout, then keeps every change of it. */
export async function restoreLayout(): Promise<void> {
  useLayout.setState(mergeLayout(await client.settings.loadState({ workspaceId: null })));
  const { phoneWanted, phoneEnvironment: lastEnvironment, phoneZoom: zoom } = useLayout.getState();
  usePhones.setState({ wanted: phoneWanted, lastEnvironment, zoom });
  usePhones.subscribe((now, before) => {
    if (now.wanted !== null && now.wanted !== before.wanted) useLayout.setState({ phoneWanted: now.wanted });
    if (now.lastEnvironment !== before.lastEnvironment || now.zoom !== before.zoom)
      useLayout.setState({ phoneEnvironment: now.lastEnvironment, phoneZoom: now.zoom });
  });
  useLayout.subscribe(keep);
}

/** Shows a view; asking for the one that is shown hides the side bar, as in VS Code. */
export function toggleView(view: View): void {
  const { view: shown, sideBarVisible } = useLayout.getState();
  useLayout.setState(shown === view && sideBarVisible ? { sideBarVisible: false } : { view, sideBarVisible: true });
}

export function showView(view: View): void {
  useLayout.setState({ view, sideBarVisible: true });
}

export function showPanel(panelTab: PanelTab): void {
  useLayout.setState({ panelTab, panelVisible: true });
}

export function setSideBarWidth(view: View, width: number): void {
  useLayout.setState(({ sideBarWidths }) => ({ sideBarWidths: { ...sideBarWidths, [view]: width } }));
}
