// Every limit of the browser host, with its name and where its figure comes from. Tests pass in smaller ones.

export interface Pace {
  /** So many at once, before the pace counts. */
  readonly burst: number;
  readonly perSecond: number;
}

export interface Limits {
  readonly bodyBytesMax: number;
  /** A request's head must have arrived by then; a slow client is hung up on. */
  readonly headersWithinMs: number;
  /** And the whole of it by then. */
  readonly requestWithinMs: number;
  /** What is still being sent after we refused it is thrown away for so long, so that the refusal can be read. */
  readonly drainWithinMs: number;
  readonly idleWithinMs: number;
  readonly timeoutsCheckedEachMs: number;
  /** Connections of whoever has shown no right yet; one more hangs up on the oldest. */
  readonly strangersMax: number;
  readonly connectionsMax: number;
  readonly streamsMax: number;
  /** A live stream that is not read is hung up on; it comes back and is told what it missed. */
  readonly streamBytesMax: number;
  readonly heartbeatEachMs: number;
  readonly eventsKept: number;
  readonly eventBytesKept: number;
  /** Cookies that are good at one time; one more makes the oldest void. */
  readonly cookiesMax: number;
  readonly callsAtOnceMax: number;
  /** For each cookie, and for the token. */
  readonly ownersPace: Pace;
  /** For everybody without one together. */
  readonly strangersPace: Pace;
}

export const usualLimits: Limits = {
  // The longest call carries a memory entry's text or a list of ids: some 100 kB. The issue's own figure for a body
  // that must be refused is 100 MB.
  bodyBytesMax: 1024 * 1024,
  // On loopback a head arrives in a millisecond; Node's own figures, 60 s and 300 s, are meant for far networks.
  headersWithinMs: 10_000,
  requestWithinMs: 30_000,
  drainWithinMs: 5_000,
  idleWithinMs: 5_000,
  timeoutsCheckedEachMs: 1_000,
  // A browser opens six to one host.
  strangersMax: 128,
  connectionsMax: 512,
  streamsMax: 32,
  streamBytesMax: 1024 * 1024,
  heartbeatEachMs: 15_000,
  eventsKept: 256,
  eventBytesKept: 2 * 1024 * 1024,
  cookiesMax: 32,
  callsAtOnceMax: 64,
  // Opening the page asks for some 50 files and 15 calls, a click for 5: reloading twice a second stays below it, and
  // of 1,000 a second nine in ten are turned away.
  ownersPace: { burst: 300, perSecond: 100 },
  strangersPace: { burst: 60, perSecond: 20 },
};
