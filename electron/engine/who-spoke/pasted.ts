// What stands in a person's message and was not written by them: a page, a log, a mail, a chat that they put in. A
// person's words are evidence, so what only may be somebody else's is not counted as theirs: they can say it themselves.
import { askedAboutUntil, handedOverFrom } from './handed-over.ts';
import { chats, letters, published } from './layouts.ts';
import { linesOf, type Line, type Range } from './lines.ts';

export type { Range };

const wrapper =
  /<(paste[d]?|document|doc|context|file|page|log|output|quote|email|article|transcript|untrusted|search_results?|web_?page|website|content|tool_result|attachment)(?:\s[^<>\n]{0,200})?>[\s\S]*?(?:<\/\1>|$)/giu;

// A block of lines with this share of lines that nobody types was put in whole.
const strangeShare = 0.4;
const blockLinesMin = 3;
function strangeBlocks(lines: readonly Line[]): readonly Range[] {
  const blocks: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    if (line.text.trim() === '') continue;
    const last = blocks.at(-1);
    if (last && lines[i - 1]?.text.trim() !== '') last.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap((block) => {
    const strange = block.filter(({ isStrange }) => isStrange);
    const open = block.filter(({ isFenced }) => !isFenced);
    const loose = open.filter(({ isStrange }) => isStrange);
    const isWhole = open.length >= blockLinesMin && loose.length >= strangeShare * open.length;
    // the line that led to it is the person's
    return isWhole ? [...strange, { start: loose[0]?.start ?? 0, end: block.at(-1)?.end ?? 0 }] : strange;
  });
}

// A message longer than this was not typed; Light reads no more of it either.
const messageCharsMax = 40_000;

/** In no order, and they may overlap. */
export function pastedIn(message: string): readonly Range[] {
  const text = message.slice(0, messageCharsMax);
  const lines = linesOf(text);
  const wrapped = [...text.matchAll(wrapper)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const from = handedOverFrom(lines, text);
  const until = from === null ? askedAboutUntil(lines) : null;
  const laidOut = [letters(lines), chats(lines), published(lines)].flatMap((range) => range ?? []);
  return [
    ...strangeBlocks(lines),
    ...wrapped,
    ...laidOut,
    ...(until === null ? [] : [{ start: 0, end: until }]),
    ...(from === null ? [] : [{ start: from, end: message.length }]),
  ];
}
