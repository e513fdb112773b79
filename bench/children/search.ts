// Asks the engine and a bare FTS5 table the same queries in turns. The bare one: any of the words, ten best by BM25.
import Database from 'better-sqlite3';
import { createEngine } from '../../electron/engine/index.ts';
import { epochMs } from '../../shared/ids.ts';
import { median } from '../line.ts';
import { answer, question, timed } from './answer.ts';

export interface SearchQuestion {
  readonly home: string;
  readonly data: string;
  readonly database: string;
  readonly queries: readonly string[];
  readonly rounds: number;
}

export interface SearchTimes {
  readonly query: string;
  readonly ms: number;
  readonly bareMs: number;
  readonly passages: number;
  readonly bareRows: number;
}

const limit = 10;
const asked = question() as SearchQuestion;
const now = (): ReturnType<typeof epochMs> => epochMs(Date.now());
const engine = await createEngine({
  clock: { now, wall: now, ticks: () => performance.now() },
  home: asked.home,
  data: asked.data,
  keyFolder: `${asked.data}-key`,
  env: {},
  sample: null,
});
if (!engine.ok) throw new Error(engine.error.happened);
const db = new Database(asked.database, { readonly: true });
const bare = db.prepare('SELECT rowid, text FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ?');
const anyOf = (query: string): string =>
  (query.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map((word) => `"${word}"`).join(' OR ');

async function search(query: string): Promise<number> {
  if (!engine.ok) return 0;
  const found = await engine.value.search(query, { limit, agent: null, project: null, sinceMs: null });
  if (!found.ok) throw new Error(found.error.happened);
  return found.value.passages.length;
}

// Once for each before the clock runs: neither side pays for opening files.
for (const query of asked.queries) {
  await search(query);
  bare.all(anyOf(query), limit);
}
const times: SearchTimes[] = [];
for (const query of asked.queries) {
  const [ours, theirs]: [number[], number[]] = [[], []];
  let [passages, bareRows] = [0, 0];
  for (let done = 0; done < asked.rounds; done++) {
    const searched = await timed(() => search(query));
    const plain = await timed(() => bare.all(anyOf(query), limit).length);
    ours.push(searched.ms);
    theirs.push(plain.ms);
    [passages, bareRows] = [searched.result, plain.result];
  }
  times.push({ query, ms: median(ours), bareMs: median(theirs), passages, bareRows });
}
engine.value.close();
answer({ times });
