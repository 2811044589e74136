export { type ConnectionState, client, connect, useConnection } from './connection.ts';
export { followHost, followLink, loadHost, openExternal, saveText, useHost } from './host.ts';
export { applyLanguage, currentLanguage, explainDiagnostic, explainError, translate, useWords } from './i18n.ts';
export { dismissNotification, type Notification, notify, useNotifications } from './notifications.ts';
export { attempt, reportError } from './report-error.ts';
export { changeSetting, followSettings, useSettings } from './settings.ts';
export { subscribe } from './subscribe.ts';
export { type Theme, useTheme } from './theme.ts';
