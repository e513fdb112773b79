// An entry by its id or the beginning of one, as an agent or a person names it.
import type { Failure } from '../../../shared/engine.ts';
import { asEntryId, type EntryId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb } from '../store/db.ts';
import { entryIdsFrom } from '../store/memory.ts';

export const notThere = (what: string): Failure => ({
  kind: 'not-found',
  happened: `${what} is not there.`,
  safe: 'Nothing was changed.',
  todo: 'Use an id as search gives it: mem_… for an entry, SESSION:TURN for words of a session.',
});

export function entryNamed(db: ReadableDb, named: string): Result<EntryId, Failure> {
  const beginning = named.startsWith('mem_') ? named : `mem_${named}`;
  // Fewer digits fit more than one entry too easily.
  if (!/^mem_[0-9a-f]{4,16}$/u.test(beginning)) return err(notThere('Such an entry'));
  const [first, second] = entryIdsFrom(db, beginning, 2);
  return first === undefined || second !== undefined ? err(notThere('One such entry')) : ok(asEntryId(first));
}
