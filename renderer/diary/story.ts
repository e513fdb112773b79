// The diary's Markdown as blocks to show. Only the few marks that the engine writes are known; whatever else stands there
// is text, so that no quote can become a link, an image or markup. Pure.
import type { Evidence } from '../../shared/memory.ts';
import { agentKinds, type AgentKind } from '../../shared/transcript.ts';

export interface Span {
  readonly text: string;
  readonly weight: 'plain' | 'strong' | 'soft';
}

export interface Note {
  /** From 1, through the whole night. */
  readonly number: number;
  readonly quote: string;
  /** "shop, claude-code, 2026-11-18", as the engine wrote it. */
  readonly source: string;
}

export interface Item {
  readonly spans: readonly Span[];
  /** Indented lines beneath it. */
  readonly lines: readonly (readonly Span[])[];
  readonly notes: readonly Note[];
  /** It tells of a change, and neither a quote nor an older line stands behind it. */
  readonly isUnproven: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'item'; readonly item: Item };

const unescape = (text: string): string => text.replaceAll(/\\(?=[<\]])/gu, '');

/** `**strong**` and `*soft*`, each within its line. */
export function spansOf(line: string): readonly Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const found of line.matchAll(/\*\*(?<strong>[^*]+)\*\*|\*(?<soft>[^*\s][^*]*)\*/gu)) {
    if (found.index > at) spans.push({ text: unescape(line.slice(at, found.index)), weight: 'plain' });
    const { strong, soft } = found.groups ?? {};
    if (strong !== undefined) spans.push({ text: unescape(strong), weight: 'strong' });
    if (soft !== undefined) spans.push({ text: unescape(soft), weight: 'soft' });
    at = found.index + found[0].length;
  }
  if (at < line.length) spans.push({ text: unescape(line.slice(at)), weight: 'plain' });
  return spans;
}

const textOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');
const isOlderLine = (line: string): boolean => line.startsWith('before: “');

interface Open {
  readonly title: string;
  readonly lines: string[];
  readonly notes: Note[];
}

function close({ title, lines, notes }: Open): Block {
  const spans = spansOf(title);
  const isChange = spans[0]?.weight === 'strong';
  const isUnproven = isChange && notes.length === 0 && !lines.some(isOlderLine);
  return { kind: 'item', item: { spans, lines: lines.map(spansOf), notes, isUnproven } };
}

export function readStory(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: Open | null = null;
  let notes = 0;
  const end = (): void => {
    if (open !== null) blocks.push(close(open));
    open = null;
  };
  for (const line of text.split('\n')) {
    const quote = /^ {2}> “(?<quote>.*)” \((?<source>[^()]*)\)$/u.exec(line)?.groups;
    if (open !== null && quote !== undefined) {
      notes += 1;
      const { quote: words = '', source = '' } = quote;
      open.notes.push({ number: notes, quote: unescape(words), source: unescape(source) });
    } else if (open !== null && line.startsWith('  ') && line.trim() !== '') {
      open.lines.push(line.trim().replace(/^- /u, ''));
    } else if (line.startsWith('- ')) {
      end();
      open = { title: line.slice(2), lines: [], notes: [] };
    } else if (line.trim() !== '') {
      end();
      // The page has the night's name as its heading already.
      if (line.startsWith('## ')) blocks.push({ kind: 'heading', text: unescape(line.slice(3)) });
      else if (!line.startsWith('# ')) blocks.push({ kind: 'paragraph', spans: spansOf(line) });
    }
  }
  end();
  return blocks;
}

export const notesOf = (blocks: readonly Block[]): readonly Note[] =>
  blocks.flatMap((block) => (block.kind === 'item' ? block.item.notes : []));

/** What holds the words looked for; a heading stays where something beneath it does. */
export function filterStory(blocks: readonly Block[], wanted: string): readonly Block[] {
  const words = wanted.trim().toLowerCase();
  if (words === '') return blocks;
  const says = (text: string): boolean => text.toLowerCase().includes(words);
  const holds = (block: Block): boolean => {
    if (block.kind === 'heading') return false;
    if (block.kind === 'paragraph') return says(textOf(block.spans));
    const { spans, lines, notes } = block.item;
    return (
      [spans, ...lines].some((each) => says(textOf(each))) ||
      notes.some(({ quote, source }) => says(quote) || says(source))
    );
  };
  return blocks.filter((block, i) => {
    if (block.kind !== 'heading') return holds(block);
    const rest = blocks.slice(i + 1);
    const next = rest.findIndex(({ kind }) => kind === 'heading');
    return rest.slice(0, next < 0 ? rest.length : next).some(holds);
  });
}

/** As the engine puts a quote into one line. */
const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Where a note's quote stands; null where nothing we keep says it any more. */
export function evidenceOf(note: Note, pool: readonly Evidence[]): Evidence | null {
  const isCut = note.quote.endsWith('…');
  const words = isCut ? note.quote.slice(0, -1) : note.quote;
  const fits = pool.filter(({ quote }) => {
    const line = inOneLine(quote);
    return isCut ? line.startsWith(words) : line === words;
  });
  return fits.find(({ agent }) => note.source.includes(agent)) ?? fits[0] ?? null;
}

/** Which agent a quote is from, as the engine names it in the source; null where it names none. */
const agentOf = ({ source }: Note): AgentKind | null => {
  const parts = source.split(', ');
  return agentKinds.find((agent) => parts.includes(agent)) ?? null;
};

/** What rests on that agent's sessions; headings with nothing left beneath them go. */
export function ofAgent(blocks: readonly Block[], agent: AgentKind | null): readonly Block[] {
  if (agent === null) return blocks;
  const isKept = (block: Block): boolean =>
    block.kind === 'item' && block.item.notes.some((note) => agentOf(note) === agent);
  return blocks.filter((block, i) => {
    if (block.kind !== 'heading') return isKept(block);
    const next = blocks.findIndex((other, j) => j > i && other.kind === 'heading');
    return blocks.slice(i + 1, next < 0 ? undefined : next).some(isKept);
  });
}
