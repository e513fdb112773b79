// The diary as one page that opens anywhere and loads nothing. What agents and pages said stands in it only as escaped
// text: no link, no image, no markup of theirs gets through, and the page's own policy forbids whatever might.
import type { Receipt } from '../../shared/dream.ts';
import { assertNever } from '../../shared/result.ts';
import { gateWords } from './entry-text.ts';
import { count, counted, duration, moment } from './figures.ts';
import { plainText } from './plain-text.ts';

const generator = '<meta name="generator" content="Slowwave diary">';

/** Only a page of ours may be written over. */
export const isDiaryPage = (html: string): boolean =>
  html.startsWith('<!doctype html>') && html.slice(0, 1000).includes(generator);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also makes what is invisible visible. */
export const escapeHtml = (text: string): string =>
  plainText(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '');

// An escaped sign, code, strong, emphasis with stars or, between words, with underscores. None of them nests: a star
// within stars is left as it stands.
const inlineMarks =
  /\\([!-/:-@[-`{-~])|`([^`\n]+)`|\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|(?<![\p{L}\p{N}_])_([^_\s][^_\n]*)_(?![\p{L}\p{N}_])/gu;

function inlineHtml(text: string): string {
  let html = '';
  let at = 0;
  for (const found of text.matchAll(inlineMarks)) {
    const [whole, escaped, code, strong, starred, underlined] = found;
    html += escapeHtml(text.slice(at, found.index));
    if (escaped !== undefined) html += escapeHtml(escaped);
    else if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`;
    else if (strong !== undefined) html += `<strong>${escapeHtml(strong)}</strong>`;
    else html += `<em>${escapeHtml(starred ?? underlined ?? '')}</em>`;
    at = found.index + whole.length;
  }
  return html + escapeHtml(text.slice(at));
}

type BlockKind = 'heading' | 'rule' | 'bullets' | 'numbers' | 'quote' | 'blank' | 'text';

const bullet = /^\s{0,3}[-*+]\s+/u;
const numbered = /^\s{0,3}\d{1,9}[.)]\s+/u;
const quoted = /^\s{0,3}>\s?/u;

function kindOf(line: string): BlockKind {
  if (line.trim() === '') return 'blank';
  if (/^#{1,6}\s/u.test(line)) return 'heading';
  if (/^\s{0,3}([-*_])(\s*\1){2,}\s*$/u.test(line)) return 'rule';
  if (quoted.test(line)) return 'quote';
  if (bullet.test(line)) return 'bullets';
  return numbered.test(line) ? 'numbers' : 'text';
}

function headingHtml(line: string): string {
  const hashes = /^#+/u.exec(line)?.[0].length ?? 1;
  // The page has its own h1.
  const level = Math.min(6, hashes + 1);
  return `<h${level}>${inlineHtml(line.replace(/^#+\s+/u, '').replace(/\s+#+\s*$/u, ''))}</h${level}>`;
}

/** Each item with the lines that go on from it. */
function listHtml(lines: readonly string[], tag: 'ul' | 'ol'): string {
  const items: string[] = [];
  for (const line of lines) {
    const start = tag === 'ul' ? bullet : numbered;
    if (start.test(line)) items.push(line.replace(start, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return `<${tag}>${items.map((item) => `<li>${inlineHtml(item)}</li>`).join('')}</${tag}>`;
}

// Deeper quotes than a person would write are shown flat: nesting costs a call each.
const quoteDepthMax = 4;

function blockHtml(kind: BlockKind, lines: readonly string[], depth: number): string {
  switch (kind) {
    case 'blank':
      return '';
    case 'heading':
      return lines.map(headingHtml).join('');
    case 'rule':
      return '<hr>';
    case 'bullets':
      return listHtml(lines, 'ul');
    case 'numbers':
      return listHtml(lines, 'ol');
    case 'quote': {
      const inner = lines.map((line) => line.replace(quoted, ''));
      const html =
        depth < quoteDepthMax ? blocksHtml(inner, depth + 1) : `<p>${inlineHtml(inner.join(' '))}</p>`;
      return `<blockquote>${html}</blockquote>`;
    }
    case 'text':
      return `<p>${inlineHtml(lines.join('\n'))}</p>`;
    default:
      return assertNever(kind);
  }
}

function blocksHtml(lines: readonly string[], depth: number): string {
  const blocks: { readonly kind: BlockKind; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const open = blocks.at(-1);
    // A line of plain text goes on with the list or the paragraph before it.
    const goesOn =
      open !== undefined &&
      (kind === open.kind || (kind === 'text' && (open.kind === 'bullets' || open.kind === 'numbers')));
    if (goesOn) open.lines.push(line);
    else blocks.push({ kind, lines: [line] });
  }
  return blocks.map((block) => blockHtml(block.kind, block.lines, depth)).join('\n');
}

/** Headings, lists, paragraphs, quotes, emphasis, code; everything else is text. */
export const markdownToHtml = (markdown: string): string =>
  blocksHtml(markdown.replaceAll('\r\n', '\n').split('\n'), 0);

const style = `
:root{color-scheme:light dark;--bg:#f6f4ef;--card:#fff;--line:#dad5c8;--t1:#1a2029;--t2:#434c5a;--acc:#2f55b5;--warn:#7d5200;--warnbg:#fbf0d9}
@media (prefers-color-scheme:dark){:root{--bg:#0c1118;--card:#121924;--line:#2b3748;--t1:#e9edf3;--t2:#b6c0cf;--acc:#9db8f2;--warn:#edbe6c;--warnbg:#33270f}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--t1);font:17px/1.6 "Source Serif 4",Charter,Georgia,serif;overflow-wrap:anywhere}
main{max-width:44rem;margin:0 auto;padding:32px 24px 64px}
header,footer,.notice,table{font-family:Inter,system-ui,sans-serif}
header svg{display:block;width:72px;height:36px;margin-bottom:8px}
h1{font-size:32px;line-height:40px;margin:0 0 4px}
h2{font-size:24px;line-height:32px;margin:32px 0 8px}
h3,h4,h5,h6{font-size:19px;line-height:28px;margin:24px 0 4px}
p,ul,ol{margin:0 0 16px}
p{white-space:pre-line}
ul,ol{padding-left:24px}
li{margin:4px 0}
.meta{color:var(--t2);font-size:14px;line-height:20px;margin:0 0 24px}
.notice{background:var(--warnbg);color:var(--warn);border-left:3px solid var(--warn);border-radius:6px;padding:8px 16px;font-size:14px;line-height:20px;margin:0 0 16px}
blockquote{margin:0 0 16px;padding:4px 16px;border-left:3px solid var(--acc);background:var(--card);color:var(--t2)}
blockquote p:last-child{margin-bottom:0}
code{font:0.85em/1.4 "JetBrains Mono",ui-monospace,monospace;background:var(--card);border:1px solid var(--line);border-radius:4px;padding:0 4px}
hr{border:0;border-top:1px solid var(--line);margin:32px 0}
table{width:100%;border-collapse:collapse;font-size:14px;line-height:20px;font-variant-numeric:tabular-nums;margin-top:8px}
caption{text-align:left;color:var(--t2);padding:8px 0}
th,td{text-align:left;font-weight:400;padding:8px 0;border-top:1px solid var(--line);vertical-align:top}
th{color:var(--t2);width:9rem}
footer{color:var(--t2);font-size:13px;line-height:18px;margin-top:32px}`;

// The mark: a four-step stair line, a night's way down.
const mark =
  '<svg viewBox="0 0 72 36" aria-hidden="true"><path d="M2 6h17v8h17v8h17v8h17" fill="none" stroke="currentColor" stroke-width="3"/></svg>';

const outcomeWords: Readonly<Record<Receipt['outcome'], string>> = {
  done: 'a whole night',
  empty: 'an empty night',
  woken: 'woken early',
  failed: 'it failed',
};

function receiptTable(receipt: Receipt): string {
  const { read, found } = receipt;
  const words: Readonly<Record<string, string>> = gateWords;
  const numbers = (all: Readonly<Record<string, number>>): string =>
    Object.entries(all)
      .map(([name, n]: [string, number]) => `${count(n)} ${words[name] ?? name}`)
      .join(', ') || 'nothing';
  const rows = [
    [
      'Read',
      `${counted(read.sessions, 'session')} (${count(read.newSessions)} new), ${counted(read.turns, 'turn')}, ${counted(read.memoryFiles, 'memory file')}`,
    ],
    [
      'Set aside',
      `${counted(read.skippedLines, 'line')} that could not be read, ${counted(read.maskedSecrets, 'secret')} masked`,
    ],
    ['Found', `${counted(found.signals, 'signal')}, ${counted(found.themes, 'theme')}`],
    ['Proposed', numbers(receipt.proposed)],
    ['Turned down', numbers(receipt.turnedDown)],
    [
      'Cost',
      receipt.cost.tokens === 0
        ? 'nothing: no model was asked'
        : `${counted(receipt.cost.tokens, 'token')}, $${receipt.cost.usd.toFixed(2)}`,
    ],
    ['Took', duration(receipt.tookMs)],
  ] as const;
  const cells = rows.map(
    ([name, text]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(text)}</td></tr>`,
  );
  return `<table><caption>Receipt of the night</caption><tbody>${cells.join('')}</tbody></table>`;
}

export function diaryPage(receipt: Receipt, diary: string): string {
  const title = `Dream diary · ${moment(receipt.nowMs)}`;
  const notice = (text: string): string => `<p class="notice">${escapeHtml(text)}</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
${generator}
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>${mark}
<h1>Dream diary</h1>
<p class="meta">The night of ${escapeHtml(moment(receipt.nowMs))} · ${escapeHtml(outcomeWords[receipt.outcome])}</p>
</header>
${receipt.sample ? notice('Sample: this night was dreamt about an invented history.') : ''}
${receipt.preview ? notice('Preview: dreamt on a private copy. Nothing was kept.') : ''}
<article>
${markdownToHtml(diary)}
</article>
${receiptTable(receipt)}
<footer>For people to read; it is never read back as memory. Written by Slowwave on this computer.</footer>
</main>
</body>
</html>
`;
}
