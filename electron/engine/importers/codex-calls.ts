// Codex's tool calls in the house's words: what was run, on what, and what came back.
import type { Outcome, ToolUse } from '../../../shared/transcript.ts';
import type { Origin } from '../../../shared/origin.ts';
import { fieldsOf, parsedOrNull, textOfContent, wholeNumberOf } from './codex-fields.ts';
import { isJson, listOf, textOf, type Json } from './json-line.ts';
import { resultOrigin } from './tool-use.ts';

export interface Call {
  readonly use: ToolUse;
  readonly text: string;
}

export interface CallResult {
  readonly text: string;
  readonly outcome: Outcome;
  readonly exitCode: number | null;
  /** The number under which a command that is still running can be asked again. */
  readonly stillRunningAs: string | null;
}

const shells = /(?:^|[\\/])(?:ba|z|da|k|fi|c)?sh(?:\.exe)?$|(?:^|[\\/])(?:pwsh|powershell|cmd)(?:\.exe)?$/iu;
const runFlags = /^(?:-l?i?c|-Command|\/c)$/iu;

/** `["bash", "-lc", "ls"]` is `ls`; `["git", "status"]` is `git status`. */
export function commandOf(command: unknown): string | null {
  if (typeof command === 'string') return textOf(command);
  const words = listOf(command).filter((word) => typeof word === 'string');
  const last = words.at(-1);
  if (last === undefined) return null;
  const first = words[0] ?? '';
  return shells.test(first) && words.slice(1, -1).some((word) => runFlags.test(word))
    ? last
    : words.join(' ');
}

/** The first file that a patch names. */
export function patchedFile(patch: string): string | null {
  return /^\*\*\* (?:Update|Add|Delete) File: (.{1,1000})$/mu.exec(patch)?.[1]?.trim() ?? null;
}

const isPatch = (command: string): boolean => /^\s*apply_patch\b/u.test(command) && command.includes('*** ');

const shellNames = new Set([
  'shell',
  'exec_command',
  'shell_command',
  'container.exec',
  'local_shell',
  'bash',
]);

function toolOf(name: string): ToolUse['tool'] {
  if (shellNames.has(name)) return 'shell';
  if (/apply_patch|write_file|edit_file/u.test(name)) return 'edit';
  if (/^(?:read_file|view_image|list_dir|read_mcp_resource)$/u.test(name)) return 'read';
  if (/^(?:grep_files|file_search|tool_search)/u.test(name)) return 'search';
  if (/web|fetch|browse|https?/iu.test(name)) return 'web';
  if (/agent|^(?:send_input|send_message|followup_task)$/u.test(name)) return 'agent';
  return 'other';
}

function shellCall(callId: string, name: string, command: string): Call {
  const edits = isPatch(command);
  const use: ToolUse = edits
    ? { callId, tool: 'edit', name, command: null, target: patchedFile(command) }
    : { callId, tool: 'shell', name, command, target: null };
  return { use, text: command };
}

export function functionCall(callId: string, name: string, argumentsOf: unknown): Call {
  const raw = typeof argumentsOf === 'string' ? argumentsOf : JSON.stringify(argumentsOf ?? '');
  const args = fieldsOf(typeof argumentsOf === 'string' ? parsedOrNull(argumentsOf) : argumentsOf);
  const tool = toolOf(name);
  if (tool === 'shell') {
    const command = commandOf(args['command'] ?? args['cmd']);
    if (command !== null) return shellCall(callId, name, command);
  }
  if (tool === 'edit') return patchCall(callId, name, textOf(args['input']) ?? textOf(args['patch']) ?? raw);
  const target = ['file_path', 'path', 'url', 'query', 'pattern']
    .map((key) => textOf(args[key]))
    .find((t) => t);
  return { use: { callId, tool, name, command: null, target: target ?? null }, text: raw };
}

export function patchCall(callId: string, name: string, input: string): Call {
  return {
    use: { callId, tool: toolOf(name), name, command: null, target: patchedFile(input) },
    text: input,
  };
}

export function webSearchCall(callId: string, action: Json): Call {
  const query = textOf(action['query']) ?? textOf(listOf(action['queries'])[0]);
  const target = textOf(action['url']) ?? query;
  return { use: { callId, tool: 'web', name: 'web_search', command: null, target }, text: target ?? '' };
}

export const shellCallOf = (callId: string, name: string, command: unknown): Call =>
  shellCall(callId, name, commandOf(command) ?? '');

export function eventCall(callId: string, payload: Json): Call | null {
  const command = commandOf(payload['command']);
  return command === null ? null : shellCall(callId, 'shell', command);
}

/** What another agent answers is an agent's word; what a page said is the web's, curl's output too. */
export const originOfResult = (use: ToolUse): Origin => (use.tool === 'agent' ? 'agent' : resultOrigin(use));

// What Codex writes above a command's output. Only these lines, and only at the top, are believed: what a program
// prints may say "Exit code: 0" as well.
const headLine =
  /^(?:Command: .*|Chunk ID: .*|Wall time: .*|Original token count: .*|Total output lines: .*|Process (?:exited|running) with .*|Exit code: -?\d+)$/u;
const headLinesMax = 10;

function headOf(text: string): { readonly head: string; readonly body: string } {
  let at = 0;
  for (let i = 0; i < headLinesMax; i++) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line === 'Output:') return { head: text.slice(0, at), body: end < 0 ? '' : text.slice(end + 1) };
    // A command of several lines stands in the head too.
    if (!headLine.test(line) && !text.startsWith('Command: ')) break;
    if (end < 0) return { head: text, body: '' };
    at = end + 1;
  }
  return { head: '', body: text };
}

const failedBeginning =
  /^(?:exec_command failed|failed in sandbox|execution error|failed to parse|apply_patch verification failed|unsupported call|err: |Error: |tool call error)/iu;

function outcomeOf(exitCode: number | null, body: string): Outcome {
  const start = body.slice(0, 200).trimStart();
  if (/^(?:exec command |patch )?rejected by user/iu.test(start)) return 'refused';
  if (/^(?:command was )?aborted(?: by user)?/iu.test(start)) return 'interrupted';
  if (exitCode !== null) return exitCode === 0 ? 'ok' : 'failed';
  if (failedBeginning.test(start)) return 'failed';
  return start.startsWith('Success. Updated the following files') ? 'ok' : 'unknown';
}

function fromText(output: string): CallResult {
  const { head, body } = headOf(output);
  const code = /^(?:Process exited with code|Exit code:) (-?\d{1,10})$/mu.exec(head)?.[1];
  const exitCode = code === undefined ? null : Number(code);
  const stillRunningAs = /^Process running with session ID (\w{1,40})$/mu.exec(head)?.[1] ?? null;
  return { text: body, outcome: outcomeOf(exitCode, body), exitCode, stillRunningAs };
}

function fromFields(output: Json): CallResult | null {
  const inner = output['output'] ?? output['content'];
  if (inner === undefined) return null;
  const text = textOfContent(inner);
  const exitCode = wholeNumberOf(fieldsOf(output['metadata'])['exit_code']);
  const said = output['success'] ?? (output['isError'] === true ? false : undefined);
  const told = exitCode === null && typeof said !== 'boolean' ? fromText(text) : null;
  if (told) return told;
  const outcome = outcomeOf(exitCode ?? (said === true ? 0 : 1), text);
  return { text, outcome, exitCode, stillRunningAs: null };
}

/** A string, a string of JSON around another string, a list of items, or an older object. */
export function resultOf(output: unknown): CallResult {
  if (isJson(output)) return fromFields(output) ?? fromText(JSON.stringify(output));
  if (typeof output !== 'string') return fromText(textOfContent(output));
  if (output.startsWith('{')) {
    const inner = parsedOrNull(output);
    // Only what is Codex's own wrapper: a program may print JSON with an "output" of its own.
    if (isJson(inner) && ('metadata' in inner || 'isError' in inner || 'success' in inner)) {
      return fromFields(inner) ?? fromText(output);
    }
  }
  return fromText(output);
}
