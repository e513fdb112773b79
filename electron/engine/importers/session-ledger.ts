// Keeps, for one file, what is known of each session in it: its head, how many turns it has, which tokens were counted.
// The importers fill it; it cuts long texts, numbers the turns, and can be put down as text and taken up another day.
import { epochMs, sessionId, turnKey } from '../../../shared/ids.ts';
import { worstOrigin } from '../../../shared/origin.ts';
import type {
  AgentKind,
  Outcome,
  SessionHead,
  SessionRole,
  SkippedLine,
  Span,
  ToolUse,
  Transcript,
  Turn,
  TurnKind,
} from '../../../shared/transcript.ts';
import { textMax, type ReadPart } from './importer.ts';
import { isJson, listOf, numberOf, textOf, type Json } from './json-line.ts';
import { clipSpans, hasPersonWords, overlay, ownMarks, wholeSpan, withoutBlankWords } from './spans.ts';

/** What one session is known as so far. Only the ledger's owner changes it. */
export interface SessionNotes {
  readonly nativeId: string;
  readonly isSubagent: boolean;
  parentNativeId: string | null;
  cwd: string | null;
  project: string | null;
  title: string | null;
  /** A better title (given by the person) is not overwritten by a lesser one. */
  titleRank: number;
  agentVersion: string | null;
  turnCount: number;
  personSeen: boolean;
  /** Somebody's program spoke in the user's place. */
  machineSeen: boolean;
  /** Tokens that were not handed over yet: before anything was said there is no session to give them to. */
  owedInput: number;
  owedOutput: number;
}

export interface TurnDraft {
  /** Unique over all sessions of the agent, or null: then the session and the ordinal make the key. */
  readonly key: string | null;
  readonly atMs: number | null;
  readonly kind: TurnKind;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly use?: ToolUse;
  readonly outcome?: Outcome;
  readonly exitCode?: number | null;
}

export interface SessionLedger {
  session(nativeId: string, isSubagent: boolean): SessionNotes;
  add(session: SessionNotes, draft: TurnDraft): void;
  addTokens(session: SessionNotes, input: number, output: number): void;
  /** Its head changed: it is handed over with the next part, even without turns. */
  touch(session: SessionNotes): void;
  skip(skipped: SkippedLine): void;
  take(): ReadPart;
  dump(): readonly unknown[];
}

/** Native ids are short; a longer one is cut so that it can be a key. */
const idMax = 300;
/** A skipped line's detail: a word or two, never the line. */
const detailMax = 60;

/** Cut between words: the masking that comes after does not know the half of a secret. */
const shortDetail = (detail: string): string =>
  detail.length <= detailMax ? detail : `${/^(?:.*\s)?/su.exec(detail.slice(0, detailMax))?.[0] ?? ''}…`;

interface Fresh {
  readonly turns: Turn[];
}

export function createSessionLedger(agent: AgentKind, dumped: unknown): SessionLedger {
  const known = new Map<string, SessionNotes>();
  let fresh = new Map<SessionNotes, Fresh>();
  let skipped: SkippedLine[] = [];
  for (const entry of listOf(dumped)) {
    const notes = isJson(entry) ? notesFrom(entry) : null;
    if (notes !== null) known.set(notes.nativeId, notes);
  }
  const freshOf = (session: SessionNotes): Fresh => {
    const there = fresh.get(session) ?? { turns: [] };
    fresh.set(session, there);
    return there;
  };
  return {
    session(nativeId, isSubagent) {
      const id = nativeId.slice(0, idMax).toWellFormed();
      const notes = known.get(id) ?? newNotes(id, isSubagent);
      known.set(id, notes);
      return notes;
    },
    add(session, draft) {
      const turn = turnOf(session, draft);
      session.turnCount++;
      if (hasPersonWords(turn.spans)) session.personSeen = true;
      freshOf(session).turns.push(turn);
    },
    addTokens(session, input, output) {
      session.owedInput += input;
      session.owedOutput += output;
      freshOf(session);
    },
    touch(session) {
      freshOf(session);
    },
    skip(line) {
      skipped.push({ ...line, detail: shortDetail(line.detail).toWellFormed() });
    },
    take() {
      // A file may exist before anything was said in it: such a session is none yet.
      const transcripts = [...fresh]
        .filter(([session]) => session.turnCount > 0)
        .map(([session, { turns }]): Transcript => {
          const tokens = { input: session.owedInput, output: session.owedOutput };
          [session.owedInput, session.owedOutput] = [0, 0];
          return { head: headOf(agent, session), turns, tokens };
        });
      const part: ReadPart = { transcripts, skipped };
      fresh = new Map();
      skipped = [];
      return part;
    },
    dump: () => [...known.values()].map(whatIsKnown),
  };
}

const newNotes = (nativeId: string, isSubagent: boolean): SessionNotes => ({
  nativeId,
  isSubagent,
  parentNativeId: null,
  cwd: null,
  project: null,
  title: null,
  titleRank: 0,
  agentVersion: null,
  turnCount: 0,
  personSeen: false,
  machineSeen: false,
  owedInput: 0,
  owedOutput: 0,
});

/** Put down for every file there is: what `notesFrom` says of nothing is left out. */
const whatIsKnown = (notes: SessionNotes): object =>
  Object.fromEntries(
    Object.entries(notes).filter(([, value]) => value !== null && value !== false && value !== 0),
  );

function notesFrom(entry: Json): SessionNotes | null {
  const nativeId = textOf(entry['nativeId']);
  if (nativeId === null) return null;
  return {
    nativeId,
    isSubagent: entry['isSubagent'] === true,
    parentNativeId: textOf(entry['parentNativeId']),
    cwd: textOf(entry['cwd']),
    project: textOf(entry['project']),
    title: textOf(entry['title']),
    titleRank: numberOf(entry['titleRank']) ?? 0,
    agentVersion: textOf(entry['agentVersion']),
    turnCount: Math.max(0, Math.trunc(numberOf(entry['turnCount']) ?? 0)),
    personSeen: entry['personSeen'] === true,
    machineSeen: entry['machineSeen'] === true,
    owedInput: numberOf(entry['owedInput']) ?? 0,
    owedOutput: numberOf(entry['owedOutput']) ?? 0,
  };
}

function roleOf(session: SessionNotes): SessionRole {
  if (session.isSubagent) return 'subagent';
  return session.machineSeen && !session.personSeen ? 'background' : 'main';
}

const headOf = (agent: AgentKind, session: SessionNotes): SessionHead => ({
  id: sessionId(agent, session.nativeId),
  agent,
  nativeId: session.nativeId,
  role: roleOf(session),
  parentNativeId: session.parentNativeId,
  cwd: session.cwd,
  project: session.project,
  title: session.title,
  agentVersion: session.agentVersion,
});

function turnOf(session: SessionNotes, draft: TurnDraft): Turn {
  const whole = draft.text.toWellFormed();
  const marked = withoutBlankWords(whole, overlay(draft.spans, ownMarks(whole)));
  const end = cutAt(whole);
  const text = end < whole.length ? whole.slice(0, end) : whole;
  const clipped = end < whole.length ? clipSpans(marked, end) : marked;
  const spans = clipped.length === 0 ? wholeSpan(text, 'injected') : clipped;
  return {
    key: turnKey(draft.key ?? `${session.nativeId}@${session.turnCount}`),
    ordinal: session.turnCount,
    atMs: draft.atMs === null ? null : epochMs(draft.atMs),
    kind: draft.kind,
    origin: worstOrigin(spans.map((span) => span.origin)),
    spans,
    text,
    cutChars: whole.length - end,
    use: draft.use ?? null,
    outcome: draft.outcome ?? 'unknown',
    exitCode: draft.exitCode ?? null,
  };
}

/** Where a text ends that is too long: never between the halves of a character. */
function cutAt(text: string): number {
  if (text.length <= textMax) return text.length;
  const last = text.charCodeAt(textMax - 1);
  return last >= 0xd800 && last <= 0xdbff ? textMax - 1 : textMax;
}
