// Blanks secrets out of everything of a transcript that is stored. Spans move with the text that they cover.
import { contentHash, sessionId, turnKey } from '../../../shared/ids.ts';
import type { SessionHead, Span, ToolUse, Transcript, Turn } from '../../../shared/transcript.ts';
import { projectName } from '../importers/project-name.ts';
import { blankedAt } from '../masking/found.ts';
import type { Masker } from '../masking/masker.ts';

export interface MaskedTranscript {
  readonly transcript: Transcript;
  readonly masked: number;
}

const countOf = (kinds: Readonly<Record<string, number>>): number =>
  Object.values(kinds).reduce((sum, n) => sum + n, 0);

interface Counter {
  mask(text: string): string;
  maskOrNull(text: string | null): string | null;
  maskAll(text: string): string;
  readonly count: number;
}

// Names of tools, ids of calls, files: a session says each of them many times.
const shortCharsMax = 64;

function countingMasker(masker: Masker): Counter {
  let count = 0;
  const clean = new Set<string>();
  const mask = (text: string): string => {
    const isShort = text.length <= shortCharsMax;
    if (isShort && clean.has(text)) return text;
    const masked = masker.mask(text);
    if (masked.text !== text) count += countOf(masked.kinds);
    else if (isShort) clean.add(text);
    return masked.text;
  };
  return {
    mask,
    maskOrNull: (text) => (text === null ? null : mask(text)),
    maskAll(text) {
      const found = masker.find(text);
      count += found.length;
      return found.length === 0 ? text : blankedAt(text, found);
    },
    get count() {
      return count;
    },
  };
}

function maskSpans(turn: Turn, counter: Counter): Pick<Turn, 'text' | 'spans'> {
  if (turn.spans.length <= 1) {
    const text = counter.mask(turn.text);
    return { text, spans: turn.spans.map((span) => ({ ...span, start: 0, end: text.length })) };
  }
  let text = '';
  const spans: Span[] = [];
  for (const { origin, start, end } of turn.spans) {
    const part = counter.mask(turn.text.slice(start, end));
    spans.push({ origin, start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, spans };
}

const maskUse = (use: ToolUse | null, counter: Counter): ToolUse | null =>
  use && {
    ...use,
    callId: counter.mask(use.callId),
    name: counter.mask(use.name),
    command: counter.maskOrNull(use.command),
    target: counter.maskOrNull(use.target),
  };

/**
 * An id stays one: what was masked in it is told apart by its sum. Also what is no secret by its owner's word: by an id it is
 * told what was read before.
 */
function maskId(id: string, counter: Counter): string {
  const masked = counter.maskAll(id);
  return masked === id ? id : `${masked}~${contentHash(id).slice(0, 8)}`;
}

/** A turn's key as it stands in the store. */
export const maskedKey = (key: string, masker: Masker): string => maskId(key, countingMasker(masker));

/** The last part of an address may be a secret that nothing gives away where it stands alone. */
function maskProject(project: string, cwd: string | null, mask: (text: string) => string): string {
  const masked = cwd === null ? null : mask(cwd);
  return mask(
    masked === cwd || masked === null || masked.includes(project) ? project : (projectName(masked) ?? ''),
  );
}

function maskHead(head: SessionHead, counter: Counter): SessionHead {
  const nativeId = maskId(head.nativeId, counter);
  return {
    ...head,
    id: nativeId === head.nativeId ? head.id : sessionId(head.agent, nativeId),
    nativeId,
    parentNativeId: head.parentNativeId === null ? null : maskId(head.parentNativeId, counter),
    title: counter.maskOrNull(head.title),
    cwd: counter.maskOrNull(head.cwd),
    project: head.project === null ? null : maskProject(head.project, head.cwd, (text) => counter.mask(text)),
    agentVersion: counter.maskOrNull(head.agentVersion),
  };
}

/** Pure, for one masker. */
export function maskTranscript(transcript: Transcript, masker: Masker): MaskedTranscript {
  const counter = countingMasker(masker);
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    key: turnKey(maskId(turn.key, counter)),
    ...maskSpans(turn, counter),
    use: maskUse(turn.use, counter),
  }));
  const masked = {
    ...transcript,
    head: maskHead(transcript.head, counter),
    turns,
  };
  return { transcript: masked, masked: counter.count };
}

function maskValue(value: unknown, masker: Masker): unknown {
  if (typeof value === 'string') return masker.mask(value).text;
  if (Array.isArray(value)) return value.map((one) => maskValue(one, masker));
  if (typeof value !== 'object' || value === null) return value;
  const mask = (text: string): string => masker.mask(text).text;
  const cwd = 'cwd' in value && typeof value.cwd === 'string' ? value.cwd : null;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]: [string, unknown]) => [
      mask(name),
      name === 'project' && typeof one === 'string' ? maskProject(one, cwd, mask) : maskValue(one, masker),
    ]),
  );
}

/**
 * What a reader puts down between two parts of a file holds words of it: open calls, queued prompts, titles. It is JSON;
 * each text in it is masked as its turn would be, so that it may be stored.
 */
export function maskState(state: string, masker: Masker): string {
  const value: unknown = JSON.parse(state);
  return JSON.stringify(maskValue(value, masker));
}
