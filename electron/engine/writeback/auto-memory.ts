// Claude Code's own folder of memories: one file per fact with its front matter, and a line in MEMORY.md that names it.
// Both are ours to the last line, fenced like everything that we write.
import type { MemoryEntry, MemoryKind } from '../../../shared/memory.ts';
import { withBlock } from './block.ts';
import { lineText, shortIdOf } from './entry-line.ts';
import { factFileName } from './targets.ts';

// As seen in the folders that Claude Code itself wrote.
const factTypes: Readonly<Record<MemoryKind, 'user' | 'feedback' | 'project' | 'reference'>> = {
  preference: 'user',
  correction: 'feedback',
  workflow: 'feedback',
  playbook: 'feedback',
  decision: 'project',
  fact: 'project',
  'error-fix': 'reference',
  note: 'reference',
};

const titleWordsMax = 8;
// The whole index is 25 KB for 200 lines: 125 bytes a line, of which the file's name takes 25.
const hookLettersMax = 90;

const cut = (text: string, lettersMax: number): string => {
  const letters = Array.from(text);
  return letters.length <= lettersMax ? text : `${letters.slice(0, lettersMax - 1).join('')}…`;
};

/** Nothing in it may close the link that it stands in. */
function titleOf(entry: MemoryEntry): string {
  const words = lineText(entry.text)
    .replace(/[[\]()<>`*_\\]/gu, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
  const title = words
    .slice(0, titleWordsMax)
    .join(' ')
    .replace(/[.,;:]+$/u, '');
  return cut(title === '' ? shortIdOf(entry.id) : title, 60);
}

const quietly = (text: string): string => text.replaceAll('<!--', '‹!--').replaceAll('-->', '--›');

/** `- [Title](file.md) — hook`, as Claude Code's own lines have it. */
const indexLine = (entry: MemoryEntry): string =>
  `- [${titleOf(entry)}](${factFileName(shortIdOf(entry.id))}) — ${quietly(cut(lineText(entry.text), hookLettersMax))}`;

export const entriesToIndex = (entries: readonly MemoryEntry[]): string => entries.map(indexLine).join('\n');

export function factFile(entry: MemoryEntry): Buffer {
  const sessions = new Set(entry.evidence.map((one) => one.session)).size;
  const head = [
    '---',
    // A JSON text is a text in YAML as well, whatever stands in it.
    `name: ${JSON.stringify(titleOf(entry))}`,
    `description: ${JSON.stringify(cut(lineText(entry.text), 200))}`,
    'metadata:',
    `  type: ${factTypes[entry.kind]}`,
    '---',
    '',
  ].join('\n');
  const body = [
    quietly(lineText(entry.text)),
    '',
    `**Why:** seen in ${sessions} ${sessions === 1 ? 'session' : 'sessions'}.`,
    `**How to apply:** ${entry.scope === 'global' ? 'everywhere' : 'in this project'}.`,
  ].join('\n');
  return withBlock(Buffer.from(head), body);
}
