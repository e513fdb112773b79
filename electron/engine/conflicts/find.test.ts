import { describe, expect, it } from 'vitest';
import type { MemoryConflict } from '../../../shared/decisions.ts';
import { entryId } from '../../../shared/ids.ts';
import type { MemoryEntry, Scope } from '../../../shared/memory.ts';
import type { LocalAgent } from '../../../shared/transcript.ts';
import { madeUpEntry } from '../store/testing/made-up.ts';
import { findConflicts } from './find.ts';

const line = (
  text: string,
  path: string,
  more: { readonly scope?: Scope; readonly agent?: LocalAgent } = {},
): MemoryEntry =>
  madeUpEntry(text, {
    id: entryId(path, text),
    text,
    origin: 'file',
    score: null,
    scope: more.scope ?? 'global',
    places: [{ path, agent: more.agent ?? 'claude-code', heading: null, startByte: 0, endByte: 1, line: 1 }],
  });

const between = (a: string, b: string): MemoryConflict | undefined =>
  findConflicts([line(a, '.claude/CLAUDE.md'), line(b, '.codex/AGENTS.md', { agent: 'codex' })])[0];

describe('lines that cannot both hold', () => {
  it.each([
    ['Use npm for installs.', 'Use pnpm for installs.'],
    ['Use npm for installs.', 'Always use pnpm for installs, never npm.'],
    ['Package manager: npm', 'Package manager: pnpm'],
    ['Staging: https://stg.old.example', 'Staging: https://stg2.example'],
    ['Indent with 2 spaces.', 'Indent with 4 spaces.'],
    ['Deploy on Fridays.', 'Never deploy on Fridays.'],
    ['The default branch is main.', 'The default branch is develop.'],
    ['Answer in German.', 'Answer in English.'],
    ['Use Vitest for tests.', 'Use Jest for tests.'],
    ['The API listens on port 8080.', 'The API listens on port 3000.'],
    ['Commit messages are in English.', 'Write commit messages in German.'],
    ['The weekly report goes to Kim.', 'The weekly report goes to Ana.'],
    ['Der Server steht in Berlin.', 'Der Server steht in Paris.'],
  ])('%s | %s', (a, b) => {
    expect(between(a, b)).toMatchObject({ kind: 'contradiction' });
    expect(between(b, a)).toMatchObject({ kind: 'contradiction' });
  });

  it('names what they do not agree about', () => {
    expect(between('Use npm for installs.', 'Use pnpm for installs.')?.because).toContain('“pnpm”');
  });
});

describe('lines that say the same', () => {
  it.each([
    ['Use pytest for tests.', 'Use pytest for tests.'],
    ['Always answer in plain words.', 'Answer in plain words, always.'],
  ])('%s | %s', (a, b) => {
    expect(between(a, b)).toMatchObject({ kind: 'repetition' });
  });
});

describe('lines that have nothing to settle', () => {
  it.each([
    ['Use pnpm for installs.', 'Write the release notes in plain words.'],
    ['Tests run with pytest.', 'Order numbers begin at 1000.'],
    ['Kim reviews the API on Mondays.', 'Ana cooks for 12 guests on Sundays.'],
    ['Run the linter before a commit.', 'Run the tests in a container.'],
    ['Call me Nora.', "Nora's dog is called Pipa."],
  ])('%s | %s', (a, b) => {
    expect(between(a, b)).toBeUndefined();
  });

  it('in one file are left to its reader', () => {
    const lines = ['Indent with 2 spaces.', 'Indent with 4 spaces.'].map((text) =>
      line(text, '.claude/CLAUDE.md'),
    );
    expect(findConflicts(lines)).toEqual([]);
  });

  it('of two projects are never read together; those of a project and of everywhere are', () => {
    const shop = line('Indent with 2 spaces.', 'shop/CLAUDE.md', { scope: 'project:shop' });
    const api = line('Indent with 4 spaces.', 'api/CLAUDE.md', { scope: 'project:api' });
    expect(findConflicts([shop, api])).toEqual([]);
    expect(findConflicts([shop, line('Indent with 4 spaces.', '.claude/CLAUDE.md')])).toHaveLength(1);
  });

  it('are not what is closed, or what a night made', () => {
    const [a, b] = [line('Indent with 2 spaces.', 'a.md'), line('Indent with 4 spaces.', 'b.md')];
    expect(findConflicts([a, { ...b, status: 'closed' }])).toEqual([]);
    expect(findConflicts([a, { ...b, origin: 'dream', places: [] }])).toEqual([]);
  });
});

describe('several lines', () => {
  it('are one conflict where they hang together, whatever their order, and a contradiction outweighs', () => {
    const lines = [
      line('Indent with 2 spaces.', 'a.md'),
      line('Indent with 4 spaces.', 'b.md'),
      line('Indent with 2 spaces.', 'c.md'),
      line('Use pytest for tests.', 'a.md'),
      line('Use pytest for tests.', 'b.md'),
    ];
    const found = findConflicts(lines);
    expect(found.map(({ kind, entries }) => [kind, entries.length])).toEqual([
      ['contradiction', 3],
      ['repetition', 2],
    ]);
    expect(findConflicts(lines.toReversed())).toEqual(found);
  });
});
