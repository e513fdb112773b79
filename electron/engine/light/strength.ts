// How much a sentence is worded like a lasting rule, and what kind of thing it says. The numbers are a judgement of how
// seldom such words are used of the task at hand alone, calibrated on our tuning bank and on real transcripts.
import type { MemoryKind } from '../../../shared/memory.ts';
import type { CueName } from '../language/lexicon.ts';

const weights: Partial<Readonly<Record<CueName, number>>> = {
  fromNowOn: 0.7,
  never: 0.6,
  always: 0.55,
  remember: 0.5,
  prefer: 0.5,
  custom: 0.5,
  must: 0.4,
  forbid: 0.4,
  repair: 0.35,
  please: 0.25,
  change: 0.3,
  again: 0.2,
  wrong: 0.2,
  instead: 0.3,
  only: 0.15,
  state: 0.15,
};

// Words that tie a sentence to the moment: each takes this much away.
const tyingWeights: Partial<Readonly<Record<CueName, number>>> = {
  pointing: 0.25,
  self: 0.3,
  guess: 0.3,
  task: 0.3,
};

/** 0 to 1: as if each cue were an independent witness (1 - product of doubts), less what ties it to the moment. */
export function strengthOfCues(cues: ReadonlySet<CueName>): number {
  let doubt = 1;
  let tied = 0;
  for (const cue of cues) {
    // "again" says both that it was said before and that it was so before: one witness
    if (cue === 'again' && cues.has('change')) continue;
    doubt *= 1 - (weights[cue] ?? 0);
    tied += tyingWeights[cue] ?? 0;
  }
  return Math.max(0, Math.round((1 - doubt - tied) * 1000) / 1000);
}

// What the judge adds to a wording that no cue makes strong. It takes nothing away: where a list holds the wording, a few
// thousand examples that lack it prove nothing.
const judgeAdds = 0.5;

/** The cues' strength, raised where the judge holds the sentence for likelier to last than not. */
export function strengthOf(cues: ReadonlySet<CueName>, lasts: number): number {
  const strength = strengthOfCues(cues);
  const raised = 1 - (1 - strength) * (1 - judgeAdds * (2 * lasts - 1));
  return Math.round((lasts > 0.5 ? raised : strength) * 1000) / 1000;
}

export function kindOf(cues: ReadonlySet<CueName>, afterSlip: boolean): MemoryKind {
  const has = (...names: CueName[]): boolean => names.some((name) => cues.has(name));
  if (has('repair') || (afterSlip && has('wrong', 'forbid', 'must', 'never', 'always', 'again')))
    return 'correction';
  if (has('change') && !has('prefer', 'please', 'forbid', 'always', 'never')) return 'decision';
  if (
    has('prefer', 'please', 'forbid', 'always', 'never', 'custom', 'fromNowOn', 'instead', 'only', 'must')
  ) {
    return 'preference';
  }
  return 'fact';
}
