// The no-harm gate. What a person once put right is a question with a known answer: memory as it is and memory as a change
// would leave it both sit it. A change after which an answer is lost is held back, and says which.
import type { SessionSignals, Theme, Verdict } from '../../../shared/dream.ts';
import type { Evidence, MemoryEntry, Scope } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { shelve, type Shelf } from '../deep/reconcile.ts';
import { gistOf, isOpposed, overlapOf, rivalValues, type Gist } from '../deep/sameness.ts';
import { lastingCues } from '../language/cue-groups.ts';
import { flagged } from './limits.ts';

export interface Question {
  readonly text: string;
  readonly gist: Gist;
  readonly project: string | null;
  readonly agent: string;
  /** When it was said last; 0 where no time is known. */
  readonly atMs: number;
  /** The exceptions and limits that it names. */
  readonly limits: readonly string[];
}

// Words that take something out of a rule: an answer without them is another answer.
const limiting =
  /\b(?:except|unless|only|but not|apart from|außer|nur|sauf|seulement|salvo|solo|excepto|só|tranne|behalve|alleen|utom|endast|oprócz|tylko|kromě|pouze|кроме|только|крім|лише|hariç|yalnızca)\b|除了|除非|只有|以外|だけ|のみ|제외|만\s/giu;

const limitsOf = (text: string): readonly string[] => text.toLowerCase().match(limiting) ?? [];

/** Each correction that a person gave and worded so that it lasts, once, as it was said last. */
export function questionsOf(sessions: readonly SessionSignals[]): readonly Question[] {
  const byText = new Map<string, Question>();
  for (const { signals, project, agent } of sessions) {
    for (const { kind, origin, text, language, atMs, cues } of signals) {
      const isCorrection = kind === 'correction' || lastingCues.some((cue) => cues.includes(cue));
      if (origin !== 'person' || !isCorrection) continue;
      const key = `${project ?? agent}|${text}`;
      const known = byText.get(key);
      if (known && known.atMs >= (atMs ?? 0)) continue;
      byText.set(key, {
        text,
        gist: known?.gist ?? gistOf(text, language),
        project,
        agent,
        atMs: atMs ?? 0,
        limits: limitsOf(text),
      });
    }
  }
  return [...byText.values()];
}

const reaches = (scope: Scope, { project, agent }: Question): boolean =>
  scope === 'global' || scope === `agent:${agent}` || (project !== null && scope === `project:${project}`);

// Most of what was put right is said, and nothing of it otherwise.
const answeredFrom = 0.6;

/**
 * Whether an entry would have given the answer: the same, with its numbers, its "not" and its exceptions, where it is asked.
 * `read`: its gist, where it was read already.
 */
export function answers(entry: MemoryEntry, question: Question, read?: Gist): boolean {
  if (entry.status !== 'active' || !reaches(entry.scope, question)) return false;
  const { gist } = question;
  const said = read?.language === gist.language ? read : gistOf(entry.text, gist.language);
  const isRival = (['name', 'number', 'time'] as const).some(
    (kind) => rivalValues(said, gist, kind) !== null,
  );
  if (isRival || isOpposed(said, gist)) return false;
  // a limit that only one of them names makes two rules of them
  const limits = limitsOf(entry.text);
  if (limits.length > 0 !== question.limits.length > 0) return false;
  if (gist.values.some(({ word, kind }) => kind === 'number' && !said.terms.has(word))) return false;
  return gist.terms.size > 0 && said.terms.size > 0 && overlapOf(said, gist) >= answeredFrom;
}

/** Nobody where nothing is touched that could have answered: then no answer can be lost. */
function answeredBy(shelf: Shelf, question: Question, touched: ReadonlySet<string>): readonly MemoryEntry[] {
  const near = shelf.near(question.gist.terms);
  if (!near.some(({ entry }) => touched.has(entry.id))) return [];
  return near.filter(({ entry, gist }) => answers(entry, question, gist)).map(({ entry }) => entry);
}

export interface Lost {
  readonly change: Change;
  /** The corrections to which memory would have no answer any more. */
  readonly questions: readonly string[];
}

/** What was said against each entry that something newer closes, by the entry. */
export type NewerWords = ReadonlyMap<string, readonly Pick<Theme, 'text' | 'language' | 'evidence'>[]>;

export function newerWordsOf(verdicts: readonly Verdict[]): NewerWords {
  const byEntry = new Map<string, Theme[]>();
  for (const { theme, closes } of verdicts)
    for (const { entryId } of closes) byEntry.set(entryId, [...(byEntry.get(entryId) ?? []), theme]);
  return byEntry;
}

const isLater = (evidence: readonly Evidence[], { atMs }: Question): boolean =>
  evidence.some((one) => one.origin === 'person' && one.atMs !== null && one.atMs > atMs);

/** Of the same matter: a word in common, one that it turns down included. */
const speaksOf = (text: string, language: string | undefined, { gist }: Question): boolean => {
  const newer = gistOf(text, language);
  return isOpposed(newer, gist) || overlapOf(newer, gist) > 0;
};

/**
 * A word of the same person on the same matter, said after the correction, may take its place: then they changed their
 * mind. What work or idleness speaks against an entry is no such word.
 */
function saidLater(change: Change, question: Question, newer: NewerWords): boolean {
  const { operation, after, closes } = change;
  if (operation === 'replace' && after !== null)
    return isLater(after.evidence, question) && speaksOf(after.text, undefined, question);
  if (operation !== 'retire') return false;
  return closes
    .flatMap(({ entryId }) => newer.get(entryId) ?? [])
    .some(
      ({ evidence, text, language }) => isLater(evidence, question) && speaksOf(text, language, question),
    );
}

const touchedBy = ({ closes, after }: Change): readonly string[] => [
  ...closes.map(({ entryId }) => entryId),
  ...(after ? [after.id] : []),
];

/** Pure. Each change by itself: what it would close, and what would stand in its place. */
export function sitExam(
  changes: readonly Change[],
  entries: readonly MemoryEntry[],
  questions: readonly Question[],
  newer: NewerWords = new Map(),
): readonly Lost[] {
  const closing = changes.filter(
    ({ closes, after, operation }) => closes.length > 0 || (after !== null && operation !== 'add'),
  );
  if (closing.length === 0 || questions.length === 0) return [];
  const shelf = shelve(entries);
  const touched = new Set<string>(closing.flatMap(touchedBy));
  const known = questions.map((question) => ({ question, by: answeredBy(shelf, question, touched) }));
  const byEntry = new Map<string, { readonly question: Question; readonly by: readonly MemoryEntry[] }[]>();
  for (const one of known) for (const { id } of one.by) byEntry.set(id, [...(byEntry.get(id) ?? []), one]);
  return closing.flatMap((change) => {
    const gone = new Set<string>(change.closes.map(({ entryId }) => entryId));
    const lost = new Set<string>();
    for (const { question, by } of new Set(touchedBy(change).flatMap((id) => byEntry.get(id) ?? []))) {
      const stays = by.some(({ id }) => !gone.has(id) && id !== change.after?.id);
      const isAnswered = stays || (change.after !== null && answers(change.after, question));
      if (!isAnswered && !saidLater(change, question, newer)) lost.add(question.text);
    }
    return lost.size > 0 ? [{ change, questions: [...lost] }] : [];
  });
}

/** Held back for a person, with the corrections named. */
export function holdBack(changes: readonly Change[], lost: readonly Lost[]): readonly Change[] {
  const byId = new Map(lost.map((one) => [one.change.id, one.questions]));
  return changes.map((change) => {
    const questions = byId.get(change.id);
    if (questions === undefined) return change;
    const named = questions.map((text) => `“${text}”`).join(', ');
    return {
      ...flagged(change, 'loses-correction'),
      why: `${change.why} Held back: memory would no longer say what you once put right: ${named}.`,
    };
  });
}
