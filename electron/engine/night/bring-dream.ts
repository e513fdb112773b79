// A dream from elsewhere, brought home line by line: what a person's own words prove waits in review with them; all else
// waits as a note, which never becomes memory. No quote, no memory, whoever dreamt it.
import { changeId, entryId, nightId, sessionId, type ChangeId, type EpochMs } from '../../../shared/ids.ts';
import type { ManagedBrought } from '../../../shared/managed.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { Change, Proposal } from '../../../shared/proposal.ts';
import { ok } from '../../../shared/result.ts';
import { gistOf, isSame } from '../deep/sameness.ts';
import type { ManagedDocument } from '../deps.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/language.ts';
import { sentencesOf } from '../language/sentences.ts';
import { readSentence, stemsOf } from '../language/words.ts';
import type { Masker } from '../masking/masker.ts';
import { wordingHolds } from '../minds/wording.ts';
import { search } from '../search/search.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { changeState, putProposal } from '../store/proposals.ts';
import { turnsAround } from '../store/turns.ts';
import { documentEntries } from './program-documents.ts';
import { hearQuoteIn } from './reading.ts';

/** No night of ours proposed it. */
export const broughtNight = nightId('brought from a managed dream');

export interface Bringing {
  readonly db: WritableDb;
  readonly masker: Masker;
  readonly nowMs: EpochMs;
  /** The dream's id. */
  readonly dream: string;
  readonly before: readonly ManagedDocument[];
  readonly after: readonly ManagedDocument[];
}

const passagesMax = 8;
const evidenceMax = 4;
// A shorter part in quotation marks is a name.
const quotedCharsMin = 12;
const lineCharsMax = 400;

const quotedIn = (line: string): readonly string[] =>
  [...line.matchAll(/["“„«]([^"“”„«»]{12,400})["”»]/gu)].flatMap(([, words]) => words ?? []);

/** Sentences of a person that answer to a line, to the letter. */
function saidLike(db: ReadableDb, line: string): readonly Evidence[] {
  const found = search(db, line, { limit: passagesMax, agent: null, project: null, sinceMs: null });
  return found.passages.flatMap(({ agent, nativeId: session, project, turns }) =>
    turns
      .filter(({ speaker, answers }) => speaker === 'person' && answers)
      .flatMap(({ ordinal }) => turnsAround(db, sessionId(agent, session), ordinal, 0))
      .flatMap((turn) => {
        const language = languageOf(detectLanguage(turn.text.slice(0, 4_000)));
        return sentencesOf(turn.text, language).flatMap(({ text }): readonly Evidence[] => {
          const quote = text.trim();
          if (quote === '' || quote.includes('⟦masked:')) return [];
          const heard = hearQuoteIn(db)({ agent, session, turn: turn.ordinal }, quote);
          return heard?.origin === 'person'
            ? [{ session, turn: turn.ordinal, agent, project, quote, ...heard }]
            : [];
        });
      }),
  );
}

/** A person said it: the line itself, a part that it quotes, or all of its words in one sentence and with the same "not". */
function proofOf(db: ReadableDb, line: string): readonly Evidence[] {
  const said = saidLike(db, line);
  const plain = line.replace(/[.!?。]+$/u, '');
  const quoted = quotedIn(line).filter((words) => words.length >= quotedCharsMin);
  const language = languageOf(detectLanguage(line));
  const proves = ({ quote }: Evidence): boolean => {
    if (quote.includes(plain)) return true;
    if (quoted.length > 0) return quoted.every((words) => quote.includes(words));
    const { terms } = readSentence(quote, language);
    const negated = stemsOf(terms.filter((term) => term.negated));
    const about = { language: language.lexicon.code, text: quote, terms: stemsOf(terms), negated };
    return wordingHolds(line, about, [quote]);
  };
  return said.filter(proves).slice(0, evidenceMax);
}

const entryFor = (line: MemoryEntry, evidence: readonly Evidence[]): MemoryEntry => ({
  ...line,
  id: entryId('dream', line.scope, line.text),
  origin: 'dream',
  taint: evidence.length > 0 ? 'person' : 'agent',
  evidence,
});

function changeFor(line: MemoryEntry, evidence: readonly Evidence[], dream: string): Change {
  const after = entryFor(line, evidence);
  const isProven = evidence.length > 0;
  return {
    id: isProven ? changeId('add', after.id) : changeId('note', after.id, dream),
    nightId: broughtNight,
    operation: isProven ? 'add' : 'note',
    title: after.text,
    why: isProven
      ? `The managed dream ${dream} holds it, and you said so.`
      : `The managed dream ${dream} holds it, and no words of yours that were read here prove it. It is a note, and becomes no memory.`,
    after,
    closes: [],
    flags: isProven ? ['by-model'] : ['by-model', 'untrusted'],
  };
}

/** What the dream left out of what it was given; it is shown, and nothing is taken out by it. */
const goneNote = (line: MemoryEntry, dream: string): Change => ({
  id: changeId('note', line.id, dream, 'gone'),
  nightId: broughtNight,
  operation: 'note',
  title: `No longer in what the managed dream holds: “${line.text}”`,
  why: `The managed dream ${dream} left it out of its store. Yours is as it was.`,
  after: null,
  closes: [],
  flags: ['by-model', 'untrusted'],
});

const textsOf = (lines: readonly MemoryEntry[]): ReadonlySet<string> =>
  new Set(lines.map(({ text }) => text));

/** Distinct lines, masked, each short enough to be a memory. */
function linesOf(documents: readonly ManagedDocument[], { masker, nowMs }: Bringing): readonly MemoryEntry[] {
  const kept = documents.map(({ path, content }) => ({ id: path, path, content: masker.mask(content).text }));
  const lines = documentEntries(kept, nowMs).map(({ entry }) => entry);
  const seen = new Set<string>();
  return lines.filter(
    ({ text, scope }) =>
      text.length <= lineCharsMax && !seen.has(`${scope} ${text}`) && seen.add(`${scope} ${text}`),
  );
}

/** Into review, flagged; nothing settles it but its owner. */
export function bringDream(bringing: Bringing): Omit<ManagedBrought, 'dream'> {
  const { db, nowMs, dream } = bringing;
  const [before, after] = [linesOf(bringing.before, bringing), linesOf(bringing.after, bringing)];
  const memory = currentMemory(db);
  const active = memory.entries.filter(({ status }) => status === 'active');
  const gists = active.map((entry) => ({ entry, gist: gistOf(entry.text) }));
  const isKnown = ({ text }: MemoryEntry): boolean => {
    const gist = gistOf(text);
    return gists.some((one) => one.entry.text === text || isSame(one.gist, gist));
  };
  const news = after.filter((line) => !isKnown(line));
  const still = textsOf(after);
  const own = textsOf(active);
  const gone = before.filter(({ text }) => !still.has(text));
  const changes = [
    ...news.map((line) => changeFor(line, proofOf(db, line.text), dream)),
    ...gone.filter(({ text }) => own.has(text)).map((line) => goneNote(line, dream)),
  ];
  const isOpen = ({ id }: Change): boolean => {
    const state = changeState(db, id);
    return state === null || state === 'superseded' || state === 'waiting';
  };
  const open = changes.filter(isOpen);
  const proposal: Proposal = { nightId: broughtNight, base: memory.number, changes: open };
  inTransaction(db, () => {
    putProposal(db, proposal, nowMs, { keepOlder: true });
    return ok(null);
  });
  const ids = (wanted: Change['operation']): readonly ChangeId[] =>
    open.filter(({ operation }) => operation === wanted).map(({ id }) => id);
  return {
    lines: after.length,
    known: after.length - news.length,
    proven: ids('add'),
    unproven: ids('note'),
    refused: changes.length - open.length,
    gone: gone.length,
  };
}
