// Somebody with a browser's manners: keeps the cookie, sends Host and Origin, follows nothing by itself. For tests only.
import { request } from 'node:http';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Visitor {
  cookie: string | null;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  head(path: string): Promise<Answer>;
  /** Sends a form as a page of the server would; headers and body can be bent. */
  post(path: string, form: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Opens the one-time address and keeps the session. */
  enter(url: string): Promise<Answer>;
  /** Any request; a cookie that the answer sets is kept. */
  send(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer>;
}

export function createVisitor(port: number): Visitor {
  const send = (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const cookie = visitor.cookie === null ? {} : { cookie: visitor.cookie };
      const options = { host: '127.0.0.1', port, method, path, headers: { ...cookie, ...headers } };
      const sent = request(options, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const visitor: Visitor = {
    cookie: null,
    get: (path, headers = {}) => send('GET', path, headers),
    head: (path) => send('HEAD', path, {}),
    post: (path, form, headers = {}) => {
      const origin = `http://127.0.0.1:${port}`;
      const type = { 'content-type': 'application/x-www-form-urlencoded', origin };
      return send('POST', path, { ...type, ...headers }, new URLSearchParams(form).toString());
    },
    send: async (method, path, headers, body) => {
      const answer = await send(method, path, headers, body);
      visitor.cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? visitor.cookie;
      return answer;
    },
    enter: async (url) => {
      const { pathname, search } = new URL(url);
      const answer = await send('GET', pathname + search, {});
      visitor.cookie = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? visitor.cookie;
      return answer;
    },
  };
  return visitor;
}
