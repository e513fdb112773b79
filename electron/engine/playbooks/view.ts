// A book as a person reads it: its rules with their counts and where each stands, how such work is asked for, and what
// its owner said after it.
import type { ChangeId, EntryId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Playbook, PlaybookRule, RuleStanding } from '../../../shared/playbooks.ts';
import type { Attempt } from './attempts.ts';
import type { Book } from './books.ts';
import { entryIdOf, quoteAt, scopeOfBook, sourcesOf, textOf, type ReadTurn } from './distil.ts';
import type { Rule } from './rules.ts';

export interface Shelved {
  /** Active entries. */
  readonly entries: readonly MemoryEntry[];
  /** What stands in review of the entry that a change would make. */
  standingOf(entry: EntryId): { readonly standing: RuleStanding; readonly changeId: ChangeId } | null;
  readonly readTurn: ReadTurn;
}

const askedMax = 3;
const usualShareMin = 0.6;
const usualMax = 6;

function ruleView(book: Book, rule: Rule, shelved: Shelved): PlaybookRule | null {
  const id = entryIdOf(book, rule);
  const entry = shelved.entries.find((one) => one.id === id);
  const review = shelved.standingOf(id);
  const standing: RuleStanding = entry === undefined ? (review?.standing ?? 'held') : 'in-memory';
  if (standing === 'held' && !rule.isOffered) return null;
  const { withWell, withBadly, withoutWell, withoutBadly } = rule.contrast;
  return {
    id,
    part: rule.part,
    // in its owner's words, where they changed them
    text: entry?.text ?? textOf(rule, book.language),
    standing,
    changeId: review?.changeId ?? null,
    helpful: withWell,
    harmful: withBadly,
    withoutWell,
    withoutBadly,
    turned: rule.turns.length,
    luck: rule.part === 'check' ? null : rule.luck,
    isSure: rule.isSure,
    sources: sourcesOf(shelved.readTurn, rule),
  };
}

/** What was run before it in most sessions that went well, in the usual order. */
function usualOf(well: readonly Attempt[]): Playbook['usual'] {
  const places = new Map<string, number[]>();
  for (const { before } of well) {
    const inOrder = [...before].sort((a, b) => a[1] - b[1]).map(([family]) => family);
    for (const [at, family] of inOrder.entries()) places.set(family, [...(places.get(family) ?? []), at]);
  }
  const mean = (all: readonly number[]): number => all.reduce((sum, at) => sum + at, 0) / all.length;
  return [...places]
    .filter(([, all]) => all.length >= usualShareMin * well.length)
    .sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
    .slice(0, usualMax)
    .sort((a, b) => mean(a[1]) - mean(b[1]) || (a[0] < b[0] ? -1 : 1))
    .map(([step, all]) => ({ step, sessions: all.length }));
}

/** Entries of a person's words that were said right after an attempt. */
function ownersOf(book: Book, entries: readonly MemoryEntry[]): Playbook['owners'] {
  const saidAt = new Set(
    book.sessions.flatMap((attempts) =>
      attempts.flatMap(({ session, ordinal }) => {
        const next = session.steps.find(
          (step) => step.ordinal > ordinal && ['asked', 'complained', 'praised'].includes(step.kind),
        );
        return next === undefined ? [] : [`${session.from.nativeId}|${next.ordinal}`];
      }),
    ),
  );
  return entries
    .filter(({ kind, scope }) => kind !== 'playbook' && (scope === 'global' || scope === scopeOfBook(book)))
    .flatMap(({ id, text, evidence }) => {
      const sources = evidence.filter(
        (one) => one.origin === 'person' && saidAt.has(`${one.session}|${one.turn}`),
      );
      return sources.length === 0 ? [] : [{ id, text, sources }];
    });
}

/** Null for a book without a rule that anybody has to see. */
export function viewOf(book: Book, shelved: Shelved): Omit<Playbook, 'markdown'> | null {
  const rules = book.rules.flatMap((rule) => ruleView(book, rule, shelved) ?? []);
  if (rules.length === 0) return null;
  const first = book.sessions.flatMap(([one]) => one ?? []);
  const well = first.filter(({ went }) => went === 'well');
  const asked = first.flatMap(({ session, askedAt }) =>
    askedAt === null ? [] : quoteAt(shelved.readTurn, session, askedAt, null),
  );
  return {
    id: book.id,
    project: book.project,
    task: book.goal,
    wentWell: well.length,
    wentBadly: first.length - well.length,
    asked: [...new Map(asked.map((one) => [one.quote, one])).values()].slice(0, askedMax),
    usual: usualOf(well),
    rules,
    owners: ownersOf(book, shelved.entries),
  };
}
