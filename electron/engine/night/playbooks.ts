// Conducts the answer to "how does work go well here": books of all sessions as they stand now, beside what memory holds
// and what waits for review. Counts are of today; nothing is kept but the rules themselves.
import type { SessionSignals } from '../../../shared/dream.ts';
import type { ChangeId, EntryId } from '../../../shared/ids.ts';
import type { Playbook, RuleStanding } from '../../../shared/playbooks.ts';
import { booksOf } from '../playbooks/books.ts';
import type { ReadTurn } from '../playbooks/distil.ts';
import { playbookMarkdown } from '../playbooks/render.ts';
import { viewOf } from '../playbooks/view.ts';
import type { ReadableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { standingChanges } from '../store/proposals.ts';
import { readSettings } from '../store/settings.ts';
import { allSignals } from '../store/signals.ts';
import { turnsAround } from '../store/turns.ts';
import { engineVersion } from './engine-version.ts';
import { keptOut } from './kept-out.ts';

export const readTurnOf =
  (db: ReadableDb): ReadTurn =>
  (session, ordinal) =>
    turnsAround(db, session, ordinal, 0)[0] ?? null;

/** What was done in every session that its owner lets us read. */
export function workSignals(db: ReadableDb): readonly SessionSignals[] {
  const isKeptOut = keptOut(readSettings(db));
  const kept: SessionSignals[] = [];
  for (const one of allSignals(db, engineVersion)) {
    if (one.work === '' || isKeptOut(one.agent, one.project)) continue;
    kept.push({ ...one, signals: [], ordinary: {} });
  }
  return kept;
}

const no: readonly string[] = ['rejected', 'duplicate', 'rolled-back'];

function reviewOf(db: ReadableDb): ReadonlyMap<EntryId, { standing: RuleStanding; changeId: ChangeId }> {
  const found = new Map<EntryId, { standing: RuleStanding; changeId: ChangeId }>();
  for (const { change, state } of standingChanges(db, [
    'waiting',
    'approved',
    'snoozed',
    'rejected',
    'duplicate',
    'rolled-back',
  ])) {
    if (change.after?.kind !== 'playbook') continue;
    const standing = no.includes(state) ? 'turned-down' : 'waiting';
    found.set(change.after.id, { standing, changeId: change.id });
  }
  return found;
}

export function playbooksNow(db: ReadableDb): readonly Playbook[] {
  const entries = currentMemory(db).entries.filter(({ status }) => status === 'active');
  const review = reviewOf(db);
  const shelved = {
    entries,
    standingOf: (id: EntryId) => review.get(id) ?? null,
    readTurn: readTurnOf(db),
  };
  return booksOf(workSignals(db)).flatMap((book) => {
    const view = viewOf(book, shelved);
    return view === null ? [] : [{ ...view, markdown: playbookMarkdown(view) }];
  });
}
