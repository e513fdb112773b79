// Codex's session files (CLI, app and editor; "rollouts") made into transcripts. Every message stands in them twice, and
// the beginning of a fork is a copy of another session: neither may be counted as said again.
import {
  readCustomCall,
  readExecEnd,
  readFunctionCall,
  readMcpEnd,
  readOutput,
  readPatchEnd,
  readShellCall,
  readWebSearch,
} from './codex-tools.ts';
import { fieldsOf, shownType, textOfContent, timeOf, wholeNumberOf } from './codex-fields.ts';
import { isPictureFrame, isTurnAborted, wordsOfUser, type Words } from './codex-injected.ts';
import {
  isReplayed,
  noteMeta,
  notesOf,
  textOfNotes,
  type CodexNotes,
  type CodexRecord,
} from './codex-notes.ts';
import { sameWords, type PairLog } from './codex-pairs.ts';
import { createWriter, type CodexWriter, type Draft, type RecordPlace } from './codex-writer.ts';
import type { Importer, LineReader } from './importer.ts';
import { isJson, listOf, parseLine, textOf, type Json } from './json-line.ts';

export const codexImporter: Importer = {
  agent: 'codex',
  open: (file, state) => openReader(notesOf(file.name, state)),
};

function openReader(notes: CodexNotes): LineReader {
  const writer = createWriter(notes);
  return {
    line: (text, startByte, endByte) => {
      const { records, fault } = parseLine(text);
      if (fault) writer.skip({ startByte, endByte, ...fault });
      if (records.length === 0) notes.records++;
      for (const json of records) {
        const place: RecordPlace = { record: notes.records, part: 0, atMs: timeOf(json['timestamp']) };
        notes.records++;
        const unknown = readRecord(writer, place, recordOf(json));
        if (unknown !== null) writer.skip({ startByte, endByte, reason: 'unknown-type', detail: unknown });
      }
    },
    tooLong: (startByte, endByte) => {
      notes.records++;
      writer.skip({ startByte, endByte, reason: 'too-long', detail: '' });
    },
    take: () => writer.take(),
    state: () => textOfNotes(notes),
  };
}

/** The first files (2025-05) hold bare items: no envelope, the meta first, and state marks between. */
function recordOf(json: Json): CodexRecord {
  const atMs = timeOf(json['timestamp']);
  const type = textOf(json['type']) ?? '';
  if (isJson(json['payload'])) return { type, payload: json['payload'], atMs };
  if (json['record_type'] === 'state') return { type: 'world_state', payload: json, atMs };
  if (type === '' && textOf(json['id']) !== null) return { type: 'session_meta', payload: json, atMs };
  return { type: itemTypes.has(type) ? 'response_item' : type, payload: json, atMs };
}

type Read = (writer: CodexWriter, place: RecordPlace, payload: Json) => void;
const nothing: Read = () => undefined;

/** The name of a type that nobody knows; null where the record was read or is known to say nothing of its own. */
function readRecord(writer: CodexWriter, place: RecordPlace, record: CodexRecord): string | null {
  const { notes } = writer;
  const { type, payload, atMs } = record;
  if (type === 'session_meta') {
    noteMeta(notes, payload, atMs);
    return null;
  }
  const inner = textOf(payload['type']) ?? '';
  if (isReplayed(notes, record)) {
    // The totals go on from the parent's: what it used is not this session's.
    if (inner === 'token_count') countTokens(writer, payload, false);
    return null;
  }
  const table = type === 'response_item' ? itemTypes : type === 'event_msg' ? eventTypes : recordTypes;
  const read = table.get(table === recordTypes ? type : inner);
  if (read === undefined) return shownType(type, inner);
  read(writer, place, payload);
  return null;
}

/** Every turn but a notice goes through here: a message that still waits for its event was never the person's. */
function say(writer: CodexWriter, place: RecordPlace, draft: Draft): void {
  settleWaiting(writer);
  writer.turn(place, draft);
}

function settleWaiting(writer: CodexWriter): void {
  const { waiting } = writer.notes;
  if (waiting === null) return;
  writer.notes.waiting = null;
  writer.turn({ ...waiting }, { kind: 'notice', origin: 'injected', text: waiting.text });
}

const settled =
  (read: Read): Read =>
  (writer, place, payload) => {
    settleWaiting(writer);
    read(writer, place, payload);
  };

function notice(writer: CodexWriter, place: RecordPlace, log: PairLog, text: string): void {
  if (text.trim() === '') return;
  const aborts = isTurnAborted(text);
  const { pairs } = writer.notes;
  if (aborts ? pairs.isTwin('abort', log, '') : pairs.isTwin('notice', log, text)) return;
  if (aborts) pairs.keep('abort', log, '');
  else pairs.keep('notice', log, text);
  const outcome = aborts ? 'interrupted' : 'unknown';
  writer.turn(place, { kind: 'notice', origin: 'injected', text, outcome });
}

const readMessage: Read = (writer, place, payload) => {
  const texts = textsOf(payload['content']);
  switch (payload['role']) {
    case 'assistant':
      readAgentWords(writer, place, 'item', texts.join('\n'));
      return;
    case 'user': {
      const words = texts.flatMap(wordsOfUser);
      readInjected(writer, place, 'item', words);
      readPersonItem(writer, place, saidIn(words));
      return;
    }
    default:
      notice(writer, place, 'item', texts.join('\n'));
  }
};

const textsOf = (content: unknown): readonly string[] =>
  (Array.isArray(content) ? listOf(content) : [content])
    .map((item) => (typeof item === 'string' ? item : textOfContent([item])))
    .filter((text) => text.trim() !== '' && !isPictureFrame(text));

const saidIn = (words: readonly Words[]): string =>
  words
    .filter((word) => word.whose === 'person')
    .map((word) => word.text)
    .join('\n');

function readInjected(writer: CodexWriter, place: RecordPlace, log: PairLog, words: readonly Words[]): void {
  for (const word of words) if (word.whose === 'injected') notice(writer, place, log, word.text);
}

/**
 * A user message in the item log. Where the file writes the person's messages as events too, the event is the turn and
 * this one waits for it; if none comes, a program spoke in the person's place. Before the first event it is the turn.
 */
function readPersonItem(writer: CodexWriter, place: RecordPlace, said: string): void {
  const { notes } = writer;
  if (said === '' || notes.pairs.isTwin('person', 'item', said)) return;
  if (notes.personEvents) {
    settleWaiting(writer);
    notes.waiting = { text: said, record: place.record, part: place.part, atMs: place.atMs };
    return;
  }
  notes.pairs.keep('person', 'item', said);
  say(writer, place, { kind: 'message', origin: notes.speaker, text: said });
}

const readUserEvent: Read = (writer, place, payload) => {
  const { notes } = writer;
  const text = textOf(payload['message']) ?? '';
  // Older files name the kind of what was not typed.
  const typed = payload['kind'] === undefined || payload['kind'] === 'plain';
  const words: readonly Words[] = typed ? wordsOfUser(text) : [{ whose: 'injected', text }];
  readInjected(writer, place, 'event', words);
  const said = saidIn(words);
  if (said === '') return;
  notes.personEvents = true;
  if (notes.waiting !== null && sameWords(notes.waiting.text, said)) notes.waiting = null;
  else if (notes.pairs.isTwin('person', 'event', said)) return;
  else notes.pairs.keep('person', 'event', said);
  say(writer, place, { kind: 'message', origin: notes.speaker, text: said });
};

function readAgentWords(writer: CodexWriter, place: RecordPlace, log: PairLog, text: string): void {
  const { pairs } = writer.notes;
  if (text.trim() === '' || pairs.isTwin('agent', log, text)) return;
  pairs.keep('agent', log, text);
  say(writer, place, { kind: 'message', origin: 'agent', text });
}

function readThought(writer: CodexWriter, place: RecordPlace, log: PairLog, text: string): void {
  const { pairs } = writer.notes;
  if (text.trim() === '' || pairs.isTwin('thinking', log, text)) return;
  pairs.keep('thinking', log, text);
  say(writer, place, { kind: 'thinking', origin: 'agent', text });
}

const readReasoning: Read = (writer, place, payload) => {
  for (const text of [...textsOf(payload['summary'] ?? []), ...textsOf(payload['content'] ?? [])]) {
    readThought(writer, place, 'item', text);
  }
};

/** A message that came in from another agent. */
const readInbound: Read = (writer, place, payload) => {
  const text = textOfContent(payload['content']) || (textOf(payload['message']) ?? '');
  if (text.trim() !== '') say(writer, place, { kind: 'message', origin: 'agent', text });
};

/** One compaction is told up to three times, within this many records. 4: real files put them one after the other. */
const compactionRecords = 4;

const readCompaction: Read = (writer, place, payload) => {
  const { notes } = writer;
  if (notes.compactedAt !== null && place.record - notes.compactedAt <= compactionRecords) return;
  notes.compactedAt = place.record;
  const text = textOf(payload['message']);
  if (text !== null) say(writer, place, { kind: 'summary', origin: 'agent', text });
  else say(writer, place, { kind: 'notice', origin: 'injected', text: 'Context compacted' });
};

const readAbort: Read = (writer, place, payload) => {
  settleWaiting(writer);
  notice(writer, place, 'event', `<turn_aborted> ${textOf(payload['reason']) ?? ''}`.trimEnd());
};

const readRollback: Read = (writer, place, payload) => {
  const turns = wholeNumberOf(payload['num_turns']);
  say(writer, place, { kind: 'notice', origin: 'injected', text: `Rolled back ${turns ?? 'some'} turns` });
};

const readName: Read = (writer, _place, payload) => {
  const title = textOf(payload['thread_name'])?.slice(0, 500).toWellFormed();
  if (title === undefined || title === writer.notes.title) return;
  writer.notes.title = title;
  writer.notes.headTold = false;
};

const readTurnContext: Read = (writer, _place, payload) => {
  const { notes } = writer;
  if (notes.cwd !== null) return;
  notes.cwd = textOf(payload['cwd'])?.toWellFormed() ?? null;
  notes.headTold = notes.cwd === null && notes.headTold;
};

/** The counts are totals of the whole session. A smaller total than before means that counting began anew. */
function countTokens(writer: CodexWriter, payload: Json, isOwn: boolean): void {
  const { notes } = writer;
  const total = fieldsOf(fieldsOf(payload['info'])['total_token_usage']);
  const input = wholeNumberOf(total['input_tokens']);
  const output = wholeNumberOf(total['output_tokens']);
  if (input === null || output === null || input < 0 || output < 0) return;
  const anew = input < notes.totalInput || output < notes.totalOutput;
  if (isOwn) {
    notes.owedInput += anew ? input : input - notes.totalInput;
    notes.owedOutput += anew ? output : output - notes.totalOutput;
  }
  notes.totalInput = input;
  notes.totalOutput = output;
}

const ignored = (names: string): readonly (readonly [string, Read])[] =>
  names.split(' ').map((name) => [name, nothing] as const);

const recordTypes: ReadonlyMap<string, Read> = new Map([
  ['turn_context', readTurnContext],
  ['compacted', readCompaction],
  ['inter_agent_communication', readInbound],
  ...ignored('world_state inter_agent_communication_metadata ghost_commit'),
]);

const itemTypes: ReadonlyMap<string, Read> = new Map([
  ['message', readMessage],
  ['reasoning', readReasoning],
  ['function_call', settled(readFunctionCall)],
  ['function_call_output', settled(readOutput)],
  ['custom_tool_call', settled(readCustomCall)],
  ['custom_tool_call_output', settled(readOutput)],
  ['local_shell_call', settled(readShellCall)],
  ['local_shell_call_output', settled(readOutput)],
  ['web_search_call', settled(readWebSearch)],
  ['tool_search_call', settled(readFunctionCall)],
  ['agent_message', readInbound],
  ['compaction', readCompaction],
  ['compaction_summary', readCompaction],
  ...ignored(
    'tool_search_output image_generation_call ghost_snapshot compaction_trigger additional_tools other',
  ),
]);

const eventTypes: ReadonlyMap<string, Read> = new Map([
  ['user_message', readUserEvent],
  [
    'agent_message',
    (writer, place, payload) => readAgentWords(writer, place, 'event', textOf(payload['message']) ?? ''),
  ],
  [
    'agent_reasoning',
    (writer, place, payload) => readThought(writer, place, 'event', textOf(payload['text']) ?? ''),
  ],
  ['token_count', (writer, _place, payload) => countTokens(writer, payload, true)],
  ['turn_aborted', readAbort],
  ['thread_rolled_back', readRollback],
  ['thread_name_updated', readName],
  ['context_compacted', readCompaction],
  ['exec_command_end', settled(readExecEnd)],
  ['patch_apply_end', readPatchEnd],
  ['mcp_tool_call_end', readMcpEnd],
  ['error', (writer, place, payload) => notice(writer, place, 'event', textOf(payload['message']) ?? '')],
  // Beginnings, progress and settings: what they tell stands in other records too.
  ...ignored(
    'task_started task_complete turn_started turn_complete session_configured thread_settings_applied turn_diff plan_update agent_reasoning_raw_content agent_reasoning_section_break agent_message_delta agent_reasoning_delta agent_message_content_delta reasoning_content_delta exec_command_begin exec_command_output_delta patch_apply_begin patch_apply_updated mcp_tool_call_begin mcp_startup_update mcp_startup_complete web_search_begin web_search_end view_image_tool_call image_generation_begin image_generation_end dynamic_tool_call_request dynamic_tool_call_response entered_review_mode exited_review_mode item_started item_completed raw_response_item background_event stream_error warning deprecation_notice model_reroute shutdown_complete exec_approval_request apply_patch_approval_request request_user_input elicitation_request undo_started undo_completed thread_goal_updated hook_started hook_completed skills_update_available collab_agent_spawn_begin collab_agent_spawn_end collab_agent_interaction_begin collab_agent_interaction_end collab_waiting_begin collab_waiting_end collab_close_begin collab_close_end collab_resume_begin collab_resume_end guardian_assessment guardian_warning sub_agent_activity terminal_interaction',
  ),
]);
