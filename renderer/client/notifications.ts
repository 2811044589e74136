import { create } from 'zustand';

export interface NotificationAction {
  label: string;
  run(): void;
}

export interface Notification {
  id: number;
  kind: 'info' | 'warning' | 'error' | 'success';
  text: string;
  actions: NotificationAction[];
}

interface NotificationState {
  items: Notification[];
}

export const useNotifications = create<NotificationState>(() => ({ items: [] }));

const maximumShown = 5;
let nextId = 1;

/** Shows a message; an equal one that is still shown is not repeated. Returns its id. */
export function notify(options: { kind: Notification['kind']; text: string; actions?: NotificationAction[] }): number {
  const shown = useNotifications.getState().items.find((item) => item.kind === options.kind && item.text === options.text);
  if (shown) return shown.id;
  const id = nextId++;
  const item: Notification = { id, kind: options.kind, text: options.text, actions: options.actions ?? [] };
  useNotifications.setState(({ items }) => ({ items: [...items, item].slice(-maximumShown) }));
  return id;
}

export function dismissNotification(id: number): void {
  useNotifications.setState(({ items }) => ({ items: items.filter((item) => item.id !== id) }));
}
