import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../../shared/memory.ts';
import {
  claudeLines,
  dayMs,
  dreamOnce,
  fourDays,
  nightMs,
  openEngine,
  tempHome,
  valueOf,
  write,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

const userFile = '.claude/CLAUDE.md';
const projectFile = 'shop/CLAUDE.md';

function homeWith(files: Readonly<Record<string, string>>): TempHome {
  const place = tempHome();
  for (const day of fourDays) writeDay(place, day);
  for (const [path, text] of Object.entries(files)) write(place, path, text);
  return place;
}

const list = (...lines: readonly string[]): string =>
  `# Rules\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
const fromFiles = (memory: readonly MemoryEntry[]): readonly string[] =>
  memory.filter((entry) => entry.origin === 'file').map((entry) => entry.text);

/** Every entry, closed ones too, as memory stands now. */
async function wholeMemory(place: TempHome): Promise<readonly MemoryEntry[]> {
  const { engine } = await openEngine(place);
  const entries = valueOf(await engine.memoryList({ closedToo: true }));
  engine.close();
  return entries;
}

describe('lines of memory files', () => {
  it('are entries of our record, with file, line, scope and the words as they stand', async () => {
    const place = homeWith({
      [userFile]: list('Comments are written in English.'),
      [projectFile]: list('Prices are in cents.'),
      '.codex/AGENTS.md': list('Answer in short sentences.'),
      '.openclaw/workspace/MEMORY.md': list('The dentist is on Tuesdays.'),
    });
    const { memory, receipt } = await dreamOnce(place);
    const of = (text: string): MemoryEntry | undefined => memory.find((entry) => entry.text === text);
    expect(receipt.read).toMatchObject({ memoryFiles: 4, memoryLines: 4 });
    expect(of('Comments are written in English.')).toMatchObject({
      scope: 'agent:claude-code',
      taint: 'person',
    });
    expect(of('Prices are in cents.')).toMatchObject({ scope: 'project:shop', taint: 'file', score: null });
    expect(of('Answer in short sentences.')).toMatchObject({ scope: 'agent:codex' });
    expect(of('The dentist is on Tuesdays.')).toMatchObject({
      scope: 'agent:openclaw',
      taint: 'agent',
      places: [{ path: '.openclaw/workspace/MEMORY.md', line: 3, heading: 'Rules' }],
      evidence: [{ session: '.openclaw/workspace/MEMORY.md', turn: 3, quote: 'The dentist is on Tuesdays.' }],
    });
  });

  it('that appear are added, and those that are gone are closed and say why', async () => {
    const place = homeWith({ [userFile]: list('Comments are written in English.', 'Prices are in cents.') });
    const first = await dreamOnce(place);
    write(place, userFile, list('Logs are written in French.', 'Prices are in cents.'));
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(fromFiles(second.memory).toSorted()).toEqual([
      'Logs are written in French.',
      'Prices are in cents.',
    ]);
    const closed = (await wholeMemory(place)).find((entry) => entry.text.startsWith('Comments'));
    expect(closed).toMatchObject({ status: 'closed', closedBecause: 'the line is no longer in its file' });
    // what stayed is the same entry
    const kept = (all: readonly MemoryEntry[]): unknown => all.find((e) => e.text.startsWith('Prices'))?.id;
    expect(kept(second.memory)).toBe(kept(first.memory));
  });

  it('that come back are the entries that they were', async () => {
    const place = homeWith({ [userFile]: list('Prices are in cents.') });
    const [before] = (await dreamOnce(place)).memory;
    write(place, userFile, list('Nothing else matters here.'));
    await dreamOnce(place, {}, nightMs + dayMs);
    write(place, userFile, list('Prices are in cents.'));
    const { memory } = await dreamOnce(place, {}, nightMs + 2 * dayMs);
    expect(memory.find((entry) => entry.text.startsWith('Prices'))?.id).toBe(before?.id);
  });

  it('that moved within their file stay what they are', async () => {
    const place = homeWith({ [userFile]: list('Prices are in cents.') });
    const [before] = (await dreamOnce(place)).memory;
    write(place, userFile, `# New\n\nSome words in front of it.\n\n${list('Prices are in cents.')}`);
    const { memory } = await dreamOnce(place, {}, nightMs + dayMs);
    const after = memory.find((entry) => entry.text.startsWith('Prices'));
    expect(after?.id).toBe(before?.id);
    expect(after?.places[0]?.line).toBe(7);
  });

  it('that stand twice in one file are two, until a night makes one of them', async () => {
    const place = homeWith({ [userFile]: list('Prices are in cents.', 'Prices are in cents.') });
    const night = await dreamOnce(place);
    expect(fromFiles(night.memory)).toHaveLength(2);
    expect(night.proposal.changes.filter((c) => c.operation === 'merge')).toHaveLength(1);
  });

  it('are taken in by an import alone', async () => {
    const place = homeWith({ [userFile]: list('Prices are in cents.') });
    const { engine } = await openEngine(place);
    valueOf(await engine.import([], {}));
    expect(fromFiles(valueOf(await engine.memoryList({ closedToo: false })))).toEqual([
      'Prices are in cents.',
    ]);
    engine.close();
  });
});

describe('a memory file', () => {
  it('that was deleted closes its lines', async () => {
    const place = homeWith({ [userFile]: list('Prices are in cents.') });
    await dreamOnce(place);
    rmSync(join(place.home, userFile));
    expect(fromFiles((await dreamOnce(place, {}, nightMs + dayMs)).memory)).toEqual([]);
  });

  it.each<readonly [string, (place: TempHome) => void]>([
    [
      'is too large to read',
      (place) => write(place, userFile, `${list('Prices are in cents.')}${'x'.repeat(9_000_000)}`),
    ],
    [
      'cannot be looked at',
      (place) => {
        const path = join(place.home, userFile);
        rmSync(path);
        // a link that leads to itself: the system's way to say "not now", as a closed folder's would be
        symlinkSync(path, path);
      },
    ],
  ])('that %s is not gone', async (_, change) => {
    const place = homeWith({ [userFile]: list('Prices are in cents.') });
    await dreamOnce(place);
    change(place);
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(fromFiles(second.memory)).toEqual(['Prices are in cents.']);
  });

  it('that was named once is not gone where it is not named again', async () => {
    const place = homeWith({ 'elsewhere/CLAUDE.md': list('Prices are in cents.') });
    await dreamOnce(place, { paths: [join(place.home, 'elsewhere')] });
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(fromFiles(second.memory)).toEqual(['Prices are in cents.']);
    rmSync(join(place.home, 'elsewhere'), { recursive: true });
    expect(fromFiles((await dreamOnce(place, {}, nightMs + 2 * dayMs)).memory)).toEqual([]);
  });

  it('of a folder whose project is guessed at first gets its right name once a session tells it', async () => {
    const place = tempHome();
    const slug = `${place.home}/my-shop`.replaceAll(/[^A-Za-z0-9-]/gu, '-');
    write(place, `.claude/projects/${slug}/memory/MEMORY.md`, list('Prices are in cents.'));
    expect((await dreamOnce(place)).memory[0]?.scope).toBe('project:shop');
    const day = { id: 'day-a', day: 1, project: 'my-shop', said: ['Add the export button.'] };
    write(place, `.claude/projects/${slug}/day-a.jsonl`, claudeLines(place, day));
    expect((await dreamOnce(place, {}, nightMs + dayMs)).memory[0]?.scope).toBe('project:my-shop');
  });

  it('that is empty, or no text at all, is read without a failure', async () => {
    const place = homeWith({ [userFile]: '', [projectFile]: '\u0000\u0001\ufffd binary \u0000' });
    expect((await dreamOnce(place)).receipt.outcome).toBe('done');
  });

  it('that an agent wrote our own block into brings no news', async () => {
    const block = '<!-- slowwave:begin -->\n- Always deploy on Fridays.\n<!-- slowwave:end -->\n';
    const place = homeWith({ [userFile]: `${list('Prices are in cents.')}\n${block}` });
    expect(fromFiles((await dreamOnce(place)).memory)).toEqual(['Prices are in cents.']);
  });
});

describe('lines that say the same', () => {
  it('become one entry; where its line goes, the other one speaks again', async () => {
    const place = homeWith({
      [userFile]: list('Prices are always in cents.'),
      '.claude/rules/shop.md': list('Prices are always in cents.'),
    });
    const first = await dreamOnce(place, { apply: 'auto' });
    expect(fromFiles(first.memory)).toEqual(['Prices are always in cents.']);
    const kept = first.memory.find((entry) => entry.origin === 'file')?.places[0]?.path ?? '';
    rmSync(join(place.home, kept));
    const second = await dreamOnce(place, { apply: 'auto' }, nightMs + dayMs);
    expect(fromFiles(second.memory)).toEqual(['Prices are always in cents.']);
    expect(second.memory.find((entry) => entry.origin === 'file')?.places[0]?.path).not.toBe(kept);
  });

  it('stay one on the nights after', async () => {
    const place = homeWith({
      [userFile]: list('Prices are always in cents.'),
      '.claude/rules/shop.md': list('Prices are always in cents.'),
    });
    const first = await dreamOnce(place, { apply: 'auto' });
    const second = await dreamOnce(place, { apply: 'auto' }, nightMs + dayMs);
    expect(second.proposal.changes.filter((change) => change.operation === 'merge')).toEqual([]);
    expect(second.memory).toEqual(first.memory);
  });
});

describe('a line that the owner took back in a session', () => {
  it('is closed in our record with a reason, stays in its file, and is not raised again', async () => {
    const place = homeWith({ [userFile]: list('Use npm for installs in the shop.') });
    const night = await dreamOnce(place, { apply: 'auto' });
    const [entry] = (await wholeMemory(place)).filter((one) => one.origin === 'file');
    expect(entry?.text).toBe('Use npm for installs in the shop.');
    if (entry?.status === 'closed') {
      expect(entry.closedBecause).not.toBeNull();
      expect(night.memory.map((one) => one.id)).not.toContain(entry.id);
      const second = await dreamOnce(place, { apply: 'auto' }, nightMs + dayMs);
      expect(second.memory.map((one) => one.id)).not.toContain(entry.id);
    }
  });
});
