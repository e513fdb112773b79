// Listens to a session before the night does: what in it gives orders in somebody else's voice is set aside to be shown,
// and what a person only put into their message is no longer counted as their words.
import { contentHash } from '../../../shared/ids.ts';
import type { Origin } from '../../../shared/origin.ts';
import type { SetAside } from '../../../shared/quarantine.ts';
import type { Span, Turn } from '../../../shared/transcript.ts';
import { cuesIn } from './cues.ts';
import { ordersIn, type Listening, type Order } from './orders.ts';
import { pastedIn, type Range } from './pasted.ts';

export interface Heard {
  readonly turns: readonly Turn[];
  readonly setAside: readonly SetAside[];
}

// A tool's output is looked at to here: what comes later no agent reads to its end either.
const lookedAtCharsMax = 64_000;
const shownCharsMax = 600;
const aroundChars = 160;
// One page that is nothing but orders needs no hundred cards.
const perTurnMax = 5;

const untrusted: ReadonlySet<Origin> = new Set(['tool', 'web', 'file', 'import']);

/** A project's rules for agents give orders by trade; they are judged as memory files. */
const rulesFile =
  /(?:^|[/\\\s'"])(?:CLAUDE(?:\.local)?|AGENTS(?:\.override)?|GEMINI|MEMORY|USER|SKILL|copilot-instructions)\.md\b|\.cursor\/rules|\.cursorrules|\.windsurfrules/u;

function placeOf({ use }: Turn): string | null {
  if (!use) return null;
  return use.target ?? use.command?.slice(0, 200) ?? use.name;
}

/** With the lines that it stands in, as far as they are short enough to be read. */
function shownOf(text: string, { start, end }: Range): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const from = Math.max(lineStart, start - aroundChars);
  const to = Math.min(lineEnd === -1 ? text.length : lineEnd, end + aroundChars, from + shownCharsMax);
  return text.slice(from, Math.max(to, Math.min(end, from + shownCharsMax))).trim();
}

const setAsideOf = (turn: Turn, text: string, order: Order, origin: Origin): SetAside => ({
  id: contentHash(
    'quarantine',
    turn.key,
    order.reason,
    String(order.start),
    text.slice(order.start, order.end),
  ).slice(0, 16),
  reason: order.reason,
  ordinal: turn.ordinal,
  origin,
  shown: shownOf(text, order),
  says: order.says === null ? null : order.says.slice(0, shownCharsMax),
  place: placeOf(turn),
});

function inUntrusted(turn: Turn): readonly SetAside[] {
  const isRules = rulesFile.test(turn.use?.target ?? '') || rulesFile.test(turn.use?.command ?? '');
  return turn.spans.flatMap((span) => {
    if (!untrusted.has(span.origin)) return [];
    const text = turn.text.slice(span.start, Math.min(span.end, span.start + lookedAtCharsMax));
    const listening: Listening = span.origin === 'web' ? 'page' : 'file';
    return ordersIn(text, listening)
      .filter(({ reason }) => !isRules || (reason !== 'gives-orders' && reason !== 'plays-a-role'))
      .slice(0, perTurnMax)
      .map((order) => setAsideOf(turn, text, order, span.origin));
  });
}

const holds = (ranges: readonly Range[], { start, end }: Range): boolean =>
  ranges.some((range) => range.start <= start && range.end >= end);

/** The lines that a place stands in. */
function linesAround(text: string, { start, end }: Range): Range {
  const lineEnd = text.indexOf('\n', end);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd === -1 ? text.length : lineEnd };
}

interface Listened {
  readonly spans: readonly Span[];
  readonly setAside: readonly SetAside[];
}

function inPersons(turn: Turn): Listened {
  const spans: Span[] = [];
  const setAside: SetAside[] = [];
  for (const span of turn.spans) {
    if (span.origin !== 'person') {
      spans.push(span);
      continue;
    }
    const text = turn.text.slice(span.start, span.end);
    const pasted = pastedIn(text);
    // what a person says plainly they may say; what is hidden in their message they did not type
    const orders = ordersIn(text.slice(0, lookedAtCharsMax), 'file').filter(
      (order) => order.reason !== 'gives-orders' || holds(pasted, order),
    );
    setAside.push(...orders.slice(0, perTurnMax).map((order) => setAsideOf(turn, text, order, 'import')));
    const foreign = [...pasted, ...orders.map((order) => linesAround(text, order))];
    spans.push(...cut(span, foreign));
  }
  return { spans, setAside };
}

/** A person's span, with what is not theirs taken out of it. */
function cut(span: Span, foreign: readonly Range[]): readonly Span[] {
  if (foreign.length === 0) return [span];
  const out: Span[] = [];
  let at = span.start;
  for (const { start, end } of foreign.toSorted((a, b) => a.start - b.start)) {
    const [from, to] = [Math.max(at, span.start + start), Math.min(span.end, span.start + end)];
    if (to <= from) continue;
    if (from > at) out.push({ origin: 'person', start: at, end: from });
    const last = out.at(-1);
    if (last?.origin === 'import' && last.end === from) out[out.length - 1] = { ...last, end: to };
    else out.push({ origin: 'import', start: from, end: to });
    at = to;
  }
  if (at < span.end) out.push({ origin: 'person', start: at, end: span.end });
  return out;
}

/** What a failure says is quoted in what is learnt from it: a line that wants something of an agent tells no failure. */
function withoutOrders(turn: Turn): Turn {
  const lines = turn.text.split('\n');
  const isOrder = (line: string): boolean =>
    cuesIn(line.slice(0, lineCharsMax)).some(({ kind }) => kind !== 'always' && kind !== 'duty') ||
    ordersIn(line.slice(0, lineCharsMax), 'file').length > 0;
  const text = lines.map((line) => (isOrder(line) ? ' '.repeat(line.length) : line)).join('\n');
  return text === turn.text ? turn : { ...turn, text };
}
// Of a longer line no failure is told.
const lineCharsMax = 2_000;

export interface HeardTurn {
  readonly turn: Turn;
  readonly setAside: readonly SetAside[];
}

/** Pure. A session is heard turn by turn, so that a long one is never held as a whole. */
export function whoSpokeIn(turn: Turn): HeardTurn {
  if (turn.kind === 'result')
    return { turn: turn.outcome === 'failed' ? withoutOrders(turn) : turn, setAside: inUntrusted(turn) };
  if (turn.kind !== 'message' || !turn.spans.some(({ origin }) => origin === 'person'))
    return { turn, setAside: [] };
  const { spans, setAside } = inPersons(turn);
  const isAsItWas = spans.every((span, i) => span === turn.spans[i]);
  return { turn: isAsItWas ? turn : { ...turn, spans }, setAside };
}

/** Pure: the same session gives the same. Turns in the order of the transcript. */
export function whoSpoke(turns: readonly Turn[]): Heard {
  const heard = turns.map(whoSpokeIn);
  return { turns: heard.map(({ turn }) => turn), setAside: heard.flatMap(({ setAside }) => setAside) };
}
