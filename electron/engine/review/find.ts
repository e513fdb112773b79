// Finds the proposed change, or the entry, that a person means by an id or the beginning of one.
import type { Failure } from '../../../shared/engine.ts';
import type { EntryId } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { assert, err, ok } from '../../../shared/result.ts';
import type { ReadableDb } from '../store/db.ts';
import { entryIdsFrom } from '../store/memory.ts';
import type { StandingChange } from '../store/proposals.ts';
import { changeById, changeIdsFrom } from '../store/proposals.ts';

const beginningWith = (prefix: string, typed: string): string => {
  const wanted = typed.trim().toLowerCase();
  return wanted.startsWith(prefix) ? wanted : `${prefix}${wanted}`;
};

export function findChange(db: ReadableDb, typed: string): Result<StandingChange, Failure> {
  const beginning = beginningWith('chg_', typed);
  const [first, second] = typed.trim() === '' ? [] : changeIdsFrom(db, beginning, 2);
  if (first === undefined) return err(notThere(`No proposed change has the id "${typed}".`, 'review list'));
  if (second !== undefined && first !== beginning)
    return err(ambiguous(`Several proposed changes begin with "${typed}".`));
  const found = changeById(db, first);
  assert(found !== null, `${first} was just found`);
  return ok(found);
}

export function findEntry(db: ReadableDb, typed: string): Result<EntryId, Failure> {
  const beginning = beginningWith('mem_', typed);
  const [first, second] = typed.trim() === '' ? [] : entryIdsFrom(db, beginning, 2);
  if (first === undefined) return err(notThere(`No entry of memory has the id "${typed}".`, 'memory list'));
  if (second !== undefined && first !== beginning)
    return err(ambiguous(`Several entries of memory begin with "${typed}".`));
  return ok(first);
}

const notThere = (happened: string, list: string): Failure => ({
  kind: 'not-found',
  happened,
  safe: 'Nothing was changed.',
  todo: `See the ids with "${list}".`,
});

const ambiguous = (happened: string): Failure => ({
  kind: 'wrong-input',
  happened,
  safe: 'Nothing was changed.',
  todo: 'Type more of the id.',
});
