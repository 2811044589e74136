/** A mini program's colour: `#rgb`, `#rrggbb`, `#rrggbbaa`, a number (0xRRGGBB), or any CSS colour; the fallback otherwise. */
export function colorOf(value: unknown, otherwise: string): string {
  if (typeof value === 'number') return `#${(value & 0xffffff).toString(16).padStart(6, '0')}`;
  return typeof value === 'string' && CSS.supports('color', value) ? value : otherwise;
}

/** Whether black text is easier to read on a colour than white. */
export function isLight(color: string): boolean {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) return true;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 255, green = 255, blue = 255] = canvas.getImageData(0, 0, 1, 1).data;
  return red * 0.299 + green * 0.587 + blue * 0.114 > 160;
}
