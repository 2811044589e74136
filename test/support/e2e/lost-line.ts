import type { ConsoleMessage } from '@playwright/test';

/** Whether a phone only says that its engine is gone: tests end engines, and phones that are still shown notice. */
export function isLostLine(message: ConsoleMessage): boolean {
  return message.text().includes('net::ERR_') && /^http:\/\/[0-9a-f]{32}(\.phone)?\.localhost:\d+\/(events|report|boot|host)$/.test(message.location().url);
}
