// A made-up verdict for tests of what is proposed and told: complete in type, as Deep would hand it on.
import type { Verdict } from '../../../../shared/dream.ts';
import { contentHash, epochMs } from '../../../../shared/ids.ts';
import { noonMs } from '../../store/testing/temp-store.ts';

export type VerdictParts = Partial<Omit<Verdict, 'theme'>> & { readonly theme?: Partial<Verdict['theme']> };

export function madeUpVerdict(text: string, { theme = {}, ...more }: VerdictParts = {}): Verdict {
  return {
    theme: {
      id: contentHash('theme', text),
      kind: 'preference',
      text,
      language: 'en',
      scope: 'project:lantern',
      evidence: ['s1', 's2'].map((session) => ({
        session,
        turn: 3,
        agent: 'claude-code',
        atMs: noonMs,
        quote: text,
        origin: 'person',
        project: 'lantern',
      })),
      terms: ['a', 'b'],
      negated: [],
      values: [],
      closesValues: [],
      sessions: 2,
      days: 2,
      agents: ['claude-code'],
      projects: ['lantern'],
      wordings: 2,
      isCohesive: true,
      cued: 0.6,
      lasts: 0.8,
      isUnasked: false,
      slips: 0,
      strength: 0.7,
      ruleLike: 2,
      isDemand: true,
      isLasting: true,
      isAskedFor: false,
      isWanted: true,
      closedBy: null,
      announcesChange: false,
      firstAtMs: epochMs(noonMs - 86_400_000),
      lastAtMs: noonMs,
      taint: 'person',
      signalIds: ['1', '2'],
      ...theme,
    },
    score: 0.6,
    dimensions: {
      relevance: 1,
      frequency: 0.5,
      diversity: 0.5,
      recency: 1,
      consolidation: 0.2,
      richness: 0.4,
    },
    gates: [],
    decision: 'promote',
    closes: [],
    knownAs: null,
    contradicts: false,
    isWeak: false,
    reason: 'passed every gate',
    neighbours: [],
    ...more,
  };
}
