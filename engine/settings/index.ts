export { confOptions, createConfStore } from './conf-store.ts';
export { createSettingsRouter } from './router.ts';
export { SettingsService, type SettingsSnapshot } from './settings-service.ts';
export type { SettingsStore, StoredSettings } from './settings-store.ts';
export { StateFiles } from './state-files.ts';
