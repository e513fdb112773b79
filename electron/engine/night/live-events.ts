// What a night tells while it goes, beside its steps: what was masked, set aside, compared and let through, each with what
// it was about, so that whoever looks on can open it. Real counts and real words; nothing is told that did not happen.
import type { SessionSignals, Theme, Verdict } from '../../../shared/dream.ts';
import type { EventAbout, Progress } from '../../../shared/engine.ts';
import type { Evidence } from '../../../shared/memory.ts';
import type { HeardSession } from './hear-session.ts';

type LiveEvent = Extract<Progress, { readonly kind: 'event' }>;

/** More are not leafed through while a night goes on. */
const quotesMax = 8;
/** The strongest; the rest stand in the receipt. */
const comparedMax = 3;

const places = (projects: readonly string[]): string =>
  projects.length === 0 ? '' : ` · ${projects.join(', ')}`;

export const maskedEvent = (secrets: number): LiveEvent => ({
  kind: 'event',
  stage: 'import',
  text:
    secrets === 1
      ? 'Masked 1 secret before it was stored'
      : `Masked ${secrets} secrets before they were stored`,
  about: { kind: 'masked' },
});

/** The words of a session that Light noticed; null where it noticed none. */
export function noticedIn({ signals, nativeId, agent, project }: SessionSignals): EventAbout | null {
  const quotes = signals.flatMap(({ quotes: said, origin, atMs }) =>
    said.slice(0, 1).map(({ ordinal, text }): Evidence => {
      return { session: nativeId, turn: ordinal, agent, atMs, quote: text, origin, project };
    }),
  );
  return quotes.length === 0 ? null : { kind: 'quotes', quotes: quotes.slice(0, quotesMax) };
}

/** What gave orders in somebody else's voice; null for nothing. */
export function setAsideEvent(heard: readonly HeardSession[]): LiveEvent | null {
  const found = heard.filter(({ setAside }) => setAside.length > 0);
  const count = found.reduce((sum, { setAside }) => sum + setAside.length, 0);
  if (count === 0) return null;
  const projects = [...new Set(found.flatMap(({ project }) => project ?? []))].sort();
  const text = `Set aside ${count} ${count === 1 ? 'passage' : 'passages'} of others that give orders${places(projects)}`;
  return { kind: 'event', stage: 'light', text, about: { kind: 'set-aside' } };
}

/** Of what is worded like a rule and several sessions said: what the most of them did, the strongest told last. */
export const comparedEvents = (themes: readonly Theme[]): readonly LiveEvent[] =>
  themes
    .filter(({ sessions, ruleLike, evidence }) => sessions > 1 && ruleLike > 0 && evidence.length > 0)
    .toSorted((a, b) => a.sessions - b.sessions || (a.id < b.id ? 1 : -1))
    .slice(-comparedMax)
    .map(({ text, sessions, projects, evidence }) => ({
      kind: 'event',
      stage: 'rem',
      text: `Compared what ${sessions} sessions said: “${text}”${places(projects)}`,
      about: { kind: 'quotes', quotes: evidence.slice(0, quotesMax) },
    }));

/** How many candidates have passed every gate by then. */
export function passedEvent(verdicts: readonly Verdict[]): LiveEvent {
  const passed = verdicts.filter(({ decision }) => decision === 'promote').length;
  const text = `${passed} of ${verdicts.length} ${verdicts.length === 1 ? 'candidate' : 'candidates'} passed every gate`;
  return { kind: 'event', stage: 'deep', text, about: null, passed };
}
