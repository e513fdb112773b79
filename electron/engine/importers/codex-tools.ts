// Codex's tool records made into calls and results. A call's end may be told by an event before its result comes, and
// a command that goes on is asked again by another call: both are joined to the call that began it.
import type { Outcome } from '../../../shared/transcript.ts';
import {
  eventCall,
  functionCall,
  originOfResult,
  patchCall,
  resultOf,
  shellCallOf,
  webSearchCall,
  type Call,
} from './codex-calls.ts';
import { fieldsOf, parsedOrNull, wholeNumberOf } from './codex-fields.ts';
import { setBounded, type OpenCall } from './codex-notes.ts';
import type { CodexWriter, RecordPlace } from './codex-writer.ts';
import { textOf, type Json } from './json-line.ts';

const callIdOf = (payload: Json, place: RecordPlace): string =>
  textOf(payload['call_id']) ?? textOf(payload['id']) ?? `record-${place.record}`;

function openCall(writer: CodexWriter, place: RecordPlace, call: Call): void {
  // An event has told it all already.
  if (writer.notes.calls.has(call.use.callId)) return;
  setBounded(writer.notes.calls, call.use.callId, {
    use: call.use,
    exitCode: null,
    failed: null,
    answered: false,
  });
  writer.turn(place, { kind: 'call', origin: 'agent', text: call.text, use: call.use });
}

export function readFunctionCall(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  const callId = callIdOf(payload, place);
  const name = textOf(payload['name']) ?? 'tool_search';
  if (name === 'write_stdin') readWriteStdin(writer, place, callId, payload['arguments']);
  else openCall(writer, place, functionCall(callId, name, payload['arguments']));
}

/** Asking after a running command is no call of its own; what comes back belongs to the command. */
function readWriteStdin(writer: CodexWriter, place: RecordPlace, callId: string, argumentsOf: unknown): void {
  const args = fieldsOf(typeof argumentsOf === 'string' ? parsedOrNull(argumentsOf) : argumentsOf);
  const session = textOf(args['session_id']) ?? String(args['session_id']);
  const use = writer.notes.running.get(session);
  const chars = textOf(args['chars']);
  if (use === undefined) {
    openCall(writer, place, functionCall(callId, 'write_stdin', argumentsOf));
    return;
  }
  setBounded(writer.notes.calls, callId, { use, exitCode: null, failed: null, answered: false });
  if (chars === null) return;
  const typed = { callId, tool: 'other', name: 'write_stdin', command: null, target: null } as const;
  writer.turn(place, { kind: 'call', origin: 'agent', text: chars, use: typed });
}

export function readCustomCall(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  const name = textOf(payload['name']) ?? 'custom';
  openCall(writer, place, patchCall(callIdOf(payload, place), name, textOf(payload['input']) ?? ''));
}

export function readShellCall(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  const command = fieldsOf(payload['action'])['command'];
  openCall(writer, place, shellCallOf(callIdOf(payload, place), 'local_shell', command));
}

export function readWebSearch(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  openCall(writer, place, webSearchCall(callIdOf(payload, place), fieldsOf(payload['action'])));
}

export function readOutput(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  const { calls, running } = writer.notes;
  const callId = callIdOf(payload, place);
  const call = calls.get(callId);
  if (call?.answered === true) return;
  const result = resultOf(payload['output']);
  const use = call?.use ?? { callId, tool: 'other', name: 'unknown', command: null, target: null };
  const exitCode = result.exitCode ?? call?.exitCode ?? null;
  const ended = result.outcome !== 'unknown' || exitCode !== null;
  if (result.stillRunningAs !== null) setBounded(running, result.stillRunningAs, use);
  else if (ended) forgetRunning(writer, use.callId);
  if (call) calls.set(callId, answered(call));
  const outcome = result.outcome === 'unknown' ? outcomeFrom(exitCode, call?.failed ?? null) : result.outcome;
  writer.turn(place, {
    kind: 'result',
    origin: originOfResult(use),
    text: result.text,
    use,
    outcome,
    exitCode,
  });
}

/** Only its id is still of use: to know its twin. */
const answered = (call: OpenCall): OpenCall => ({
  ...call,
  use: { ...call.use, command: null, target: null },
  answered: true,
});

function forgetRunning(writer: CodexWriter, callId: string): void {
  for (const [session, use] of writer.notes.running) {
    if (use.callId === callId) writer.notes.running.delete(session);
  }
}

function outcomeFrom(exitCode: number | null, failed: boolean | null): Outcome {
  if (exitCode !== null) return exitCode === 0 ? 'ok' : 'failed';
  return failed === null ? 'unknown' : failed ? 'failed' : 'ok';
}

/** A command's end as an event: it mirrors the result that follows, or is all there is. */
export function readExecEnd(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  const callId = callIdOf(payload, place);
  const exitCode = wholeNumberOf(payload['exit_code']);
  if (noteEnd(writer, callId, { exitCode })) return;
  const call = eventCall(callId, payload);
  if (call === null) return;
  openCall(writer, place, call);
  const told = writer.notes.calls.get(callId);
  if (told) writer.notes.calls.set(callId, answered(told));
  const text = textOf(payload['aggregated_output']) ?? textOf(payload['stdout']) ?? '';
  const outcome = outcomeFrom(exitCode, null);
  writer.turn(place, {
    kind: 'result',
    origin: originOfResult(call.use),
    text,
    use: call.use,
    outcome,
    exitCode,
  });
}

export function readPatchEnd(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  if (typeof payload['success'] !== 'boolean') return;
  noteEnd(writer, callIdOf(payload, place), { failed: !payload['success'] });
}

export function readMcpEnd(writer: CodexWriter, place: RecordPlace, payload: Json): void {
  const result = fieldsOf(payload['result']);
  const inside = fieldsOf(result['Ok']);
  const failed = 'Err' in result || inside['isError'] === true || inside['is_error'] === true;
  if ('Err' in result || 'Ok' in result) noteEnd(writer, callIdOf(payload, place), { failed });
}

function noteEnd(writer: CodexWriter, callId: string, end: Partial<OpenCall>): boolean {
  const call = writer.notes.calls.get(callId);
  if (call) writer.notes.calls.set(callId, { ...call, ...end });
  return call !== undefined;
}
