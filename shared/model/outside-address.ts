const openable = /^(https:|mailto:|http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$))/;

/** Whether the system may be asked to open an address: the web, mail, and what listens on this machine. */
export function isOutsideAddress(url: string): boolean {
  return openable.test(url);
}
