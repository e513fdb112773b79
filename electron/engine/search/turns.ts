// Judges the turns that the index names by their words and by what stands around them, joins neighbours into passages,
// and puts the newest first among those that answer alike.
import type { EpochMs, SessionId } from '../../../shared/ids.ts';
import { sessionId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { assert } from '../../../shared/result.ts';
import type { Excerpt, FoundPassage, PassageTurn, SearchOptions, Speaker } from '../../../shared/search.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { ReadableDb } from '../store/db.ts';
import type { FoundTurn, TurnWeights } from '../store/search.ts';
import { searchedStore } from '../store/search.ts';
import { sessionById } from '../store/sessions.ts';
import { turnsAround } from '../store/turns.ts';
import { searchedText } from '../store/words.ts';
import { excerptOf } from './excerpts.ts';
import type { Known } from './lookup.ts';
import { candidates } from './lookup.ts';
import type { Mark } from './marks.ts';
import { marksIn } from './marks.ts';
import type { Query } from './terms.ts';

/** A person's words say what is wanted; an agent's repeat it; a tool's hold every word by chance. */
const speakerWeights: Readonly<Record<Speaker, number>> = { person: 1, agent: 0.6, tool: 0.4 };
/** What was said today counts half more than what was said years ago; of that a half is left after a month. */
const recency = { newest: 0.5, halfMs: 30 * 86_400_000 } as const;
/** How far around a turn is read: FIGURES of retrieval are for a window of neighbouring turns. */
const windowTurns = 2;
/** Turns are read in blocks, and reading is the slow step: half as many again as are asked for, for joining and order. */
const readPerResult = 1.5;
const readMin = 12;
/** Where order matters the index cannot tell: it knows which words a turn holds and not where. */
const readForOrder = 60;

export function findPassages(
  db: ReadableDb,
  query: Query,
  known: readonly Known[],
  given: { readonly options: SearchOptions; readonly entries: readonly MemoryEntry[] },
): readonly FoundPassage[] {
  const { options, entries } = given;
  const nowMs = searchedStore(db).newestMs;
  if (nowMs === null) return [];
  const weights: TurnWeights = { ...speakerWeights, ...recency, nowMs };
  const limit = Math.max(
    asksForOrder(query) ? readForOrder : readMin,
    Math.ceil(options.limit * readPerResult),
  );
  const found = candidates(db, query.terms, known, { filter: options, weights, limit });
  const closings = closingsOf(entries);
  const judge = { query, known, weights, closings };
  const hits = found.flatMap((one) => readHit(db, one, judge));
  const passages = joinNeighbours(hits).toSorted((a, b) => b.score - a.score || newestFirst(a, b));
  return newestFirstAmongAlike(passages)
    .slice(0, options.limit)
    .flatMap((passage) => showPassage(db, passage));
}

const asksForOrder = ({ terms, phrases }: Query): boolean =>
  phrases.length > 0 || terms.some((term) => term.kind === 'signs' && term.pairs.length > 1);

interface Judging {
  readonly query: Query;
  readonly known: readonly Known[];
  readonly weights: TurnWeights;
  readonly closings: ReadonlyMap<string, string>;
}

interface Hit {
  readonly found: FoundTurn;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly score: number;
  /** Which terms it holds, as bits. */
  readonly held: number;
  readonly closedBecause: string | null;
}

function readHit(db: ReadableDb, found: FoundTurn, judging: Judging): readonly Hit[] {
  const { query, closings } = judging;
  const text = searchedText(found.turn);
  const marks = marksIn(text, query);
  // The index knows pairs of signs, not runs: where the pairs stand apart, the turn holds nothing of it.
  if (marks.length === 0) return [];
  const held = heldIn(marks);
  const near = held === (1 << query.terms.length) - 1 ? 0 : heldAround(db, found, query);
  const closedBecause = closings.get(placeOf(found.session, found.turn.ordinal)) ?? null;
  const stale = closedBecause === null ? 1 : staleShare;
  const score = scoreOf({ text, marks, near }, judging) * worthOf(found.turn, judging.weights) * stale;
  return [{ found, text, marks, score, held, closedBecause }];
}

/** Which terms the turns around it hold. */
function heldAround(db: ReadableDb, { session, turn }: FoundTurn, query: Query): number {
  const around = turnsAround(db, session, turn.ordinal, windowTurns).filter(
    (one) => one.ordinal !== turn.ordinal,
  );
  return around.reduce((held, one) => held | heldIn(marksIn(searchedText(one), query)), 0);
}

/** Memory says that it is no longer so: it is still found, behind what is so. */
const staleShare = 0.5;

const heldIn = (marks: readonly Mark[]): number => marks.reduce((held, mark) => held | (1 << mark.term), 0);

const isOfPerson = (turn: Turn): boolean =>
  turn.kind === 'message' && turn.spans.some((span) => span.origin === 'person');

const speakerOf = (turn: Turn): Speaker =>
  isOfPerson(turn) ? 'person' : turn.kind === 'message' ? 'agent' : 'tool';

function worthOf(turn: Turn, weights: TurnWeights): number {
  const ageMs = Math.max(0, weights.nowMs - (turn.atMs ?? 0));
  return weights[speakerOf(turn)] * (1 + weights.newest / (1 + ageMs / weights.halfMs));
}

// BM25's usual constants (Robertson, Zaragoza 2009); the usual length is that of a message in our own transcripts.
const saturation = 1.2;
const lengthShare = 0.75;
const usualChars = 400;
/** A term that only a neighbour holds. */
const neighbourShare = 0.4;
/** Words that stand together as they were typed. */
const togetherBonus = 0.5;

interface Words {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Terms that its neighbours hold, as bits. */
  readonly near: number;
}

function scoreOf({ text, marks, near }: Words, { query, known }: Judging): number {
  const length = 1 - lengthShare + lengthShare * (text.length / usualChars);
  const score = known.reduce((sum, { rarity }, term) => {
    const times = marks.reduce((all, mark) => (mark.term === term ? all + mark.likeness : all), 0);
    if (times === 0) return sum + ((near >> term) & 1) * neighbourShare * rarity;
    return sum + (rarity * times * (saturation + 1)) / (times + saturation * length);
  }, 0);
  return score * (1 + togetherBonus * togetherness(marks, query));
}

/** What may stand between two words of one thing: a space, a slash, a dot, an underscore, two colons. */
const betweenCharsMax = 2;

/** The share of neighbouring terms that stand side by side; what was typed as one thing counts whole or not at all, twice. */
function togetherness(marks: readonly Mark[], { terms, phrases }: Query): number {
  const pairs = new Set(
    marks.flatMap((mark, index) => {
      const next = marks[index + 1];
      const isNext = next !== undefined && next.start - mark.end <= betweenCharsMax;
      return isNext && mark.likeness === 1 && next.likeness === 1 ? [mark.term * 32 + next.term] : [];
    }),
  );
  const isTogether = (a: number, b: number): boolean => pairs.has(a * 32 + b);
  const inOrder = terms.slice(1).filter((_, index) => isTogether(index, index + 1)).length;
  const whole = phrases.filter((phrase) =>
    phrase.every((term, at) => at === 0 || isTogether(phrase[at - 1] ?? term, term)),
  ).length;
  const share = terms.length < 2 ? 0 : inOrder / (terms.length - 1);
  return share + (phrases.length === 0 ? 0 : (2 * whole) / phrases.length);
}

const placeOf = (session: SessionId, ordinal: number): string => `${session}#${ordinal}`;

/** Turns that prove something which memory has closed and nothing that still holds, with the reason. */
function closingsOf(entries: readonly MemoryEntry[]): ReadonlyMap<string, string> {
  const placesOf = (status: MemoryEntry['status']): readonly (readonly [string, string])[] =>
    entries
      .filter((entry) => entry.status === status)
      .flatMap(({ evidence, closedBecause }) =>
        evidence.map(
          (each) => [placeOf(sessionId(each.agent, each.session), each.turn), closedBecause ?? ''] as const,
        ),
      );
  const closings = new Map(placesOf('closed'));
  for (const [place] of placesOf('active')) closings.delete(place);
  return closings;
}

interface Passage {
  readonly best: Hit;
  readonly hits: readonly Hit[];
  readonly score: number;
}

/** Answers that stand so near to one another in a session are one. */
const joinedWithin = 2;
/** Each further answer beside the best says that the passage is about it. */
const furtherShare = 0.1;

function joinNeighbours(hits: readonly Hit[]): readonly Passage[] {
  const perSession = Map.groupBy(hits, (hit) => hit.found.session);
  return [...perSession.values()].flatMap((all) => {
    const inOrder = all.toSorted((a, b) => a.found.turn.ordinal - b.found.turn.ordinal);
    const groups: Hit[][] = [];
    for (const hit of inOrder) {
      const last = groups.at(-1);
      const before = last?.at(-1);
      const isNear =
        before !== undefined && hit.found.turn.ordinal - before.found.turn.ordinal <= joinedWithin;
      if (last !== undefined && isNear) last.push(hit);
      else groups.push([hit]);
    }
    return groups.map(passageOf);
  });
}

/** What answers so much worse than its neighbour is only what stands around it. */
const answersShare = 0.25;

function passageOf(near: readonly Hit[]): Passage {
  const byScore = near.toSorted((a, b) => b.score - a.score || a.found.turn.ordinal - b.found.turn.ordinal);
  const best = byScore[0];
  assert(best !== undefined, 'a passage has an answer');
  const hits = byScore.filter((hit) => hit.score >= answersShare * best.score);
  const further = hits.slice(1).reduce((sum, hit) => sum + furtherShare * hit.score, 0);
  return { best, hits, score: best.score + further };
}

const timeOf = ({ best }: Passage): EpochMs | 0 => best.found.turn.atMs ?? 0;
const newestFirst = (a: Passage, b: Passage): number => timeOf(b) - timeOf(a) || bestFirst(a, b);
const bestFirst = (a: Passage, b: Passage): number =>
  b.score - a.score ||
  (a.best.found.session < b.best.found.session ? -1 : a.best.found.session > b.best.found.session ? 1 : 0) ||
  a.best.found.turn.ordinal - b.best.found.turn.ordinal;

/** Scores this near to one another do not tell which answer is right; the date does. */
const alikeShare = 0.7;

const isAlike = (a: Passage, b: Passage): boolean =>
  a.best.held === b.best.held &&
  speakerOf(a.best.found.turn) === speakerOf(b.best.found.turn) &&
  (a.best.closedBecause === null) === (b.best.closedBecause === null) &&
  b.score >= alikeShare * a.score;

/** Of passages that answer alike the newest comes first: what was said last is what holds. */
function newestFirstAmongAlike(sorted: readonly Passage[]): readonly Passage[] {
  const ordered: Passage[] = [];
  let rest = sorted;
  while (rest[0] !== undefined) {
    const leader = rest[0];
    const alike = rest.filter((one) => one === leader || isAlike(leader, one));
    ordered.push(...alike.toSorted(newestFirst));
    rest = rest.filter((one) => !alike.includes(one));
  }
  return ordered;
}

function showPassage(db: ReadableDb, { best, hits, score }: Passage): readonly FoundPassage[] {
  const session = sessionById(db, best.found.session);
  if (session === null) return [];
  const { agent, nativeId, project, title } = session;
  const { ordinal, atMs } = best.found.turn;
  const turns = [...hits.map(showHit), ...showAround(db, hits)].toSorted((a, b) => a.ordinal - b.ordinal);
  const { closedBecause } = best;
  return [
    { session: session.id, agent, nativeId, project, title, atMs, ordinal, score, closedBecause, turns },
  ];
}

const showHit = ({ found, text, marks }: Hit): PassageTurn =>
  showTurn(found.turn, excerptOf(text, marks), true);

/** The words right before and after; what tools printed there helps nobody. */
function showAround(db: ReadableDb, hits: readonly Hit[]): readonly PassageTurn[] {
  const answering = hits.map((hit) => hit.found.turn.ordinal);
  const [first, last] = [Math.min(...answering), Math.max(...answering)];
  const session = hits[0]?.found.session;
  if (session === undefined) return [];
  const middle = Math.floor((first + last) / 2);
  return turnsAround(db, session, middle, last - middle + 1)
    .filter((turn) => turn.kind === 'message' && !answering.includes(turn.ordinal))
    .flatMap((turn) => {
      const text = searchedText(turn);
      return text.trim() === '' ? [] : [showTurn(turn, excerptOf(text, []), false)];
    });
}

const showTurn = (turn: Turn, excerpt: Excerpt, answers: boolean): PassageTurn => ({
  ordinal: turn.ordinal,
  atMs: turn.atMs,
  speaker: speakerOf(turn),
  kind: turn.kind,
  answers,
  excerpt,
});
