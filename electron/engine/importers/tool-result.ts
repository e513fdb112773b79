// How a tool call ended, read from what its result says.
import type { Outcome, ToolUse } from '../../../shared/transcript.ts';

const exitLine =
  /(?:^|\n)\(?(?:error: )?(?:process |command |script )?exit(?:ed)?(?: with)?(?: code| status)[ :=]{1,3}(-?\d{1,5})(?!\d)/i;
/** The exit status stands on the first lines or on the last ones; between them it would be the program's own talk. */
const edgeChars = 300;

/** "Exit code 1", "exit code: 127", "Process exited with code 2", "Command exited with code 1". */
export function exitCodeIn(text: string): number | null {
  const head = exitLine.exec(text.slice(0, edgeChars));
  const tail = head ?? (text.length > edgeChars ? exitLine.exec(`\n${lastLines(text)}`) : null);
  return tail?.[1] === undefined ? null : Number(tail[1]);
}

function lastLines(text: string): string {
  const end = text.slice(-edgeChars);
  return end.slice(end.indexOf('\n') + 1);
}

const refusals: readonly string[] = [
  "The user doesn't want to proceed with this tool use",
  "The user doesn't want to take this action right now",
  'User rejected tool use',
  'The user rejected',
];

export const isRefusal = (text: string): boolean => refusals.some((beginning) => text.startsWith(beginning));

export const isInterrupt = (text: string): boolean =>
  text.startsWith('[Request interrupted by user') || text.startsWith('Interrupted by user');

/** The call goes on behind the agent's back: how it ended stands elsewhere. */
const isStillRunning = (text: string): boolean =>
  text.startsWith('Command running in background') || text.startsWith('Command still running');

export function outcomeOf(
  use: ToolUse,
  text: string,
  isError: boolean,
): { readonly outcome: Outcome; readonly exitCode: number | null } {
  const exitCode = use.tool === 'shell' ? exitCodeIn(text) : null;
  if (isRefusal(text)) return { outcome: 'refused', exitCode: null };
  if (isInterrupt(text)) return { outcome: 'interrupted', exitCode };
  if (isError || text.startsWith('<tool_use_error>')) return { outcome: 'failed', exitCode };
  if (exitCode !== null && exitCode !== 0) return { outcome: 'failed', exitCode };
  if (use.tool === 'shell' && isStillRunning(text)) return { outcome: 'unknown', exitCode };
  return { outcome: 'ok', exitCode };
}
