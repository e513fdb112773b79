// Whom memory believes, and when. What a source said while nobody believes it teaches nothing from the next night on; what
// rests on it alone is proposed to be retired, and goes by its owner's decision only.
import type { SessionSignals } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { SourceTrust, Trust, TrustEffect, TrustWindow } from '../../../shared/quarantine.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import type { Demotion } from '../deep/demote.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { filesReached } from '../store/descent.ts';
import { currentMemory } from '../store/memory.ts';
import { setSourceTrust, setTrustWindow, sourceTrust, type Distrust } from '../store/quarantine.ts';
import { sessionsBetween } from '../store/sessions.ts';

/** What has no time may have been said then. */
const isWithin = ({ fromMs, untilMs }: TrustWindow, atMs: number | null): boolean =>
  atMs === null || ((fromMs === null || atMs >= fromMs) && (untilMs === null || atMs <= untilMs));

const saysFrom = (distrust: Distrust, { agent, session, atMs }: Evidence): boolean =>
  (distrust.place === agent || distrust.place === session) && isWithin(distrust, atMs);

/** A session as far as it is believed; null where nothing of it is. */
export function believedOf(session: SessionSignals, distrusted: readonly Distrust[]): SessionSignals | null {
  const all = distrusted.filter(({ place }) => place === session.agent);
  if (all.length === 0) return session;
  const signals = session.signals.filter(({ atMs }) => !all.some((one) => isWithin(one, atMs)));
  if (signals.length === session.signals.length && signals.length > 0) return session;
  // what was done then has no times of its own: it goes with the words beside it
  return signals.length === 0 ? null : { ...session, signals, work: '', failedFixes: [] };
}

const proofOf = (entry: MemoryEntry, distrusted: readonly Distrust[]): readonly Evidence[] =>
  entry.evidence.filter((one) => distrusted.some((distrust) => saysFrom(distrust, one)));

/** What nothing but words that nobody believes speaks for. A line of a file stands and falls with the file. */
export const unbelieved = (
  entries: readonly MemoryEntry[],
  distrusted: readonly Distrust[],
): readonly Demotion[] =>
  distrusted.length === 0
    ? []
    : entries
        .filter(({ status, origin }) => status === 'active' && origin === 'dream')
        .flatMap((entry) => {
          const proof = proofOf(entry, distrusted);
          if (proof.length === 0 || proof.length < entry.evidence.length) return [];
          const because = `all that speaks for it was said where you believe nothing (${proof[0]?.agent ?? ''})`;
          return [{ entryId: entry.id, because, evidence: proof }];
        });

/** What believing nothing of it would change: nothing is changed by asking. */
export function trustEffect(
  db: ReadableDb,
  wish: { readonly place: string; readonly window: TrustWindow },
): TrustEffect {
  const distrust: Distrust = { place: wish.place, ...wish.window };
  const touched = currentMemory(db).entries.flatMap((entry) => {
    if (entry.status !== 'active') return [];
    const quotes = proofOf(entry, [distrust]).length;
    const isOfFile = entry.places.some(({ path }) => path === wish.place);
    if (quotes === 0 && !isOfFile) return [];
    const isAlone = quotes === entry.evidence.length;
    return [{ id: entry.id, text: entry.text, quotes, isAlone }];
  });
  return {
    ...wish,
    sessions: sessionsBetween(db, wish.place, wish.window),
    entries: touched,
    files: filesReached(
      db,
      touched.filter(({ isAlone }) => isAlone).map(({ id }) => id),
    ),
  };
}

const wrong = (happened: string, todo: string): Result<never, Failure> =>
  err({ kind: 'wrong-input', happened, safe: 'Nothing was changed.', todo });

const always: TrustWindow = { fromMs: null, untilMs: null };
export const isAlways = ({ fromMs, untilMs }: TrustWindow): boolean => fromMs === null && untilMs === null;

/** `owner` with a window lifts that window; without one, the place as a whole. */
export function trust(
  db: WritableDb,
  wish: { readonly place: string; readonly trust: Trust; readonly window?: TrustWindow | null },
  atMs: EpochMs,
): Result<readonly SourceTrust[], Failure> {
  const place = wish.place.trim();
  const window = wish.window ?? always;
  if (place === '')
    return wrong(
      'No place was named.',
      'Name an agent (claude-code), a memory file or a site (https://example.org).',
    );
  if (isAlways(window)) {
    setSourceTrust(db, place, wish.trust, atMs);
    return ok(sourceTrust(db));
  }
  if (!agentKinds.some((kind) => kind === place))
    return wrong(
      'Only an agent’s sessions have times; a file or a site is believed or not as a whole.',
      `Name an agent (${agentKinds.join(', ')}), or leave the times out.`,
    );
  if ((window.fromMs ?? 0) > (window.untilMs ?? Number.MAX_SAFE_INTEGER))
    return wrong('The time ends before it begins.', 'Name the earlier moment first.');
  setTrustWindow(db, { place, trust: wish.trust, ...window }, atMs);
  return ok(sourceTrust(db));
}
