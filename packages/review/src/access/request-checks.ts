// Whether a request was meant for this server and sent by its own pages. Knows headers; knows no session.

/** The values of the Host header that name this server. Any other is a foreign name that was made to point here. */
function ownHosts(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])));
}

/** Whether the request names this server as its host. */
export function isOwnHost(port: number, host: string | undefined): boolean {
  return host !== undefined && ownHosts(port).has(host.toLowerCase());
}

/** Whether a form was sent by a page of this server under the same name. Browsers always send an origin with a form. */
export function isOwnOrigin(host: string | undefined, origin: string | undefined): boolean {
  return host !== undefined && origin?.toLowerCase() === `http://${host.toLowerCase()}`;
}
