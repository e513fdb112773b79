// What the harnesses put into the conversation in the user's name, as data: none of it was said by a person.
import type { Span } from '../../../shared/transcript.ts';

/** Blocks `<tag …>…</tag>` that stand alone or around a person's words. Source: Claude Code sessions 1.0 to 2.1. */
const tags = [
  'system-reminder',
  'ide_opened_file',
  'ide_selection',
  'ide_diagnostics',
  'new-diagnostics',
  'local-command-caveat',
  'local-command-stdout',
  'local-command-stderr',
  'command-name',
  'command-message',
  'command-args',
  'command-contents',
  'bash-input',
  'bash-stdout',
  'bash-stderr',
  'task-notification',
  'agent-notification',
  'teammate-message',
  'user-prompt-submit-hook',
  'session-start-hook',
  'pre-tool-use-hook',
  'post-tool-use-hook',
  'environment_context',
  'relevant-memories',
  'memory-context',
  'fork-boilerplate',
] as const;

const opener = new RegExp(`<(${tags.join('|')})(?:\\s[^>\\n]{0,200})?>`, 'g');

/** The balanced blocks of a text. An opener that is never closed counts only at the text's very beginning. */
export function injectedMarks(text: string): readonly Span[] {
  if (!text.includes('<')) return [];
  const marks: Span[] = [];
  const beginning = text.length - text.trimStart().length;
  const unclosed = new Set<string>();
  opener.lastIndex = 0;
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const name = match[1] ?? '';
    if (unclosed.has(name)) continue;
    const closer = `</${name}>`;
    const close = text.indexOf(closer, match.index);
    if (close === -1) {
      // Looked for once: a text with many openers must not cost its square.
      unclosed.add(name);
      if (match.index !== beginning) continue;
    }
    const end = close === -1 ? text.length : close + closer.length;
    marks.push({ origin: 'injected', start: match.index, end });
    opener.lastIndex = end;
  }
  return marks;
}

/** Claude Code: a text that begins so is the harness's from beginning to end. */
export const claudeCodeBeginnings: readonly string[] = [
  '[Request interrupted by user',
  '<task-notification',
  '<agent-notification',
  '<teammate-message',
  'Stop hook feedback:',
  'PreToolUse hook',
  'PostToolUse hook',
  'UserPromptSubmit hook',
  'Caveat: The messages below',
  'Base directory for this skill',
  'Implement the following plan:\n',
  'Another Claude session sent a message',
  'Your task is to create a detailed summary of the conversation',
  'Unknown slash command:',
  'Unknown skill:',
];

/** How a compaction begins when no flag marks it. */
export const compactionBeginning = 'This session is being continued from a previous conversation';

/** OpenClaw and its older names: heartbeats, timers and the gateway's own messages. */
export const openClawBeginnings: readonly string[] = [
  'Read HEARTBEAT.md',
  'HEARTBEAT',
  '[cron:',
  '[heartbeat',
  '[OpenClaw heartbeat',
  'Pre-compaction memory flush',
  'A new session was started via /new or /reset',
  'An async command you ran earlier has completed',
  'A scheduled reminder has been triggered',
  'A cron job "',
  'A background task "',
  'A subagent task "',
  'Continue where you left off. The previous model attempt failed',
  'Agent-to-agent announce step',
  '<<<BEGIN_OPENCLAW_INTERNAL_CONTEXT>>>',
];

/** OpenClaw: the task that an agent gave to an agent of its own. */
export const openClawSubagentBeginning = '[Subagent Context]';

export const beginsWithAny = (text: string, beginnings: readonly string[]): boolean => {
  const start = text.slice(0, 400).trimStart();
  return beginnings.some((beginning) => start.startsWith(beginning));
};
