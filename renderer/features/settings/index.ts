import { lazy } from 'react';

// Pages that a person seldom opens are loaded when they do.
export const SettingsPage = lazy(async () => ({ default: (await import('./settings-page.tsx')).SettingsPage }));
export const KeybindingsPage = lazy(async () => ({ default: (await import('./keybindings-page.tsx')).KeybindingsPage }));
