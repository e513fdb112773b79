// Finding again: one question over memory and transcripts. It needs no model: words, their stems, who said them, what
// stands around them and when.
import type { SearchAnswer, SearchOptions } from '../../../shared/search.ts';
import type { ReadableDb } from '../store/db.ts';
import { lookUp } from './lookup.ts';
import { entriesNow, findEntries } from './memory.ts';
import { readQuery } from './terms.ts';
import { findPassages } from './turns.ts';

/** Takes any query. Pure but for reading the store: the same store and query give the same answer. */
export function search(db: ReadableDb, typed: string, options: SearchOptions): SearchAnswer {
  const query = readQuery(typed);
  if (query.terms.length === 0) return { terms: [], memory: [], passages: [] };
  const known = lookUp(db, query);
  const entries = entriesNow(db);
  return {
    terms: query.terms.map((term) => term.folded),
    memory: findEntries(entries, query, known, options),
    passages: findPassages(db, query, known, { options, entries }),
  };
}
