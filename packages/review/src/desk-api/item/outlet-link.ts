// Addresses of outlets that may be linked. Knows no markup.

/** The address if a browser may follow it (http or https); null for anything else, which is then shown as text. */
export function outletLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
