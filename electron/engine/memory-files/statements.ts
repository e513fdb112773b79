// Markdown read as its standard says (remark), made into statements: list items, paragraphs, rows of tables. Headings,
// code, comments and pictures state nothing.
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Nodes, Paragraph, Parents, PhrasingContent, RootContent } from 'mdast';
import type { Line } from './lines.ts';
import type { Statement } from './memory-file.ts';
import { isStatement, plainText, rowsOfTable } from './plain-text.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']);

interface Around {
  readonly heading: string | null;
  readonly context: string | null;
}

export function statementsOf(lines: readonly Line[]): readonly Statement[] {
  const root = parser.parse(lines.map((line) => line.text).join('\n'));
  const out: Statement[] = [];
  let heading: string | null = null;
  root.children.forEach((node, i) => {
    if (node.type === 'heading') heading = plainText(phrasingText(node.children)) || heading;
    else if (!isIntro(root, i)) read(out, lines, node, { heading, context: introOf(root, i) });
  });
  return out;
}

/** "We use:" in front of a list says nothing alone; its items say what is meant by it. */
function introOf(parent: Parents, i: number): string | null {
  const before = parent.children[i - 1];
  if (parent.children[i]?.type !== 'list' || before?.type !== 'paragraph') return null;
  const text = plainText(phrasingText(before.children));
  return /[:：]$/u.test(text) ? text : null;
}

const isIntro = (parent: Parents, i: number): boolean => introOf(parent, i + 1) !== null;

function read(out: Statement[], lines: readonly Line[], node: RootContent, around: Around): void {
  if (node.type === 'paragraph') readParagraph(out, lines, node, around);
  else if (node.type === 'blockquote') readChildren(out, lines, node, around);
  else if (node.type === 'list') for (const item of node.children) readItem(out, lines, item, around);
}

function readChildren(out: Statement[], lines: readonly Line[], parent: Parents, around: Around): void {
  parent.children.forEach((child, i) => {
    if (isIntro(parent, i)) return;
    read(out, lines, child, { ...around, context: introOf(parent, i) ?? around.context });
  });
}

function readItem(
  out: Statement[],
  lines: readonly Line[],
  item: Extract<Nodes, { type: 'listItem' }>,
  around: Around,
): void {
  const [first, ...rest] = item.children;
  let context = around.context;
  if (first?.type === 'paragraph') {
    const text = plainText(withoutCheckbox(phrasingText(first.children)));
    const place = placeOf(first);
    if (isStatement(text, 'item') && place !== null && !isIntro(item, 0)) {
      const start = item.position?.start;
      const isSameLine = start !== undefined && start.line - 1 === place.firstLine;
      const indent = isSameLine ? start.column - 1 : place.indent;
      out.push({ ...place, indent, text, link: linkOf(first.children), shape: 'item', ...around });
    }
    context = text === '' ? context : text;
  } else if (first) rest.unshift(first);
  readChildren(out, lines, { ...item, children: rest }, { ...around, context });
}

function readParagraph(out: Statement[], lines: readonly Line[], node: Paragraph, around: Around): void {
  const place = placeOf(node);
  if (place === null) return;
  const rows = rowsOfTable(lines, place.firstLine, place.lastLine);
  for (const { text, line } of rows ?? []) {
    out.push({ text, link: null, firstLine: line, lastLine: line, indent: 0, shape: 'row', ...around });
  }
  if (rows !== null) return;
  const text = plainText(phrasingText(node.children));
  if (!isStatement(text, 'paragraph') || isOnlyPictures(node.children)) return;
  out.push({ ...place, text, link: linkOf(node.children), shape: 'paragraph', ...around });
}

function placeOf(node: Nodes): Pick<Statement, 'firstLine' | 'lastLine' | 'indent'> | null {
  if (node.position === undefined) return null;
  const { start, end } = node.position;
  return { firstLine: start.line - 1, lastLine: end.line - 1, indent: start.column - 1 };
}

const withoutCheckbox = (text: string): string => text.replace(/^\s*\[[ xX]\](?=\s|$)/u, '');

const isOnlyPictures = (children: readonly PhrasingContent[]): boolean =>
  children.every((child) => {
    if (child.type === 'link') return isOnlyPictures(child.children);
    return (
      child.type === 'image' || child.type === 'break' || (child.type === 'text' && child.value.trim() === '')
    );
  });

function phrasingText(children: readonly PhrasingContent[]): string {
  return children.map(wordOf).join('');
}

function wordOf(child: PhrasingContent): string {
  switch (child.type) {
    case 'text':
      return child.value;
    case 'inlineCode':
      return `\`${child.value}\``;
    case 'break':
      return '\n';
    case 'image':
    case 'imageReference':
      return child.alt ?? '';
    case 'html':
    case 'footnoteReference':
      return '';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'linkReference':
      return phrasingText(child.children);
    default:
      return '';
  }
}

function linkOf(children: readonly PhrasingContent[]): string | null {
  for (const child of children) {
    if (child.type === 'link') return child.url === '' ? null : child.url;
    const inside = 'children' in child ? linkOf(child.children) : null;
    if (inside !== null) return inside;
  }
  return null;
}
