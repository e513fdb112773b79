// Made-up sessions, entries and changes for tests: short to write, complete in type.
import type { ChangeId, EntryId, EpochMs, NightId } from '../../../../shared/ids.ts';
import { changeId, entryId, epochMs, nightId, sessionId, turnKey } from '../../../../shared/ids.ts';
import type { Receipt } from '../../../../shared/dream.ts';
import type { MemoryEntry } from '../../../../shared/memory.ts';
import type { Change } from '../../../../shared/proposal.ts';
import type { SessionHead, Transcript, Turn } from '../../../../shared/transcript.ts';
import { noonMs } from './temp-store.ts';

export function madeUpTurn(key: string, ordinal: number, more: Partial<Turn> = {}): Turn {
  const text = more.text ?? `words of ${key}`;
  const origin = more.origin ?? 'person';
  return {
    key: turnKey(key),
    ordinal,
    atMs: epochMs(noonMs + ordinal * 1000),
    kind: 'message',
    origin,
    spans: [{ origin, start: 0, end: text.length }],
    text,
    cutChars: 0,
    use: null,
    outcome: 'unknown',
    exitCode: null,
    ...more,
  };
}

export function madeUpTranscript(
  nativeId: string,
  turns: readonly Turn[],
  head: Partial<SessionHead> = {},
): Transcript {
  return {
    head: {
      id: sessionId('claude-code', nativeId),
      agent: 'claude-code',
      nativeId,
      role: 'main',
      parentNativeId: null,
      cwd: '/home/mika/code/lantern',
      project: 'lantern',
      title: null,
      agentVersion: '2.1.0',
      ...head,
    },
    turns,
    tokens: { input: 100, output: 10 },
  };
}

export const fromFile = (
  sourcePath: string,
): { readonly sourcePath: string; readonly importedAtMs: EpochMs } => ({
  sourcePath,
  importedAtMs: noonMs,
});

export const madeUpEntryId = (name: string): EntryId => entryId(name);

export function madeUpEntry(name: string, more: Partial<MemoryEntry> = {}): MemoryEntry {
  return {
    id: madeUpEntryId(name),
    text: `Remember ${name}.`,
    kind: 'preference',
    scope: 'global',
    origin: 'dream',
    taint: 'person',
    score: 0.8,
    dimensions: null,
    evidence: [],
    places: [],
    validity: { trueFromMs: null, trueUntilMs: null, knownFromMs: noonMs, retiredAtMs: null },
    status: 'active',
    closedBecause: null,
    ...more,
  };
}

export const firstNight: NightId = nightId('first');
export const secondNight: NightId = nightId('second');

export const madeUpChangeId = (name: string): ChangeId => changeId(name);

export function madeUpChange(name: string, more: Partial<Change> = {}): Change {
  return {
    id: madeUpChangeId(name),
    nightId: firstNight,
    operation: 'add',
    title: `Remember ${name}.`,
    why: 'It was said on three days.',
    after: madeUpEntry(name),
    closes: [],
    flags: [],
    ...more,
  };
}

export function madeUpReceipt(night: NightId, nowMs: EpochMs, more: Partial<Receipt> = {}): Receipt {
  return {
    nightId: night,
    startedAtMs: nowMs,
    nowMs,
    outcome: 'done',
    because: 'All stages are done.',
    preview: false,
    sample: false,
    read: {
      sessions: 1,
      newSessions: 1,
      turns: 2,
      tokens: 3,
      memoryFiles: 0,
      memoryLines: 0,
      skippedLines: 0,
      maskedSecrets: 0,
    },
    found: { signals: 0, byKind: {}, themes: 0, leftOut: {} },
    proposed: {},
    turnedDown: {},
    nearestMisses: [],
    instructions: null,
    stageMs: { import: 1, light: 2, rem: 3, deep: 4, propose: 5 },
    tookMs: 15,
    cost: { tokens: 0, usd: 0 },
    engineVersion: 1,
    ...more,
  };
}
