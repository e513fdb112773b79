// What a scripted engine says of what agents are served.
import type { BriefingView } from '../../../shared/briefing.ts';
import { asEntryId, asNightId, epochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { MemoryReceipts } from '../../../shared/receipts.ts';
import type { ConnectionAnswers, ServingAnswers } from '../../../shared/serving.ts';

const atMs = epochMs(Date.UTC(2026, 10, 18, 12, 30, 0));

export const briefingView = (): BriefingView => {
  const line = {
    kind: 'failure',
    text: '`npm test` failed; mended by `npm ci`',
    standing: 'seen',
    evidence: [],
    entryId: null,
    files: [],
    tokens: 20,
  } as const;
  const text = `Briefing for shop.\n- [seen] failed: ${line.text}`;
  return {
    briefing: {
      project: 'shop',
      nightId: asNightId('ngt_0000000000000001'),
      madeAtMs: atMs,
      seenUntilMs: atMs,
      lines: [line],
      tokens: 40,
      budgetTokens: 600,
      leftOut: 2,
    },
    lines: [{ line, freshness: { kind: 'fresh' } }],
    text,
    textTokens: 25,
  };
};

const exposure = { sessions: 40, occurrences: 8 };

export const receipts = (): MemoryReceipts => ({
  countedAtMs: atMs,
  receipts: [
    {
      id: asEntryId('mem_0000000000000001'),
      text: 'Use pnpm for installs, never npm.',
      kind: 'preference',
      scope: 'project:shop',
      tokens: 11,
      loaded: 30,
      handedOut: 2,
      applied: 21,
      violated: 1,
      helped: 1,
      harmed: 0,
      isCalledWrong: false,
      rentTokens: 330,
      curve: {
        verdict: 'helps',
        servedSinceMs: atMs,
        before: exposure,
        after: { sessions: 30, occurrences: 1 },
        ratio: 0.17,
        low: 0.004,
        high: 0.94,
        months: [],
      },
      evidence: [],
    },
  ],
  summary: {
    rules: 1,
    tooEarly: 0,
    helps: 1,
    worse: 0,
    before: exposure,
    after: { sessions: 30, occurrences: 1 },
    ratio: 0.17,
    low: 0.02,
    high: 0.9,
  },
  rentTokens: 330,
});

export const scriptedServing = (): ServingAnswers & ConnectionAnswers => ({
  connectionPlan: async ({ agent }) =>
    ok({
      agent,
      path: '.codex/config.toml',
      isThere: false,
      diff: '+[mcp_servers.slowwave]',
      linesAdded: 5,
      linesRemoved: 0,
      instructions: 'Call briefing once.',
    }),
  connections: async () => ok([]),
  connectAgent: async () => ok({ apply: 7, written: [], questions: [] }),
  briefedProjects: async () => ok(['shop']),
  briefing: async () => ok(briefingView()),
  memoryReceipts: async () => ok(receipts()),
  entryFeedback: async () => ok(null),
});
