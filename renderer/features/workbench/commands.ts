import { registerCommands } from '#renderer/client/commands/index.ts';
import { attempt, changeSetting, currentLanguage } from '#renderer/client/index.ts';
import { fuzzyItems, showQuickPick } from '#renderer/features/quick-pick/index.ts';
import { messages } from '#shared/messages/index.ts';
import { settingsSchema } from '#shared/model/settings.ts';
import { showPanel, showView, useLayout, type View } from './layout-store.ts';

const parts = ['title-bar', 'activity-bar', 'side-bar', 'main', 'panel', 'phone', 'status-bar'];

/** Moves the focus to the next or previous part of the window that is shown. */
function focusPart(step: 1 | -1): void {
  const shown = parts.flatMap((name) => document.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? []);
  // The panel is inside the main part: the innermost one that has the keyboard counts.
  const current = shown.findLastIndex((part) => part.contains(document.activeElement));
  for (let offset = 1; offset <= shown.length; offset++) {
    const part = shown[(current + step * offset + shown.length * 2) % shown.length];
    const target = part?.querySelector<HTMLElement>('[tabindex="0"], textarea, input:not([disabled]), button:not([disabled])');
    if (target) return target.focus();
  }
}

/** Shows a view and puts the keyboard where its work begins. */
function goToView(view: View, target: string): void {
  showView(view);
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-part="side-bar"] ${target}`)?.focus());
}

function pickSetting<K extends 'workbench.theme' | 'workbench.language'>(key: K, label: string): void {
  const names = messages[currentLanguage()].settingOptions as Record<string, string>;
  const items = (settingsSchema.shape[key].unwrap().options as string[]).map((id) => ({ id, label: names[id] ?? id }));
  showQuickPick({
    label,
    placeholder: label,
    items: (query) => fuzzyItems(query, items),
    accept: (item) => item && attempt(() => changeSetting(key, item.id as never)),
  });
}

/** The commands about the window itself. */
export function registerWorkbenchCommands(): () => void {
  return registerCommands({
    'workbench.showExplorer': () => goToView('explorer', '[role="tree"]'),
    'workbench.showSearch': () => goToView('search', 'input:not([disabled])'),
    'workbench.showGallery': () => showView('gallery'),
    'workbench.newFromGallery': () => showView('gallery'),
    'workbench.showAccount': () => showView('account'),
    'workbench.toggleSideBar': () => useLayout.setState(({ sideBarVisible }) => ({ sideBarVisible: !sideBarVisible })),
    'workbench.togglePanel': () => useLayout.setState(({ panelVisible }) => ({ panelVisible: !panelVisible })),
    'workbench.showProblems': () => showPanel('problems'),
    'workbench.showOutput': () => showPanel('output'),
    'workbench.showConsole': () => showPanel('console'),
    'workbench.showNetwork': () => showPanel('network'),
    'workbench.showStorage': () => showPanel('storage'),
    'workbench.showAppData': () => showPanel('data'),
    'workbench.showTree': () => showPanel('tree'),
    'workbench.showPerformance': () => showPanel('performance'),
    'workbench.selectTheme': () => pickSetting('workbench.theme', messages[currentLanguage()].settingTitles['workbench.theme']),
    'workbench.selectLanguage': () => pickSetting('workbench.language', messages[currentLanguage()].settingTitles['workbench.language']),
    'workbench.focusNextPart': () => focusPart(1),
    'workbench.focusPreviousPart': () => focusPart(-1),
  });
}
