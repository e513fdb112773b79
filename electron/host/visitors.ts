// Who may ask. The token in the printed address is good for as long as the process runs: programs send it with each
// request (`Authorization: Bearer`), and a person may open the address in a second browser. A browser shows it once and
// gets a cookie in exchange, a new one each visit, so that the token stands in no page, no history and no later request.
// Cookies know no ports: another server on this computer is sent ours when its page is visited. So the name carries our
// port, the value is no token, and the gate (gate.ts) asks each request where it comes from.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface Visitors {
  readonly holdsToken: (shown: string) => boolean;
  /** A token that opens the page once. For the command that opens a browser: every user of a computer sees the words
   * that a program was started with. */
  readonly makeTicket: () => string;
  /** Whether the page is opened to who shows this in its address: the token, or a ticket, which is void from then on. */
  readonly opensTo: (shown: string) => boolean;
  /** A short name for whoever shows a cookie or the token; null for a stranger. */
  readonly whoAsks: (request: IncomingMessage) => string | null;
  /** The value of a `Set-Cookie` that makes the browser known. */
  readonly admit: () => string;
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** In a time that tells nothing of where they differ. */
const areSame = (one: Buffer, other: Buffer): boolean => timingSafeEqual(one, other);

/** What is sent after "Bearer"; null where nothing is. */
export function bearerOf(request: IncomingMessage): string | null {
  const parts = /^Bearer +([\w.~+/-]+=*)$/iu.exec(request.headers.authorization ?? '');
  return parts?.[1] ?? null;
}

// A browser sends one of each name; a forged head may hold thousands.
const cookiesReadMax = 50;

const cookiesOf = (request: IncomingMessage, name: string): readonly string[] =>
  (request.headers.cookie ?? '')
    .split(';', cookiesReadMax)
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));

// One is made at each start; more than a few open ones are none that a person waits for.
const ticketsMax = 4;

export function createVisitors(options: {
  readonly token: string;
  readonly port: number;
  readonly cookiesMax: number;
}): Visitors {
  const tokenHash = hashOf(options.token);
  const cookieName = `slowwave-${options.port}`;
  // Only hashes are kept; oldest first.
  let cookies: readonly { readonly who: string; readonly hash: Buffer }[] = [];
  let visits = 0;
  let tickets: readonly Buffer[] = [];

  const holdsToken = (shown: string): boolean => areSame(hashOf(shown), tokenHash);
  const holderOf = (value: string): string | null => {
    const hash = hashOf(value);
    // Each is compared, found or not.
    return cookies.reduce<string | null>(
      (found, each) => (areSame(each.hash, hash) ? each.who : found),
      null,
    );
  };
  return {
    holdsToken,
    makeTicket: () => {
      const ticket = randomBytes(32).toString('base64url');
      tickets = [...tickets, hashOf(ticket)].slice(-ticketsMax);
      return ticket;
    },
    opensTo: (shown) => {
      const hash = hashOf(shown);
      const left = tickets.filter((each) => !areSame(each, hash));
      const isTicket = left.length < tickets.length;
      tickets = left;
      return holdsToken(shown) || isTicket;
    },
    whoAsks: (request) => {
      if (request.headers.authorization !== undefined) {
        const shown = bearerOf(request);
        return shown !== null && holdsToken(shown) ? 'token' : null;
      }
      for (const value of cookiesOf(request, cookieName)) {
        const who = holderOf(value);
        if (who !== null) return who;
      }
      return null;
    },
    admit: () => {
      const value = randomBytes(32).toString('base64url');
      visits += 1;
      cookies = [...cookies, { who: `cookie ${visits}`, hash: hashOf(value) }].slice(-options.cookiesMax);
      return `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Strict`;
    },
  };
}
