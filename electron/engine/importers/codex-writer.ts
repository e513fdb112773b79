// Makes Codex's turns: numbers them, covers them with spans, cuts what is too long, and gives each a key that is the
// same wherever the session's file lies.
import { epochMs, turnKey } from '../../../shared/ids.ts';
import type { Origin } from '../../../shared/origin.ts';
import { worstOrigin } from '../../../shared/origin.ts';
import type {
  Outcome,
  SkippedLine,
  ToolUse,
  Transcript,
  Turn,
  TurnKind,
} from '../../../shared/transcript.ts';
import { textMax, type ReadPart } from './importer.ts';
import { headOfNotes, type CodexNotes } from './codex-notes.ts';
import { overlay, ownMarks, wholeSpan, withoutBlankWords } from './spans.ts';

export interface Draft {
  readonly kind: TurnKind;
  readonly origin: Origin;
  readonly text: string;
  readonly use?: ToolUse;
  readonly outcome?: Outcome;
  readonly exitCode?: number | null;
}

/** Where in the file a turn comes from: the record's number, which of its turns, and when. */
export interface RecordPlace {
  readonly record: number;
  part: number;
  readonly atMs: number | null;
}

export interface CodexWriter {
  readonly notes: CodexNotes;
  turn(place: RecordPlace, draft: Draft): void;
  skip(line: SkippedLine): void;
  take(): ReadPart;
}

export function createWriter(notes: CodexNotes): CodexWriter {
  let turns: Turn[] = [];
  let skipped: SkippedLine[] = [];
  const handOver = (transcripts: readonly Transcript[]): ReadPart => {
    const part: ReadPart = { transcripts, skipped };
    turns = [];
    skipped = [];
    return part;
  };
  return {
    notes,
    turn: (place, draft) => {
      turns.push(turnOf(notes, place, draft));
      notes.turns++;
      place.part++;
    },
    skip: (line) => skipped.push(line),
    take: () => {
      const isNew = turns.length > 0 || notes.owedInput + notes.owedOutput > 0 || !notes.headTold;
      // A session that nobody said anything in yet is none.
      if (notes.turns === 0 || !isNew) return handOver([]);
      const tokens = { input: notes.owedInput, output: notes.owedOutput };
      notes.owedInput = 0;
      notes.owedOutput = 0;
      notes.headTold = true;
      return handOver([{ head: headOfNotes(notes), turns, tokens }]);
    },
  };
}
function turnOf(notes: CodexNotes, place: RecordPlace, draft: Draft): Turn {
  const whole = draft.text.toWellFormed();
  const text = whole.slice(0, cutAt(whole));
  const spans = withoutBlankWords(text, overlay(wholeSpan(text, draft.origin), ownMarks(text)));
  return {
    key: turnKey(`codex:${notes.nativeId}:${place.record}#${place.part}`),
    ordinal: notes.turns,
    atMs: place.atMs === null ? null : epochMs(place.atMs),
    kind: draft.kind,
    origin: worstOrigin(spans.map((span) => span.origin)),
    spans,
    text,
    cutChars: whole.length - text.length,
    use: draft.use === undefined ? null : wellFormed(draft.use),
    outcome: draft.outcome ?? 'unknown',
    exitCode: draft.exitCode ?? null,
  };
}

const wellFormed = (use: ToolUse): ToolUse => ({
  callId: use.callId.toWellFormed(),
  tool: use.tool,
  name: use.name.toWellFormed(),
  command: use.command?.toWellFormed() ?? null,
  target: use.target?.toWellFormed() ?? null,
});

/** Where a text ends that is too long: never between the halves of a character. */
function cutAt(text: string): number {
  if (text.length <= textMax) return text.length;
  const last = text.charCodeAt(textMax - 1);
  return last >= 0xd800 && last <= 0xdbff ? textMax - 1 : textMax;
}
