// The calls of a night, put in order for people: by stage, with what went wrong, and summed up. Pure.
import type { CallTrace, MindRole, SentPart } from '../../shared/models.ts';
import { assertNever } from '../../shared/result.ts';
import type { PlainKey, Say } from '../words/words.ts';

export const callGroups = ['light', 'rem', 'deep', 'grading', 'test'] as const;
export type CallGroup = (typeof callGroups)[number];

export function groupOf(role: MindRole): CallGroup {
  switch (role) {
    case 'reader':
      return 'light';
    case 'connector':
      return 'rem';
    case 'consolidator':
      return 'deep';
    case 'grader':
      return 'grading';
    case 'test':
      return 'test';
    default:
      return assertNever(role);
  }
}

/** It has no end yet. */
export const isUnderWay = ({ outcome }: CallTrace): boolean => outcome === null;
export const isFaulty = ({ outcome }: CallTrace): boolean => outcome !== null && outcome !== 'said';

export const outcomeWords = ({ outcome }: CallTrace): PlainKey => `trace.outcome.${outcome ?? 'none'}`;

/** What a call was about, as the engine puts it; what is not one of its usual phrases is shown as it is. */
export function aboutWords(about: string, say: Say): string {
  const [, undecided] = /^(\d+) undecided$/u.exec(about) ?? [];
  if (undecided !== undefined) return say('trace.about.undecided', { count: Number(undecided) });
  const [, changes, round] = /^(\d+) changes, round (\d+)$/u.exec(about) ?? [];
  if (changes === undefined || round === undefined) return about;
  return say('trace.about.round', { changes: Number(changes), round: Number(round) });
}

/** Groups that have calls, in the order of the stages. */
export const groupedCalls = (
  calls: readonly CallTrace[],
): readonly (readonly [CallGroup, readonly CallTrace[]])[] =>
  callGroups
    .map((group) => [group, calls.filter(({ role }) => groupOf(role) === group)] as const)
    .filter(([, all]) => all.length > 0);

export const endOfCall = ({ beganAtMs, tookMs }: CallTrace, nowMs: number): number =>
  tookMs === null ? nowMs : beganAtMs + tookMs;

export interface CallSums {
  readonly calls: number;
  readonly tokens: number;
  readonly usd: number;
}

export const sumOf = (calls: readonly CallTrace[]): CallSums => ({
  calls: calls.length,
  tokens: calls.reduce((sum, { counted }) => sum + counted.tokens, 0),
  usd: calls.reduce((sum, { counted }) => sum + counted.usd, 0),
});

export interface SentSession extends SentPart {
  /** Numbers of the calls that it went out with. */
  readonly calls: readonly number[];
}

/** What left the machine, session by session; the same words count once for each call that took them along. */
export function sentSessions(calls: readonly CallTrace[]): readonly SentSession[] {
  const all = new Map<string, SentSession>();
  for (const { number, sent } of calls) {
    for (const part of sent) {
      const known = all.get(part.session);
      all.set(part.session, {
        session: part.session,
        turns: (known?.turns ?? 0) + part.turns,
        bytes: (known?.bytes ?? 0) + part.bytes,
        masked: (known?.masked ?? 0) + part.masked,
        calls: [...new Set([...(known?.calls ?? []), number])],
      });
    }
  }
  return [...all.values()].toSorted((a, b) => b.bytes - a.bytes || (a.session < b.session ? -1 : 1));
}

/** For a report to somebody else: figures, ends and names of models, and no word that was said, asked or answered. */
export const redacted = (calls: readonly CallTrace[]): object =>
  calls.map((call) => ({
    number: call.number,
    role: call.role,
    model: call.model,
    attempt: call.attempt,
    beganAt: new Date(call.beganAtMs).toISOString(),
    tookMs: call.tookMs,
    outcome: call.outcome,
    usage: call.usage,
    counted: call.counted,
    reserved: call.reserved,
    isBatch: call.isBatch,
    requestId: call.requestId,
    sent: call.sent.map(({ turns, bytes, masked }) => ({ turns, bytes, masked })),
  }));
