// Finds entries of memory: what is true now first. What was true is shown only where nothing newer speaks of the same.
import type { EpochMs } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { FoundEntry, SearchOptions } from '../../../shared/search.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/language.ts';
import { readSentence, stemsOf } from '../language/words.ts';
import type { ReadableDb } from '../store/db.ts';
import { currentMemory, newestVersionNumber } from '../store/memory.ts';
import { excerptOf } from './excerpts.ts';
import type { Known } from './lookup.ts';
import type { Mark } from './marks.ts';
import { marksIn } from './marks.ts';
import type { Query } from './terms.ts';

interface Remembered {
  readonly version: number;
  readonly entries: readonly MemoryEntry[];
}

// A version never changes, so what was read of it stays true.
const read = new WeakMap<ReadableDb, Remembered>();

export function entriesNow(db: ReadableDb): readonly MemoryEntry[] {
  const version = newestVersionNumber(db);
  const before = read.get(db);
  if (before?.version === version) return before.entries;
  const { entries } = currentMemory(db);
  read.set(db, { version, entries });
  return entries;
}

/** Less of the query, by the rarity of its words, is chance. */
const shareMin = 0.4;

export function findEntries(
  entries: readonly MemoryEntry[],
  query: Query,
  known: readonly Known[],
  options: SearchOptions,
): readonly FoundEntry[] {
  const rarities = known.map(({ rarity }) => rarity);
  const all = rarities.reduce((sum, rarity) => sum + rarity, 0);
  const found = entries.flatMap((entry) => {
    if (!isWanted(entry, options)) return [];
    const marks = marksIn(entry.text, query);
    const score = scoreOf(marks, rarities) / Math.max(all, Number.EPSILON);
    return score < shareMin ? [] : [{ entry, marks, score }];
  });
  const active = found.filter(({ entry }) => entry.status === 'active').toSorted(byScoreThenNewest);
  const closed = found.filter(({ entry }) => entry.status === 'closed').toSorted(byScoreThenNewest);
  const isOld = createIsOld(entries.filter((entry) => entry.status === 'active'));
  const wasTrue = newestOfSubject(closed.filter(({ entry }) => !isOld(entry)));
  return [...active, ...wasTrue].slice(0, options.limit).map(({ entry, marks, score }) => ({
    entry,
    excerpt: excerptOf(entry.text, marks),
    score,
    wasTrue: entry.status === 'closed',
  }));
}

interface Candidate {
  readonly entry: MemoryEntry;
  readonly marks: readonly Mark[];
  readonly score: number;
}

function isWanted({ scope, evidence, places, validity }: MemoryEntry, options: SearchOptions): boolean {
  const { agent, project, sinceMs } = options;
  const heardBy = [...evidence, ...places].map((each) => each.agent);
  const isOfAgent = agent === null || scope === `agent:${agent}` || heardBy.includes(agent);
  const isOfProject =
    project === null || !scope.startsWith('project:') || sameName(scope.slice('project:'.length), project);
  const newestMs = Math.max(validity.knownFromMs, ...evidence.map((each) => each.atMs ?? 0));
  return isOfAgent && isOfProject && (sinceMs === null || newestMs >= sinceMs);
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Each term once, by its best form: an entry is one sentence. */
function scoreOf(marks: readonly Mark[], rarities: readonly number[]): number {
  const likeness = new Map<number, number>();
  for (const mark of marks) likeness.set(mark.term, Math.max(likeness.get(mark.term) ?? 0, mark.likeness));
  return [...likeness].reduce((sum, [term, how]) => sum + how * (rarities[term] ?? 0), 0);
}

const newestOf = ({ validity }: MemoryEntry): EpochMs => validity.trueFromMs ?? validity.knownFromMs;

const byScoreThenNewest = (a: Candidate, b: Candidate): number =>
  b.score - a.score || newestOf(b.entry) - newestOf(a.entry) || (a.entry.id < b.entry.id ? -1 : 1);

/** Two statements that share so much of the shorter one speak of the same. */
const subjectShareMin = 0.5;

const stemsOfText = (text: string): ReadonlySet<string> =>
  new Set(stemsOf(readSentence(text, languageOf(detectLanguage(text))).terms));

function isSameSubject(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared > 0 && shared >= subjectShareMin * Math.min(a.size, b.size);
}

const canMeet = (a: MemoryEntry, b: MemoryEntry): boolean =>
  a.scope === b.scope || a.scope === 'global' || b.scope === 'global';

/** Something newer is true on the subject: then the person need not read what was. */
function createIsOld(active: readonly MemoryEntry[]): (closed: MemoryEntry) => boolean {
  const stems = new Map<MemoryEntry, ReadonlySet<string>>();
  const stemsOfEntry = (entry: MemoryEntry): ReadonlySet<string> => {
    const known = stems.get(entry) ?? stemsOfText(entry.text);
    stems.set(entry, known);
    return known;
  };
  return (closed) => {
    const own = stemsOfText(closed.text);
    return active.some(
      (entry) =>
        newestOf(entry) >= newestOf(closed) &&
        canMeet(entry, closed) &&
        isSameSubject(own, stemsOfEntry(entry)),
    );
  };
}

/** Of several closed ones on one subject only the last that was true. */
function newestOfSubject(closed: readonly Candidate[]): readonly Candidate[] {
  const withStems = closed.map((one) => ({ one, stems: stemsOfText(one.entry.text) }));
  return withStems
    .filter(
      ({ one, stems }) =>
        !withStems.some(
          (other) =>
            other.one !== one &&
            newestOf(other.one.entry) > newestOf(one.entry) &&
            canMeet(other.one.entry, one.entry) &&
            isSameSubject(stems, other.stems),
        ),
    )
    .map(({ one }) => one);
}
