const hostName = /^(127\.0\.0\.1|localhost|\[::1\]):(\d+)$/i;

/** Only names that cannot be rebound to this machine from elsewhere, with our own port. */
export function isOwnHost(host: string | undefined, port: number): boolean {
  const match = hostName.exec(host ?? '');
  return match !== null && Number(match[2]) === port;
}
