// What a person's answers teach, the rules that "never again" made, and what they pinned. An answer that was taken back
// teaches nothing any more; its row stays.
import type { BlockRule, Feedback, FeedbackKind, OwnersWord } from '../../../shared/decisions.ts';
import { feedbackKinds } from '../../../shared/decisions.ts';
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import { asChangeId, asEntryId } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, integer, oneOf, text, timeMs } from './rows.ts';

/** `event`: the row of the log that it comes from. */
export function addFeedback(db: WritableDb, event: number, feedback: Feedback): void {
  const { changeId, kind, atMs, ...content } = feedback;
  db.run(sql`
    INSERT INTO feedback (event, change_id, kind, content, at_ms)
    VALUES (${event}, ${changeId}, ${kind}, ${pack(JSON.stringify(content satisfies FeedbackContent))}, ${atMs})`);
}

/** What holds, oldest first. */
export const feedbackInForce = (db: ReadableDb): readonly Feedback[] =>
  db.all(
    sql`
      SELECT f.change_id, f.kind, f.content, f.at_ms
      FROM feedback AS f
      WHERE NOT EXISTS (SELECT 1 FROM change_events AS u WHERE u.undoes = f.event)
        AND NOT EXISTS (
          SELECT 1
          FROM change_events AS later
          WHERE later.change_id = f.change_id AND later.number > f.event
            AND (later.batch IS NOT NULL OR later.kind = 'applied' AND f.kind = 'rolled-back')
            AND NOT EXISTS (SELECT 1 FROM change_events AS u WHERE u.undoes = later.number))
      ORDER BY f.number`,
    readFeedback,
  );

export function addBlockRule(db: WritableDb, event: number, rule: Omit<BlockRule, 'number'>): void {
  db.run(sql`
    INSERT INTO block_rules (event, change_id, content, made_at_ms)
    VALUES (${event}, ${rule.changeId}, ${pack(rule.text)}, ${rule.madeAtMs})`);
}

/** Oldest first. */
export const blockRules = (db: ReadableDb): readonly BlockRule[] =>
  db.all(
    sql`
      SELECT r.number, r.change_id, r.content, r.made_at_ms
      FROM block_rules AS r
      WHERE NOT EXISTS (SELECT 1 FROM change_events AS u WHERE u.undoes = r.event)
        AND NOT EXISTS (
          SELECT 1
          FROM change_events AS later
          WHERE later.change_id = r.change_id AND later.number > r.event AND later.batch IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM change_events AS u WHERE u.undoes = later.number))
      ORDER BY r.number`,
    (row) => ({
      number: integer(row, 'number'),
      changeId: asChangeId(text(row, 'change_id')),
      text: unpack(bytes(row, 'content')),
      madeAtMs: timeMs(row, 'made_at_ms'),
    }),
  );

/** False where there is no such rule. */
export const liftRule = (db: WritableDb, number: number): boolean =>
  db.run(sql`DELETE FROM block_rules WHERE number = ${number}`).changes === 1;

/** Writes nothing where it stands so already; says whether it did. */
export function setPin(db: WritableDb, entry: EntryId, pinned: boolean, atMs: EpochMs): boolean {
  if (pinnedEntries(db).has(entry) === pinned) return false;
  db.run(sql`INSERT INTO entry_pins (entry, pinned, at_ms) VALUES (${entry}, ${pinned ? 1 : 0}, ${atMs})`);
  return true;
}

/** Since when each of them is pinned. */
export const pinnedSince = (db: ReadableDb): ReadonlyMap<EntryId, EpochMs> =>
  new Map(
    db.all(
      sql`
        SELECT p.entry, p.at_ms
        FROM entry_pins AS p
        WHERE p.pinned = 1 AND p.number = (SELECT MAX(n.number) FROM entry_pins AS n WHERE n.entry = p.entry)
        ORDER BY p.entry`,
      (row) => [asEntryId(text(row, 'entry')), timeMs(row, 'at_ms')] as const,
    ),
  );

export const pinnedEntries = (db: ReadableDb): ReadonlySet<EntryId> => new Set(pinnedSince(db).keys());

/** What was forgotten since says nothing any more. */
const isForgotten = (text: string | null): boolean => text?.includes('⟦masked:forgotten⟧') ?? false;

export const ownersWord = (db: ReadableDb): OwnersWord => ({
  feedback: feedbackInForce(db).filter(({ dreamText }) => !isForgotten(dreamText)),
  rules: blockRules(db).filter(({ text }) => !isForgotten(text)),
  pinned: pinnedEntries(db),
});

type FeedbackContent = Omit<Feedback, 'changeId' | 'kind' | 'atMs'>;

function readFeedback(row: Row): Feedback {
  return {
    ...(JSON.parse(unpack(bytes(row, 'content'))) as FeedbackContent),
    changeId: asChangeId(text(row, 'change_id')),
    kind: oneOf<FeedbackKind>(row, 'kind', feedbackKinds),
    atMs: timeMs(row, 'at_ms'),
  };
}
