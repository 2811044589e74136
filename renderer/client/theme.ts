import { create } from 'zustand';
import type { Settings } from '#shared/model/settings.ts';

export type Theme = 'dark' | 'light' | 'high-contrast';

export const useTheme = create<{ theme: Theme }>(() => ({ theme: 'dark' }));

const prefersLight = window.matchMedia('(prefers-color-scheme: light)');
const prefersContrast = window.matchMedia('(prefers-contrast: more)');
let wanted: Settings['workbench.theme'] = 'system';

function resolve(): Theme {
  if (wanted !== 'system') return wanted;
  if (prefersContrast.matches) return 'high-contrast';
  return prefersLight.matches ? 'light' : 'dark';
}

function update(): void {
  const theme = resolve();
  document.documentElement.dataset.theme = theme;
  useTheme.setState({ theme });
}

prefersLight.addEventListener('change', update);
prefersContrast.addEventListener('change', update);

/** Applies the setting; `system` follows the system from then on. */
export function applyTheme(setting: Settings['workbench.theme']): void {
  wanted = setting;
  update();
}
