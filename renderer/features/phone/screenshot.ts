import { requestOf } from './phone-actions.ts';
import type { Phone } from './phone-store.ts';

/** Takes a picture of what a phone shows and hands it over as a download. */
export async function saveScreenshot({ phoneId, merchant, stack }: Phone): Promise<void> {
  const base64 = String(await requestOf(phoneId, { kind: 'screenshot' }));
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = [merchant?.merchantId, stack.at(-1)?.route.replaceAll('/', '-')].filter(Boolean).join('-').concat('.png');
  link.click();
  URL.revokeObjectURL(url);
}
