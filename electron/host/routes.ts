// What can be asked at which address. The host brings the page's own; another part of the app may mount more, such as
// an interface for other programs with keys of its own, and gets the same gate, limits and headers.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Target } from './gate.ts';
import type { Refusal } from './reply.ts';

export interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: Target;
  /** Who asks, by a short name that says nothing of their key. */
  readonly who: string;
}

export interface Route {
  /** The whole path; with a slash at its end, all below it. The longest that fits is taken. */
  readonly path: string;
  readonly methods: readonly string[];
  /**
   * Left out: whoever holds our cookie or our token. A route with keys of its own names whoever shows one, or null. It
   * alone decides then: our cookie opens nothing there.
   */
  readonly whoAsks?: (request: IncomingMessage) => string | null;
  /** Answers by itself, or gives back why not. */
  readonly answer: (asked: Asked) => Promise<Refusal | null>;
  /** Says so in its own way, also where it was not asked at all. Left out: as our own page understands it. */
  readonly refuse?: (response: ServerResponse, refusal: Refusal) => void;
}

export function findRoute(routes: readonly Route[], path: string): Route | null {
  const fits = (route: Route): boolean =>
    route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path;
  return routes.filter(fits).toSorted((a, b) => b.path.length - a.path.length)[0] ?? null;
}
