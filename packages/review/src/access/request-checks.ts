// Whether a request was meant for this server and sent by its own pages. Knows headers; knows no session.

/** The values of the Host header that name this server. Any other is a foreign name that was made to point here. */
function ownHosts(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/** Whether the request names this server as its host: this machine, or the address under which a proxy serves it. */
export function isOwnHost(port: number, host: string | undefined, publicOrigin: string | null): boolean {
  if (host === undefined) return false;
  const given = host.toLowerCase();
  return ownHosts(port).has(given) || (publicOrigin !== null && new URL(publicOrigin).host === given);
}

/** Whether a form was sent by a page of this server under the same name. Browsers always send an origin with a form. */
export function isOwnOrigin(
  host: string | undefined,
  origin: string | undefined,
  publicOrigin: string | null,
): boolean {
  if (host === undefined || origin === undefined) return false;
  const [name, from] = [host.toLowerCase(), origin.toLowerCase()];
  return publicOrigin !== null && new URL(publicOrigin).host === name
    ? from === publicOrigin
    : from === `http://${name}`;
}
