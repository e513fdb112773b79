// Writes the night's receipt: what was read, found, proposed and turned down, and by which gate.
import {
  onlySupports,
  type Exceeded,
  type GateName,
  type InstructionsUnderstood,
  type NightOutcome,
  type Receipt,
  type SessionSignals,
  type Stage,
  type Theme,
  type Verdict,
} from '../../../shared/dream.ts';
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import type { MindReceipt } from '../../../shared/models.ts';
import type { Proposal } from '../../../shared/proposal.ts';
import { agentKinds, type AgentKind } from '../../../shared/transcript.ts';
import { engineVersion } from './engine-version.ts';
import type { Guards } from './guards.ts';
import type { Unweighed } from './weighed.ts';

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).sort((a, b) => (a[0] < b[0] ? -1 : 1)));
};

const firstFailed = (verdict: Verdict): Verdict['gates'][number] | undefined =>
  verdict.gates.find((gate) => !gate.passed);

// Shown to a person who asks why a night was empty; more are in `explain`.
const missesMax = 5;
// A theme of one faint mention is no near miss.
const missScoreMin = 0.3;

function nearestMisses(verdicts: readonly Verdict[]): Receipt['nearestMisses'] {
  return (
    verdicts
      .filter((v) => v.decision === 'hold' && v.score >= missScoreMin && v.theme.strength > 0)
      // what was done once is a day's work, not a habit that was nearly seen
      .filter((v) => v.theme.kind !== 'workflow' || v.theme.sessions > 1)
      .filter((v) => !['stands-alone', 'trust', 'owner'].includes(firstFailed(v)?.name ?? ''))
      .slice(0, missesMax)
      .map((v) => {
        const gate = firstFailed(v);
        return {
          text: v.theme.text,
          score: v.score,
          gate: gate?.name ?? ('score' satisfies GateName),
          flip: gate?.flip ?? 'more evidence',
        };
      })
  );
}

function foundOf({ sessions, themes, unweighed }: ReceiptInput): Receipt['found'] {
  const leftOut: Record<string, number> = { ...unweighed.leftOut };
  for (const { leftOut: counts } of sessions) {
    for (const [reason, n] of Object.entries(counts)) leftOut[reason] = (leftOut[reason] ?? 0) + n;
  }
  const signals = sessions.flatMap((s) => s.signals.filter((signal) => !onlySupports(signal)));
  const byKind: Record<string, number> = { ...countBy(signals, (s) => s.kind) };
  for (const [kind, n] of Object.entries(unweighed.byKind)) byKind[kind] = (byKind[kind] ?? 0) + n;
  return {
    signals: signals.length + unweighed.signals,
    byKind,
    themes: themes.length,
    leftOut,
    ...(unweighed.signals === 0 ? {} : { weighed: signals.length }),
  };
}

export interface ReceiptInput {
  readonly programDream?: string;
  readonly nightId: NightId;
  readonly startedAtMs: EpochMs;
  readonly nowMs: EpochMs;
  readonly preview: boolean;
  readonly sample: boolean;
  readonly woken: boolean;
  readonly read: Receipt['read'];
  readonly sessions: readonly SessionSignals[];
  /** What was noticed in them or in others, and not weighed. */
  readonly unweighed: Unweighed;
  readonly themes: readonly Theme[];
  readonly verdicts: readonly Verdict[];
  readonly proposal: Proposal;
  readonly instructions: InstructionsUnderstood | null;
  readonly setAside: number;
  readonly guards: Guards;
  /** Changes that passed every gate and wait for nights to come. */
  readonly postponed: number;
  readonly mind: MindReceipt | null;
  readonly stageMs: Readonly<Record<Stage, number>>;
}

/** What the guards held, in a sentence for people; empty where nothing was held. */
function heldSentence({ drill, exceeded, lost }: Guards): string {
  const parts: string[] = [];
  if (drill.failed > 0)
    parts.push(`The drill failed (${drill.failures.join(', ')}): nothing was settled by itself.`);
  if (exceeded.length > 0) {
    const wanted = exceeded.map(({ limit, wanted: n, allowed }) => `${limitWords[limit]} ${n} of ${allowed}`);
    parts.push(`Over the night’s limits (${wanted.join(', ')}): it stopped, and asks you.`);
  }
  if (lost.length > 0) parts.push(`${lost.length} held back: each would lose a correction of yours.`);
  return parts.map((part) => ` ${part}`).join('');
}

const postponedSentence = (n: number): string =>
  `These are the strongest; ${n} more passed every gate and wait for nights to come.`;

const limitWords: Readonly<Record<Exceeded['limit'], string>> = {
  changes: 'changes',
  'memory-gone': 'entries that would go',
  'file-growth': 'characters for one place',
};

function outcomeOf(input: ReceiptInput): { readonly outcome: NightOutcome; readonly because: string } {
  const n = input.proposal.changes.length;
  if (input.woken)
    return { outcome: 'woken', because: `You woke it; what was found by then is kept: ${n} proposed.` };
  if (n > 0) {
    const waiting = input.postponed === 0 ? '' : ` ${postponedSentence(input.postponed)}`;
    return { outcome: 'done', because: `${n} changes proposed.${waiting}${heldSentence(input.guards)}` };
  }
  if (input.read.sessions === 0 && input.read.memoryLines === 0) {
    return {
      outcome: 'empty',
      because: 'There was nothing to read: no session and no memory file was found.',
    };
  }
  const known = input.verdicts.filter((v) => v.decision === 'known').length;
  return {
    outcome: 'empty',
    because:
      known > 0
        ? `Nothing new: ${known} themes passed and memory says them already.`
        : 'No theme passed every gate.',
  };
}

/** In whose sessions the changes were said. */
function agentsBehind({ changes }: Proposal): readonly AgentKind[] {
  const seen = new Set(changes.flatMap(({ after }) => after?.evidence.map(({ agent }) => agent) ?? []));
  return agentKinds.filter((agent) => seen.has(agent));
}

export function writeReceipt(input: ReceiptInput): Receipt {
  const held = input.verdicts.filter((v) => v.decision === 'hold');
  return {
    nightId: input.nightId,
    startedAtMs: input.startedAtMs,
    nowMs: input.nowMs,
    ...outcomeOf(input),
    preview: input.preview,
    sample: input.sample,
    ...(input.programDream === undefined ? {} : { programDream: input.programDream }),
    read: input.read,
    found: foundOf(input),
    proposed: countBy(input.proposal.changes, (change) => change.operation),
    agents: agentsBehind(input.proposal),
    turnedDown: countBy(held, (v) => firstFailed(v)?.name ?? 'score'),
    nearestMisses: nearestMisses(input.verdicts),
    instructions: input.instructions,
    stageMs: input.stageMs,
    tookMs: Object.values(input.stageMs).reduce((sum, ms) => sum + ms, 0),
    cost: { tokens: input.mind?.tokens ?? 0, usd: input.mind?.usd ?? 0 },
    mind: input.mind,
    engineVersion,
    setAside: input.setAside,
    drill: input.guards.drill,
    exceeded: input.guards.exceeded,
    ...(input.postponed === 0 ? {} : { postponed: input.postponed }),
    heldBack: input.guards.lost.map(({ change, questions }) => ({
      title: change.title,
      corrections: questions,
    })),
  };
}
