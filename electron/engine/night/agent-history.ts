// What became of one agent's memory files: how many tokens they took together over time, and what changed last. Told by
// the copies that the guard keeps; before the first of them nothing is known.
import type { AgentHistory, FileCopy } from '../../../shared/agent-files.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { LocalAgent } from '../../../shared/transcript.ts';
import { readContent, sightingsSince, type Sighting } from '../store/snapshots.ts';
import { estimateTokens, readableText, type WritebackDeps } from '../writeback/index.ts';

const dayMs = 86_400_000;
const daysShown = 30;
const changesMax = 6;
/** More would not be told apart in a line of this size. */
const loadsMax = 24;

export function agentHistory(
  hands: WritebackDeps,
  agent: LocalAgent,
  copyOf: (sighting: Sighting) => FileCopy,
): AgentHistory {
  const own = sightingsSince(hands.db, epochMs(0)).filter((one) => one.agent === agent);
  return {
    loads: loadsOf(hands, own),
    changes: own
      .filter(({ madeBy }) => madeBy !== 'first-seen')
      .slice(-changesMax)
      .toReversed()
      .map(copyOf),
  };
}

/** One for each look that found any of them changed: what all of them took from then on. */
function loadsOf(hands: WritebackDeps, own: readonly Sighting[]): AgentHistory['loads'] {
  const sinceMs = hands.nowMs - daysShown * dayMs;
  const held = new Map<string, number>();
  const loads = new Map<EpochMs, number>();
  let before: number | null = null;
  for (const sighting of own) {
    held.set(sighting.path, tokensOf(hands, sighting));
    const sum = [...held.values()].reduce((total, tokens) => total + tokens, 0);
    if (sighting.seenAtMs < sinceMs) before = sum;
    else loads.set(sighting.seenAtMs, sum);
  }
  const shown = [...loads].map(([atMs, tokens]) => ({ atMs, tokens }));
  const all = before === null ? shown : [{ atMs: epochMs(sinceMs), tokens: before }, ...shown];
  return all.slice(-loadsMax);
}

/** None where it was gone, or its copy is not kept any more. */
function tokensOf({ db, sealer }: WritebackDeps, { address }: Sighting): number {
  const content = address === null ? null : readContent(db, sealer, address);
  return content?.ok === true ? estimateTokens(readableText(content.value)) : 0;
}
