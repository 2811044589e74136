/** Where a key moves in a list of `count` rows, or null when it is not a key that moves. */
export function movedIndex(key: string, index: number, count: number, page = 10): number | null {
  const last = Math.max(0, count - 1);
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    default:
      return null;
  }
}
