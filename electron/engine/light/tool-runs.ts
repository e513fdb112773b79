// What tools did: the commands of a session in order, how each ended, and what was edited between them.
import type { Turn } from '../../../shared/transcript.ts';
import { stepOf } from './commands.ts';

export interface ToolRun {
  readonly kind: 'shell' | 'edit';
  /** The step without what differs from day to day; null for an edit and for what is no step. */
  readonly step: string | null;
  readonly command: string;
  readonly callOrdinal: number;
  readonly resultOrdinal: number | null;
  readonly ended: 'ok' | 'failed' | 'unknown';
  readonly output: string;
  readonly atMs: Turn['atMs'];
  /** The person's message that it was done for: its ordinal, -1 before the first. */
  readonly askedAt: number;
}

const endedAs = (turn: Turn): ToolRun['ended'] => {
  if (turn.outcome === 'failed' || (turn.exitCode !== null && turn.exitCode !== 0)) return 'failed';
  return turn.outcome === 'ok' ? 'ok' : 'unknown';
};

// A log's cause stands in its first lines or its last.
const outputCharsMax = 64_000;

/** The result as far as it is read: what failed, without the middle of a very long output. */
export function withShortOutput(turn: Turn): Turn {
  if (turn.kind !== 'result') return turn;
  if (endedAs(turn) !== 'failed') return { ...turn, text: '' };
  const { text } = turn;
  if (text.length <= outputCharsMax) return turn;
  return { ...turn, text: `${text.slice(0, outputCharsMax / 2)}\n${text.slice(-outputCharsMax / 2)}` };
}

/** A message that holds words of the person, also in an envelope of the agent's. */
export const isPersons = (turn: Turn): boolean =>
  turn.kind === 'message' && turn.spans.some((span) => span.origin === 'person');

/** The shell commands and edits of a session, oldest first. A call that was refused or interrupted is none. */
export function toolRunsOf(turns: readonly Turn[]): readonly ToolRun[] {
  const results = new Map<string, Turn>();
  for (const turn of turns) if (turn.kind === 'result' && turn.use) results.set(turn.use.callId, turn);
  const runs: ToolRun[] = [];
  let askedAt = -1;
  for (const turn of turns) {
    if (isPersons(turn)) askedAt = turn.ordinal;
    const { use } = turn;
    if (turn.kind !== 'call' || !use || (use.tool !== 'shell' && use.tool !== 'edit')) continue;
    const result = results.get(use.callId);
    if (result?.outcome === 'refused' || result?.outcome === 'interrupted') continue;
    runs.push({
      kind: use.tool,
      step: use.tool === 'shell' && use.command !== null ? stepOf(use.command) : null,
      command: use.command ?? '',
      callOrdinal: turn.ordinal,
      resultOrdinal: result?.ordinal ?? null,
      ended: result ? endedAs(result) : 'unknown',
      output: result?.text ?? '',
      atMs: turn.atMs,
      askedAt,
    });
  }
  return runs;
}

/**
 * The step as it stands in the transcript, to the letter; where cleaning changed its middle the whole command, of one
 * over several lines the line on which it says what is done.
 */
export function verbatimStep(run: ToolRun & { readonly step: string }): string {
  if (run.command.includes(run.step)) return run.step;
  const lines = run.command.trim().split('\n');
  if (lines.length < 2) return run.command.trim();
  const [program] = run.step.split(/\s+(?=-|"|…|$)/u);
  const closing = lines.find((line) => /\bgit commit\b|\bgh pr\b/u.test(line));
  return (closing ?? lines.find((line) => line.includes(program ?? '')) ?? lines[0] ?? '').trim();
}
