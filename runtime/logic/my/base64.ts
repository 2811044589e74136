const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return new Uint8Array(0);
}

/** `my.arrayBufferToBase64`; also takes views. */
export function toBase64(value: unknown): string {
  const bytes = bytesOf(value);
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63]);
    if (third === undefined) letters[3] = '=';
    if (second === undefined) letters[2] = '=';
    parts.push(letters.join(''));
  }
  return parts.join('');
}

/** `my.base64ToArrayBuffer`; letters that do not belong are skipped. */
export function fromBase64(text: unknown): ArrayBuffer {
  const codes = [...String(text).replace(/-/g, '+').replace(/_/g, '/')].map((letter) => alphabet.indexOf(letter)).filter((code) => code >= 0);
  const bytes = new Uint8Array(Math.floor((codes.length * 3) / 4));
  let bits = 0;
  let length = 0;
  let at = 0;
  for (const code of codes) {
    bits = (bits << 6) | code;
    length += 6;
    if (length < 8) continue;
    length -= 8;
    bytes[at++] = (bits >> length) & 255;
  }
  return bytes.buffer;
}

export function isBinary(value: unknown): boolean {
  return value instanceof ArrayBuffer || ArrayBuffer.isView(value);
}
