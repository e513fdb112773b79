// Our fenced block in an agent's Markdown file. It is the only part of the file that is ours; every byte around it is
// the person's. A block that somebody changed, cut or doubled is found out and never written over unasked.
import { contentHash } from '../../../shared/ids.ts';
import type { MemoryKind } from '../../../shared/memory.ts';
import { memoryKinds } from '../../../shared/memory.ts';
import { assert } from '../../../shared/result.ts';
import type { BlockLine } from './entry-line.ts';
import { entryToLine, lineToEntry } from './entry-line.ts';
import { lineEndOf, startOfText } from './file-text.ts';

export type BrokenBlock =
  'begins-without-end' | 'ends-without-begin' | 'begins-twice' | 'stands-twice' | 'marker-damaged';

export type BlockState =
  | { readonly kind: 'none' }
  /** As we wrote it. `start` and `end` are bytes, without the line end after it. */
  | { readonly kind: 'whole'; readonly start: number; readonly end: number; readonly body: string }
  /** Somebody changed its lines. */
  | { readonly kind: 'edited'; readonly start: number; readonly end: number; readonly body: string }
  | { readonly kind: 'broken'; readonly why: BrokenBlock };

// ASCII only: it must stand in files of any encoding.
const beginMarker =
  '<!-- slowwave:begin | Slowwave wrote the lines from here to its end mark and rewrites them after your review. Write your own above or below. -->';
const endMarker = (body: string): string => `<!-- slowwave:end ${checksum(body)} -->`;

/** Blank lines and spaces at the end of lines do not count: formatters change them, and nobody means anything by it. */
const checksum = (body: string): string =>
  contentHash(
    'block',
    ...body
      .split('\n')
      .map((line) => line.trimEnd())
      .filter((line) => line !== ''),
  );

interface Marker {
  readonly kind: 'begin' | 'end' | 'damaged';
  readonly start: number;
  readonly end: number;
  readonly sum: string | null;
}

export function inspectBlock(bytes: Buffer): BlockState {
  const markers = findMarkers(bytes);
  if (markers.length === 0) return { kind: 'none' };
  const broken = whyBroken(markers);
  if (broken !== null) return { kind: 'broken', why: broken };
  const [begin, end] = markers;
  assert(begin !== undefined && end !== undefined, 'one begin and one end');
  const body = bytes.subarray(begin.end, end.start).toString('utf8').replaceAll('\r\n', '\n').trim();
  const kind = checksum(body) === end.sum ? 'whole' : 'edited';
  return { kind, start: begin.start, end: end.end, body };
}

function findMarkers(bytes: Buffer): readonly Marker[] {
  const text = bytes.toString('latin1');
  const first = startOfText(bytes);
  return [...text.matchAll(/<!--[ \t]*slowwave:(begin|end)\b/gi)].map((found): Marker => {
    const start = found.index;
    const lineEnd = text.indexOf('\n', start);
    const line = text.slice(start, lineEnd < 0 ? text.length : lineEnd).replace(/\r$/, '');
    const isAtLineStart = start === first || text[start - 1] === '\n';
    const begin = /^<!-- slowwave:begin\b.*-->[ \t]*$/.test(line);
    const sum = /^<!-- slowwave:end ([0-9a-f]{16}) -->[ \t]*$/.exec(line)?.[1] ?? null;
    const kind = !isAtLineStart ? 'damaged' : begin ? 'begin' : sum !== null ? 'end' : 'damaged';
    return { kind, start, end: start + line.length, sum };
  });
}

function whyBroken(markers: readonly Marker[]): BrokenBlock | null {
  const order = markers.map(({ kind }) => kind).join(' ');
  if (order === 'begin end') return null;
  if (order.includes('damaged')) return 'marker-damaged';
  if (!order.includes('end')) return 'begins-without-end';
  if (order.startsWith('end')) return 'ends-without-begin';
  return /begin begin/.test(order) ? 'begins-twice' : 'stands-twice';
}

/** The file with this body as its block, in the place of the old block or at the end. An empty body takes it away. */
export function withBlock(bytes: Buffer, body: string): Buffer {
  const state = inspectBlock(bytes);
  assert(state.kind !== 'broken', 'nothing is written into a broken block');
  if (state.kind === 'none') return body === '' ? bytes : appended(bytes, body);
  if (body === '') return withoutBlock(bytes);
  const outside = Buffer.concat([bytes.subarray(0, state.start), bytes.subarray(state.end)]);
  return Buffer.concat([
    bytes.subarray(0, state.start),
    blockBytes(body, lineEndOf(outside)),
    bytes.subarray(state.end),
  ]);
}

const blockBytes = (body: string, lineEnd: string): Buffer =>
  Buffer.from([beginMarker, '', ...body.split('\n'), '', endMarker(body)].join(lineEnd), 'utf8');

/** An empty line before it; no line end after it where the file's last line had none. */
function appended(bytes: Buffer, body: string): Buffer {
  const lineEnd = lineEndOf(bytes);
  const block = blockBytes(body, lineEnd);
  if (bytes.length === startOfText(bytes)) return Buffer.concat([bytes, block, Buffer.from(lineEnd)]);
  return bytes.at(-1) === newline
    ? Buffer.concat([bytes, Buffer.from(lineEnd), block, Buffer.from(lineEnd)])
    : Buffer.concat([bytes, Buffer.from(lineEnd + lineEnd), block]);
}

const newline = 0x0a;

/**
 * The file as it was before the block came: of the ways in which it may have come, the one that leads to this very file.
 * Where somebody has written after it, the block alone is taken out.
 */
function withoutBlock(bytes: Buffer): Buffer {
  const state = inspectBlock(bytes);
  assert(state.kind === 'whole' || state.kind === 'edited', 'there is a block to take out');
  const [head, tail] = [bytes.subarray(0, state.start), bytes.subarray(state.end)];
  const gaps = ['', '\n', '\r\n', '\n\n', '\r\n\r\n'].map((gap) => Buffer.from(gap));
  for (const gap of gaps) {
    const before = head.subarray(0, head.length - gap.length);
    if (!head.subarray(before.length).equals(gap)) continue;
    if (state.kind === 'whole' && appended(before, state.body).equals(bytes)) return before;
  }
  const lineEnd = /^\r?\n/.exec(tail.toString('latin1'))?.[0].length ?? 0;
  return Buffer.concat([head, tail.subarray(lineEnd)]);
}

/** What a block says becomes the person's own lines: the marks are taken out, and nothing else. */
export function withoutMarkers(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end } of findMarkers(bytes)) {
    if (start < at) continue;
    const lineEnd = /^\r?\n/.exec(bytes.subarray(end, end + 2).toString('latin1'))?.[0].length ?? 0;
    parts.push(bytes.subarray(at, start));
    at = end + lineEnd;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

/** All bytes that are not ours; of a broken block nothing is. */
export function outsideBlock(bytes: Buffer): Buffer {
  const state = inspectBlock(bytes);
  if (state.kind === 'none' || state.kind === 'broken') return bytes;
  return Buffer.concat([bytes.subarray(0, state.start), bytes.subarray(state.end)]);
}

const heading = '## Learned from earlier sessions';
const kindHeadings: Readonly<Record<MemoryKind, string>> = {
  preference: '### Preferences',
  correction: '### Corrections',
  decision: '### Decisions',
  fact: '### Facts',
  'error-fix': '### Errors and what mends them',
  workflow: '### Ways of working',
  playbook: '### Playbook',
  note: '### Notes',
};

/** The body of a block: entries grouped by kind, in their order. Empty for none. */
export function entriesToBody(lines: readonly BlockLine[]): string {
  if (lines.length === 0) return '';
  const groups = memoryKinds.flatMap((kind) => {
    const ofKind = lines.filter((line) => line.kind === kind);
    return ofKind.length === 0 ? [] : [`${kindHeadings[kind]}\n\n${ofKind.map(entryToLine).join('\n')}`];
  });
  return [heading, ...groups].join('\n\n');
}

export function bodyToEntries(body: string): readonly BlockLine[] {
  const found: BlockLine[] = [];
  let kind: MemoryKind = 'note';
  for (const line of body.split('\n')) {
    kind = memoryKinds.find((one) => kindHeadings[one] === line.trimEnd()) ?? kind;
    const entry = lineToEntry(line.trimEnd(), kind);
    if (entry !== null) found.push(entry);
  }
  return found;
}
