// Blanks secrets out of everything of a transcript that is stored. Spans move with the text that they cover.
import type { Span, ToolUse, Transcript, Turn } from '../../../shared/transcript.ts';
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
  readonly count: number;
}

function countingMasker(masker: Masker): Counter {
  let count = 0;
  const mask = (text: string): string => {
    const masked = masker.mask(text);
    count += countOf(masked.kinds);
    return masked.text;
  };
  return {
    mask,
    maskOrNull: (text) => (text === null ? null : mask(text)),
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

/** Pure, for one masker. */
export function maskTranscript(transcript: Transcript, masker: Masker): MaskedTranscript {
  const counter = countingMasker(masker);
  const { head } = transcript;
  const turns = transcript.turns.map((turn) => ({
    ...turn,
    ...maskSpans(turn, counter),
    use: maskUse(turn.use, counter),
  }));
  const masked = {
    ...transcript,
    head: {
      ...head,
      title: counter.maskOrNull(head.title),
      cwd: counter.maskOrNull(head.cwd),
      project: counter.maskOrNull(head.project),
      agentVersion: counter.maskOrNull(head.agentVersion),
    },
    turns,
  };
  return { transcript: masked, masked: counter.count };
}

function maskValue(value: unknown, masker: Masker): unknown {
  if (typeof value === 'string') return masker.mask(value).text;
  if (Array.isArray(value)) return value.map((one) => maskValue(one, masker));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [masker.mask(name).text, maskValue(one, masker)]),
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
