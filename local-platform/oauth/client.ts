/** The one client that this platform knows: public, on the person's own machine. */
export const clientId = 'minifoundry';
export const clientName = 'Minifoundry';

const loopbackRedirect = /^http:\/\/127\.0\.0\.1:(\d{1,5})\/callback$/;

/** RFC 8252: this exact path on 127.0.0.1, any port. Nothing else, so no other site or host is ever sent a code. */
export function isAllowedRedirect(uri: string): boolean {
  const port = Number(loopbackRedirect.exec(uri)?.[1] ?? 0);
  return port >= 1 && port <= 65_535;
}
