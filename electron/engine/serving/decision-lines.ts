// What the person decided or put right lately and memory does not say yet: the newest of it may be weeks from being a rule,
// and the next session needs it tomorrow.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { evidenceOfSignal, type BriefingMaterial, type DraftLine } from './material.ts';
import { quoted } from './wording.ts';

const daysMax = 21;
const linesMax = 6;
const dayMs = 86_400_000;
/** 0 to 1, as Light gives it: below it a sentence is hardly worded like anything that lasts. */
const strengthMin = 0.4;

const kinds: ReadonlySet<Signal['kind']> = new Set(['decision', 'correction', 'preference', 'fact']);

interface Said {
  readonly from: SessionSignals;
  readonly signal: Signal;
}

export function decisionLines({ signals, settledSignals, nowMs }: BriefingMaterial): readonly DraftLine[] {
  const said = signals
    .flatMap((from) => from.signals.map((signal): Said => ({ from, signal })))
    .filter(({ signal }) => isRecent(signal, nowMs) && isWorth(signal) && !settledSignals.has(signal.id))
    .toSorted((a, b) => (b.signal.atMs ?? 0) - (a.signal.atMs ?? 0) || (a.signal.id < b.signal.id ? -1 : 1));
  const seen = new Set<string>();
  return said
    .filter(({ signal }) => {
      const key = signal.terms.join(' ');
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .slice(0, linesMax)
    .map(lineOfSaid);
}

const isRecent = ({ atMs }: Signal, nowMs: number): boolean =>
  atMs !== null && atMs <= nowMs && nowMs - atMs <= daysMax * dayMs;

const isWorth = (signal: Signal): boolean =>
  signal.origin === 'person' &&
  kinds.has(signal.kind) &&
  signal.quotes.length > 0 &&
  (signal.strength >= strengthMin || signal.announcesChange || signal.afterSlip);

const lineOfSaid = ({ from, signal }: Said): DraftLine => ({
  kind: 'decision',
  standing: 'said',
  text: quoted(signal.quotes[0]?.text ?? signal.text),
  evidence: evidenceOfSignal(from, signal),
  entryId: null,
  files: [],
});
