// What agents were given on asking, and what was said of it: "this helped", "this was wrong". A log; nothing of what was
// asked is kept.
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import { asEntryId } from '../../../shared/ids.ts';
import type { AgentKind } from '../../../shared/transcript.ts';
import { agentKinds } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { integer, oneOf, text, textOrNull, timeMs } from './rows.ts';

export const servingKinds = ['search', 'read', 'explain', 'briefing', 'memory'] as const;
export type ServingKind = (typeof servingKinds)[number];

export interface Serving {
  readonly kind: ServingKind;
  /** The name that the asking program gives itself. */
  readonly client: string;
  /** Null for a program that none of our importers reads. */
  readonly agent: AgentKind | null;
  readonly project: string | null;
  /** Of the whole answer. */
  readonly tokens: number;
  readonly entryIds: readonly EntryId[];
  readonly atMs: EpochMs;
}

/** Within the caller's transaction. */
export function putServing(db: WritableDb, serving: Serving): void {
  const { rowId } = db.run(sql`
    INSERT INTO servings (kind, client, agent, project, tokens, at_ms)
    VALUES (${serving.kind}, ${serving.client}, ${serving.agent}, ${serving.project}, ${serving.tokens},
      ${serving.atMs})`);
  for (const entry of new Set(serving.entryIds)) {
    db.run(sql`
      INSERT INTO serving_entries (serving, entry)
      VALUES (${rowId}, ${entry})`);
  }
}

/** Oldest first. */
export const allServings = (db: ReadableDb): readonly Serving[] =>
  db.all(
    sql`
      SELECT s.kind, s.client, s.agent, s.project, s.tokens, s.at_ms,
        (SELECT json_group_array(e.entry) FROM serving_entries AS e WHERE e.serving = s.number) AS entries_json
      FROM servings AS s
      ORDER BY s.at_ms, s.number`,
    (row): Serving => ({
      kind: oneOf(row, 'kind', servingKinds),
      client: text(row, 'client'),
      agent: agentKinds.find((agent) => agent === textOrNull(row, 'agent')) ?? null,
      project: textOrNull(row, 'project'),
      tokens: integer(row, 'tokens'),
      entryIds: JSON.parse(text(row, 'entries_json')) as readonly EntryId[],
      atMs: timeMs(row, 'at_ms'),
    }),
  );

export const feedbackVerdicts = ['helped', 'wrong', 'taken-back'] as const;
export type FeedbackVerdict = (typeof feedbackVerdicts)[number];

export interface EntryFeedback {
  readonly entryId: EntryId;
  readonly verdict: FeedbackVerdict;
  readonly by: 'you' | 'agent';
  readonly client: string;
  readonly project: string | null;
  readonly atMs: EpochMs;
}

export const putEntryFeedback = (db: WritableDb, feedback: EntryFeedback): void =>
  void db.run(sql`
    INSERT INTO entry_feedback (entry, kind, made_by, client, project, at_ms)
    VALUES (${feedback.entryId}, ${feedback.verdict}, ${feedback.by}, ${feedback.client}, ${feedback.project},
      ${feedback.atMs})`);

/** Oldest first. */
export const allEntryFeedback = (db: ReadableDb): readonly EntryFeedback[] =>
  db.all(
    sql`
      SELECT entry, kind, made_by, client, project, at_ms
      FROM entry_feedback
      ORDER BY number`,
    (row): EntryFeedback => ({
      entryId: asEntryId(text(row, 'entry')),
      verdict: oneOf(row, 'kind', feedbackVerdicts),
      by: oneOf(row, 'made_by', ['you', 'agent']),
      client: text(row, 'client'),
      project: textOrNull(row, 'project'),
      atMs: timeMs(row, 'at_ms'),
    }),
  );
