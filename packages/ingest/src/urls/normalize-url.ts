// Gives an address its identity and its shown form. Knows no pages: what a page says of itself (rel=canonical) is extraction's.
import { isAmpSwitch, isTracking } from './query-parameters.ts';
import { repairUrl } from './repair-url.ts';

/** `key` is compared and never shown; `url` is shown and fetched. */
export interface NormalizedUrl {
  readonly key: string;
  readonly url: string;
}

/**
 * The identity of a story address. Null when the text is no http(s) address.
 *
 * `key` ignores scheme, one leading `www.` or `amp.`, case and trailing dot of the host, default port, fragment (except
 * `#!` routes), repeated and trailing slashes, order of parameters, tracking parameters, session ids and AMP wrappers.
 * It respects the case of path and values, other ports, other sub-domains and every parameter not known to track.
 * `url` keeps scheme, `www.` and path as given: only tracking, fragment, user info and default port go, parameters are sorted.
 */
export function normalizeUrl(raw: string, base?: string | null): NormalizedUrl | null {
  const given = repairUrl(raw, base);
  if (given === null) return null;
  const url = unwrapAmp(given) ?? given;
  const host = url.hostname.replace(/\.$/, '');
  if (host === '') return null;
  const port = url.port === '' ? '' : `:${url.port}`;
  const route = url.hash.startsWith('#!') ? url.hash : '';
  const path = stripPathSession(normalizeEscapes(url.pathname));
  const parameters = readParameters(url.search);
  const shownQuery = joinQuery(parameters);
  const keyQuery = joinQuery(parameters.filter((parameter) => !isAmpSwitch(parameter.name, parameter.value)));
  return {
    key: `${keyHost(host)}${port}${keyPath(path)}${keyQuery}${route}`,
    url: `${url.protocol}//${host}${port}${path}${shownQuery}${route}`,
  };
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly written: string;
}

function readParameters(search: string): Parameter[] {
  const parameters: Parameter[] = [];
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const written = normalizeEscapes(part).replaceAll('%20', '+');
    const equals = written.indexOf('=');
    const name = equals < 0 ? written : written.slice(0, equals);
    const value = equals < 0 ? '' : written.slice(equals + 1);
    if (!isTracking(name, value)) parameters.push({ name, value, written: `${name}=${value}` });
  }
  // Stable by name: the order of repeated parameters can carry meaning.
  return parameters.sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
}

function joinQuery(parameters: readonly Parameter[]): string {
  return parameters.length === 0 ? '' : `?${parameters.map((parameter) => parameter.written).join('&')}`;
}

/** Upper-case hex, and unreserved characters written plainly (RFC 3986, 6.2.2). Broken escapes stay. */
function normalizeEscapes(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (written, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : written.toUpperCase();
  });
}

function stripPathSession(path: string): string {
  return path.replace(/;(?:jsessionid|phpsessid)=[^/;]*/gi, '').replace(/\/\([SAF]\([^/()]*\)\)(?=\/)/gi, '');
}

function keyHost(host: string): string {
  const bare = /^(?:www|amp)\.(?=[^.]+\.)/.exec(host);
  return bare === null ? host : host.slice(bare[0].length);
}

function keyPath(path: string): string {
  const plain = path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return plain.replace(/(?<=[^/])\/amp$/i, '');
}

/** The publisher's own address inside a Google AMP cache or viewer address; null for any other. */
function unwrapAmp(url: URL): URL | null {
  const cache = url.hostname.endsWith('.cdn.ampproject.org') ? /^\/[a-z]+\/(s\/)?(.+)$/.exec(url.pathname) : null;
  const viewer = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) ? /^\/amp\/(s\/)?(.+)$/.exec(url.pathname) : null;
  const match = cache ?? viewer;
  return match === null ? null : repairUrl(`${match[1] ? 'https' : 'http'}://${match[2]}${url.search}`);
}
