import { registerCommands } from '#renderer/client/commands/index.ts';
import { showPanel, showView, useLayout } from './layout-store.ts';

const parts = ['activity-bar', 'side-bar', 'main', 'panel', 'status-bar'];

/** Moves the focus to the next or previous part of the window that is shown. */
function focusPart(step: 1 | -1): void {
  const shown = parts.flatMap((name) => document.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? []);
  const current = shown.findIndex((part) => part.contains(document.activeElement));
  for (let offset = 1; offset <= shown.length; offset++) {
    const part = shown[(current + step * offset + shown.length * 2) % shown.length];
    const target = part?.querySelector<HTMLElement>('[tabindex="0"], textarea, input:not([disabled]), button:not([disabled])');
    if (target) return target.focus();
  }
}

/** The commands about the window itself. */
export function registerWorkbenchCommands(): () => void {
  return registerCommands({
    'workbench.showExplorer': () => showView('explorer'),
    'workbench.showGallery': () => showView('gallery'),
    'workbench.newFromGallery': () => showView('gallery'),
    'workbench.showAccount': () => showView('account'),
    'workbench.toggleSideBar': () => useLayout.setState(({ sideBarVisible }) => ({ sideBarVisible: !sideBarVisible })),
    'workbench.togglePanel': () => useLayout.setState(({ panelVisible }) => ({ panelVisible: !panelVisible })),
    'workbench.showProblems': () => showPanel('problems'),
    'workbench.showOutput': () => showPanel('output'),
    'workbench.focusNextPart': () => focusPart(1),
    'workbench.focusPreviousPart': () => focusPart(-1),
  });
}
