// Tells what is said with another word or number in it each time ("only the invoices from this month", "note down 12
// letters"): orders about the day's own things, however often they recur and however much they sound like rules.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { statementKinds } from './statement-forms.ts';

// So many different fillers in one frame, in as many sessions: a rule is not said so.
const fillersMin = 4;
// Short frames ("use X") are shared by rules; long texts are no frames.
const wordsMin = 3;
const wordsMax = 24;

const pathPattern = String.raw`\S*[\p{L}\p{N}_]+[./\\][\p{L}\p{N}_./\\-]+`;
const wordPattern = String.raw`\p{N}+|[\p{L}\p{M}'’-]+`;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
// Kana between them part Japanese words; where there are none, each sign may be one.
const runs = String.raw`\p{Script=Han}+|\p{Script=Hiragana}+|[\p{Script=Katakana}ー]+`;
const signs = String.raw`\p{Script=Han}`;
const withKana = new RegExp(`${pathPattern}|${runs}|${wordPattern}`, 'gu');
const withoutKana = new RegExp(`${pathPattern}|${signs}|${wordPattern}`, 'gu');

const partsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(kana.test(text) ? withKana : withoutKana) ?? [];

/** A number or a file: what differs from day to day wherever it stands. */
const isOfTheDay = (part: string): boolean => /^\p{N}/u.test(part) || /[./\\]/u.test(part);

interface Slot {
  readonly frame: string;
  readonly filler: string;
}

/** Every way to take one word, or all numbers and files, out of the sentence. */
function slotsOf(text: string): readonly Slot[] {
  const parts = partsOf(text);
  if (parts.length < wordsMin || parts.length > wordsMax) return [];
  const plain = parts.map((part) => (isOfTheDay(part) ? '#' : part));
  const numbers = { frame: plain.join(' '), filler: parts.filter(isOfTheDay).join(' ') };
  const words = plain.map((part, i) => ({ frame: plain.with(i, '*').join(' '), filler: part }));
  return numbers.filler === '' ? words : [numbers, ...words];
}

const calledOutWordsMax = 4;

/** Without the short words called out in front: they change, the frame stays ("heads up, …"). */
function saidIn(signal: Signal): string {
  const text = signal.quotes[0]?.text ?? signal.text;
  const pause = text.search(/[,،，、:：]\s/u);
  const isLead = pause > 0 && text.slice(0, pause).trim().split(/\s+/u).length <= calledOutWordsMax;
  return isLead && text.length - pause > pause ? text.slice(pause + 1).trim() : text;
}

/** The frames that were filled in at least four ways. */
function frequentFrames(sessions: readonly SessionSignals[]): ReadonlySet<string> {
  const texts = new Set(
    sessions.flatMap(({ signals }) =>
      signals.filter((signal) => statementKinds.has(signal.kind)).map(saidIn),
    ),
  );
  // most frames are filled in one way only: a set for each would take more memory than all the rest
  const first = new Map<string, string>();
  const more = new Map<string, Set<string>>();
  for (const text of texts) {
    for (const { frame, filler } of slotsOf(text)) {
      const known = first.get(frame);
      if (known === undefined) first.set(frame, filler);
      else if (known !== filler) {
        const fillers = more.get(frame) ?? new Set([known]);
        if (fillers.size < fillersMin) fillers.add(filler);
        more.set(frame, fillers);
      }
    }
  }
  return new Set([...more].filter(([, fillers]) => fillers.size >= fillersMin).map(([frame]) => frame));
}

/** The sessions without what is said by a template. Pure; what was taken out counts as ordinary talk. */
export function withoutTemplates(sessions: readonly SessionSignals[]): readonly SessionSignals[] {
  const frames = frequentFrames(sessions);
  if (frames.size === 0) return sessions;
  const isTemplate = (signal: Signal): boolean =>
    statementKinds.has(signal.kind) && slotsOf(saidIn(signal)).some(({ frame }) => frames.has(frame));
  return sessions.map((session) => {
    const taken = session.signals.filter(isTemplate);
    if (taken.length === 0) return session;
    const ordinary: Record<string, number> = { ...session.ordinary };
    for (const { terms } of taken) for (const term of terms) ordinary[term] = (ordinary[term] ?? 0) + 1;
    return { ...session, ordinary, signals: session.signals.filter((signal) => !taken.includes(signal)) };
  });
}
