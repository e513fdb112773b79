import { existsSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeId, nightId, type EntryId } from '../../../shared/ids.ts';
import type { FilePlace, MemoryEntry } from '../../../shared/memory.ts';
import type { Change, Operation } from '../../../shared/proposal.ts';
import { createMasker } from '../masking/mask.ts';
import { parseMemoryFile } from '../memory-files/parse.ts';
import { valueOf } from '../store/testing/temp-store.ts';
import { applyWrites } from './apply.ts';
import { inspectBlock, outsideBlock } from './block.ts';
import type { DecidedChange, PlanInput, WritePlan } from './plan.ts';
import { planDiff, planWrites } from './plan.ts';
import { entryOf, planInput, targetOf, tempHome, type TempHome } from './testing/home.ts';

const textAfter = (plan: WritePlan, path: string): string | null =>
  plan.writes.find((write) => write.path === path)?.after?.toString() ?? null;

function lineOf(home: TempHome, path: string, text: string): MemoryEntry {
  const line = parseMemoryFile(home.read(path)).find((one) => one.text === text);
  if (line === undefined) throw new Error(`no line ${text} in ${path}`);
  const { heading, startByte, endByte } = line;
  const place: FilePlace = { path, agent: 'claude-code', heading, startByte, endByte, line: line.line };
  return entryOf(text, { places: [place], scope: 'agent:claude-code' });
}

function decided(
  operation: Operation,
  after: MemoryEntry | null,
  ...before: readonly MemoryEntry[]
): DecidedChange {
  const change: Change = {
    id: changeId(operation, ...before.map((entry) => entry.id)),
    nightId: nightId('n'),
    operation,
    title: 'a change',
    why: 'because',
    after,
    closes: before.map((entry) => ({ entryId: entry.id, because: 'a test' })),
    flags: [],
  };
  return { change, before };
}

const claude = '.claude/CLAUDE.md';

describe('a plan', () => {
  it('gives each file the entries of its scopes, and says what it costs', () => {
    const home = tempHome();
    home.put(claude, '# Me\n\n- My own line stays.\n');
    home.put('shop/CLAUDE.md', '# Shop\n');
    const entries = [
      entryOf('Use pnpm for installs.'),
      entryOf('Orders have nine digits.', { scope: 'project:shop', kind: 'fact' }),
    ];
    const plan = planWrites(
      planInput(home, {
        targets: [targetOf(home, claude), targetOf(home, 'shop/CLAUDE.md', { scopes: ['project:shop'] })],
        entriesFor: () => entries,
      }),
    );
    expect(plan.writes.map((write) => [write.path, write.entryIds.length])).toEqual([
      [claude, 1],
      ['shop/CLAUDE.md', 1],
    ]);
    expect(textAfter(plan, claude)).toContain('- My own line stays.\n\n<!-- slowwave:begin');
    expect(textAfter(plan, 'shop/CLAUDE.md')).toContain('### Facts\n\n- Orders have nine digits.');
    expect(plan.writes[0]).toMatchObject({ linesAdded: 10, linesRemoved: 0, tokensBefore: 7 });
    expect(planDiff(plan, createMasker())).toContain('+- Use pnpm for installs. <!-- ');
    expect(home.read(claude).toString()).toBe('# Me\n\n- My own line stays.\n');
  });

  it('changes nothing where all is said', () => {
    const home = tempHome();
    home.put(claude, '- use pnpm for installs\n');
    const input = planInput(home, {
      targets: [targetOf(home, claude)],
      entriesFor: () => [entryOf('Use pnpm for installs.')],
    });
    expect(planWrites(input).writes).toEqual([]);
  });

  it('is stable: what is written once is not written again', () => {
    const home = tempHome();
    home.put(claude, '# Me\r\n');
    const input = planInput(home, {
      targets: [targetOf(home, claude)],
      entriesFor: () => [entryOf('A b c.'), entryOf('D e f.')],
    });
    valueOf(applyWrites(home.deps(), { writes: planWrites(input).writes, reason: 'x', undoes: null }));
    expect(planWrites(input)).toEqual({ writes: [], conflicts: [], leftOut: [], off: [], over: [] });
  });

  it('leaves the lowest score per token out where the budget is full, and says so', () => {
    const home = tempHome();
    home.put(claude, '');
    const cheap = entryOf('Short and dear.', { score: 0.9 });
    const dear = entryOf(`Long and cheap ${'word '.repeat(340)}`, { score: 0.9 });
    const low = entryOf('Short and low.', { score: 0.1 });
    const plan = (pinned: readonly EntryId[], budgetTokens: number) =>
      planWrites(
        planInput(home, {
          targets: [targetOf(home, claude, { budgetTokens })],
          entriesFor: () => [cheap, dear, low],
          pinned: new Set(pinned),
        }),
      );
    expect(plan([], 500).leftOut).toMatchObject([
      { path: claude, entryId: dear.id, because: expect.stringContaining('500') },
    ]);
    expect(plan([], 5_000).leftOut).toEqual([]);
    expect(plan([dear.id], 500).leftOut.map((one) => one.entryId)).toEqual([low.id, cheap.id]);
  });

  it('keeps to what an agent loads of its file', () => {
    const home = tempHome();
    home.put(claude, 'a line\n'.repeat(195));
    const entriesFor = (): readonly MemoryEntry[] => [entryOf('A b c.'), entryOf('D e f.')];
    const plan = planWrites(
      planInput(home, { targets: [targetOf(home, claude, { linesMax: 200 })], entriesFor }),
    );
    expect(plan.leftOut.map((one) => one.because)).toEqual(
      Array(2).fill('its agent loads the first 200 lines only'),
    );
    expect(plan.writes).toEqual([]);
  });

  it('touches no file of an agent whose writing is off', () => {
    const home = tempHome();
    home.put(claude, '');
    const plan = planWrites(
      planInput(home, {
        targets: [targetOf(home, claude)],
        entriesFor: () => [entryOf('A b c.')],
        isOff: () => true,
      }),
    );
    expect(plan).toMatchObject({ writes: [], off: [claude] });
  });

  it('leaves every byte outside of the block as it is, whatever they are', () => {
    const home = tempHome();
    const anyBytes = fc.uint8Array({ maxLength: 100, min: 1 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(anyBytes, anyBytes, (head, tail) => {
        fc.pre(head[0] !== 0xfe && head[0] !== 0xff);
        const first = planWrites(withEntries(home, head, [entryOf('A b c.')]));
        const [written] = first.writes;
        if (written?.after === undefined || written.after === null) return;
        const file = Buffer.concat([written.after, Buffer.from('\n'), tail]);
        fc.pre(inspectBlock(file).kind === 'whole');
        const second = planWrites(withEntries(home, file, [entryOf('D e f.')])).writes[0]?.after ?? file;
        expect(outsideBlock(second).equals(outsideBlock(file))).toBe(true);
      }),
    );
  });
});

function withEntries(home: TempHome, file: Buffer, entries: readonly MemoryEntry[]): PlanInput {
  home.put(claude, file);
  return planInput(home, { targets: [targetOf(home, claude)], entriesFor: () => entries });
}

describe('changes to lines that are not ours', () => {
  const file = '# Me\r\n\r\n- Use npm for installs.\r\n- Keep *this*.\r\n- Deploy on Thursday.\r\n';
  const planOf = (
    home: TempHome,
    decidedChanges: readonly DecidedChange[],
    rest: Partial<PlanInput> = {},
  ): WritePlan =>
    planWrites(planInput(home, { targets: [targetOf(home, claude)], decided: decidedChanges, ...rest }));

  it('replaces the one line, and does not say it a second time in the block', () => {
    const home = tempHome();
    home.put(claude, file);
    const after = entryOf('Use pnpm for installs.');
    const plan = planOf(home, [decided('replace', after, lineOf(home, claude, 'Use npm for installs.'))], {
      entriesFor: () => [after],
    });
    expect(textAfter(plan, claude)).toBe(file.replace('npm', 'pnpm'));
    expect(plan.writes[0]?.changeIds.length).toBe(1);
  });

  it('takes out a retired line', () => {
    const home = tempHome();
    home.put(claude, file);
    const plan = planOf(home, [decided('retire', null, lineOf(home, claude, 'Deploy on Thursday.'))]);
    expect(textAfter(plan, claude)).toBe(file.replace('- Deploy on Thursday.\r\n', ''));
  });

  it('keeps one of several lines that say the same, in each file', () => {
    const home = tempHome();
    home.put(claude, '- Use zod.\n- Validate with zod.\n');
    home.put('shop/CLAUDE.md', '- Use zod at the edges.\n');
    const kept = lineOf(home, claude, 'Use zod.');
    const change = decided(
      'merge',
      kept,
      lineOf(home, claude, 'Validate with zod.'),
      lineOf(home, 'shop/CLAUDE.md', 'Use zod at the edges.'),
    );
    // The line that stays may list those that it took in as its own places.
    const wide = { ...kept, places: [...kept.places, ...change.before.flatMap((entry) => entry.places)] };
    for (const after of [kept, wide]) {
      const plan = planOf(home, [{ ...change, change: { ...change.change, after } }]);
      expect(plan.writes.map((write) => write.path)).toEqual([claude]);
      expect(textAfter(plan, claude)).toBe('- Use zod.\n');
    }
  });

  it('does nothing twice', () => {
    const home = tempHome();
    home.put(claude, file);
    const change = decided('retire', null, lineOf(home, claude, 'Deploy on Thursday.'));
    expect(planOf(home, [change], { writtenChanges: () => new Set([change.change.id]) }).writes).toEqual([]);
  });

  it('writes over a changed line where its owner was shown what stands there, and over nothing else', () => {
    const home = tempHome();
    home.put(claude, '- Deploy on Thursday.\n- Other.\n');
    const change = decided(
      'replace',
      entryOf('Deploy on Friday.'),
      lineOf(home, claude, 'Deploy on Thursday.'),
    );
    home.put(claude, '- Deploy on Monday.\n- Other.\n');
    expect(planOf(home, [change]).conflicts).toMatchObject([{ theirs: '- Deploy on Monday.' }]);
    const choices = (seen: string) => ({ lineChoices: new Map([[change.change.id as string, seen]]) });
    const plan = planOf(home, [change], choices('- Deploy on Monday.'));
    expect(plan.conflicts).toEqual([]);
    expect(textAfter(plan, claude)).toBe('- Deploy on Friday.\n- Other.\n');
    // It was changed once more since it was shown.
    home.put(claude, '- Deploy on Sunday.\n- Other.\n');
    const late = planOf(home, [change], choices('- Deploy on Monday.'));
    expect(late.writes).toEqual([]);
    expect(late.conflicts).toMatchObject([{ theirs: '- Deploy on Sunday.' }]);
  });

  it('finds a line that moved by what the guard saw, and asks where it was changed', () => {
    const home = tempHome();
    home.put(claude, '- Same.\n- Twice said.\n- Other.\n- Twice said.\n');
    const base = home.read(claude);
    const lines = parseMemoryFile(base).filter((line) => line.text === 'Twice said.');
    const second = lineOf(home, claude, 'Twice said.');
    const place = second.places.map((one) => ({ ...one, startByte: lines[1]?.startByte ?? 0, line: 4 }));
    const change = decided('retire', null, { ...second, places: place });
    home.put(claude, '- New.\n- Same.\n- Twice said.\n- Other.\n- Twice said.\n');
    expect(textAfter(planOf(home, [change], { baseOf: () => base }), claude)).toBe(
      '- New.\n- Same.\n- Twice said.\n- Other.\n',
    );
    home.put(claude, '- New.\n- Same.\n- Twice said.\n- Other.\n- Said by hand.\n');
    const asked = planOf(home, [{ ...change }], { baseOf: () => base });
    expect(asked.writes).toEqual([]);
    expect(asked.conflicts).toMatchObject([
      { path: claude, reason: { kind: 'line-changed' }, before: 'Twice said.', ours: null },
    ]);
  });

  it('does not say in the block what a person must settle first', () => {
    const home = tempHome();
    home.put(claude, file);
    const after = entryOf('Use pnpm for installs.');
    const change = decided('replace', after, lineOf(home, claude, 'Use npm for installs.'));
    home.put(claude, file.replace('npm', 'yarn'));
    const plan = planOf(home, [change], { entriesFor: () => [after] });
    expect(plan.writes).toEqual([]);
    expect(plan.conflicts).toMatchObject([
      { theirs: '- Use yarn for installs.', ours: 'Use pnpm for installs.' },
    ]);
  });

  it('takes away a file that is one fact, with the line that names it', () => {
    const home = tempHome();
    const folder = '.claude/projects/shop/memory';
    const fact =
      '---\nname: deploy-day\ndescription: Deploy on Thursday.\nmetadata:\n  type: project\n---\n\nDeploy on Thursday.\n';
    home.put(`${folder}/deploy-day.md`, fact);
    home.put(
      `${folder}/MEMORY.md`,
      '- [Zod](zod.md) — for bodies\n- [Deploy day](deploy-day.md) — Thursday\n',
    );
    const entry = lineOf(home, `${folder}/deploy-day.md`, 'Deploy on Thursday.');
    const plan = planOf(home, [decided('retire', null, entry)]);
    expect(plan.conflicts).toEqual([]);
    valueOf(applyWrites(home.deps(), { writes: plan.writes, reason: 'x', undoes: null }));
    expect(existsSync(home.at(`${folder}/deploy-day.md`))).toBe(false);
    expect(home.read(`${folder}/MEMORY.md`).toString()).toBe('- [Zod](zod.md) — for bodies\n');
  });
});

describe('a block that a person laid hands on', () => {
  const setUp = (): { readonly home: TempHome; readonly input: PlanInput; readonly written: Buffer } => {
    const home = tempHome();
    const input = withEntries(home, Buffer.from('# Me\n'), [entryOf('Use pnpm for installs.')]);
    const written = planWrites(input).writes[0]?.after ?? Buffer.alloc(0);
    return { home, input, written };
  };

  it('is not written over, and shows all three sides', () => {
    const { home, input, written } = setUp();
    home.put(claude, written.toString().replace('pnpm', 'bun'));
    const plan = planWrites({
      ...input,
      lastWritten: () => written,
      entriesFor: () => [entryOf('Use npm 11.')],
    });
    expect(plan.writes).toEqual([]);
    expect(plan.conflicts).toMatchObject([
      {
        reason: { kind: 'block-edited' },
        before: expect.stringContaining('pnpm'),
        theirs: expect.stringContaining('bun'),
        ours: expect.stringContaining('npm 11'),
      },
    ]);
  });

  it('is settled either way', () => {
    const { home, input, written } = setUp();
    home.put(claude, written.toString().replace('pnpm', 'bun'));
    const mine = textAfter(planWrites({ ...input, blockChoices: new Map([[claude, 'mine']]) }), claude) ?? '';
    expect(mine.indexOf('Use bun for installs.')).toBeLessThan(mine.indexOf('slowwave:begin'));
    expect(mine).toContain('Use pnpm for installs.');
    const ours = textAfter(planWrites({ ...input, blockChoices: new Map([[claude, 'ours']]) }), claude);
    expect(ours).toBe(written.toString());
  });

  it('is asked about when it is cut in two', () => {
    const { home, input, written } = setUp();
    home.put(claude, written.toString().replace(/<!-- slowwave:end.*\n/, ''));
    expect(planWrites(input)).toMatchObject({
      writes: [],
      conflicts: [{ reason: { kind: 'block-broken', why: 'begins-without-end' } }],
    });
  });
});

describe('Claude’s own folder of memories', () => {
  const folder = '.claude/projects/shop/memory';
  const index = `${folder}/MEMORY.md`;
  const inputOf = (
    home: TempHome,
    entries: readonly MemoryEntry[],
    rest: Partial<PlanInput> = {},
  ): PlanInput =>
    planInput(home, {
      targets: [
        targetOf(home, index, { form: 'index', scopes: ['project:shop'], linesMax: 200, bytesMax: 25_000 }),
      ],
      entriesFor: () => entries,
      ...rest,
    });
  const write = (home: TempHome, input: PlanInput): WritePlan => {
    const plan = planWrites(input);
    valueOf(applyWrites(home.deps(), { writes: plan.writes, reason: 'x', undoes: null }));
    return plan;
  };
  const pnpm = entryOf('Use pnpm for "installs": [not] npm.', { scope: 'project:shop' });
  const zod = entryOf('Validate with zod.', { scope: 'project:shop', kind: 'decision' });

  it('gets a line of the index and a file with its head for each fact, all known as our own', () => {
    const home = tempHome();
    home.put(index, '- [Mine](mine.md) — by Claude\n');
    write(home, inputOf(home, [pnpm, zod]));
    const names = readdirSync(home.at(folder)).filter((name) => name.startsWith('slowwave-'));
    expect(names.length).toBe(2);
    const text = home.read(index).toString();
    for (const name of names) expect(text).toContain(`](${name}) — `);
    const lines = parseMemoryFile(home.read(index));
    expect(lines.map((line) => [line.link, line.isOwn])).toEqual([
      ['mine.md', false],
      ...lines.slice(1).map((line) => [line.link, true]),
    ]);
    const fact = names.map((name) => home.read(`${folder}/${name}`)).find((one) => one.includes('pnpm'));
    const [read, ...rest] = parseMemoryFile(fact ?? '');
    expect(rest).toEqual([]);
    expect(read).toMatchObject({ shape: 'fact', text: pnpm.text, kindHint: expect.anything(), isOwn: true });
    expect(write(home, inputOf(home, [pnpm, zod])).writes).toEqual([]);
  });

  it('loses what is no longer told, and keeps a file that somebody wrote into', () => {
    const home = tempHome();
    home.put(index, '');
    write(home, inputOf(home, [pnpm, zod]));
    const names = readdirSync(home.at(folder)).filter((name) => name.startsWith('slowwave-'));
    const ofPnpm = names.find((name) => home.read(`${folder}/${name}`).includes('pnpm')) ?? '';
    home.put(`${folder}/${ofPnpm}`, `${home.read(`${folder}/${ofPnpm}`).toString()}\nMine.\n`);
    const last = new Map(names.map((name) => [`${folder}/${name}`, Buffer.from('something else')]));
    const plan = planWrites(
      inputOf(home, [], { lastWritten: (path) => (path.endsWith(ofPnpm) ? (last.get(path) ?? null) : null) }),
    );
    expect(plan.conflicts).toMatchObject([{ path: `${folder}/${ofPnpm}`, reason: { kind: 'block-edited' } }]);
    expect(plan.writes.filter((one) => one.after === null).length).toBe(1);
  });
});
