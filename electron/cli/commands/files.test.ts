import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import {
  failure,
  fileQuestion,
  filesPlan,
  filesReceipt,
  onlyJson,
  runScripted,
} from '../testing/scripted-engine.ts';

describe('slowwave files', () => {
  it('shows what would be written, and says that nothing is', async () => {
    const ran = await runScripted(['files']);
    expect(ran.out).toContain('-- Use npm.\n+- Use pnpm.');
    expect(ran.out).toContain('1 file would change; nothing is written yet.');
    expect(ran.out).toContain('.claude/CLAUDE.md  +9 −1 lines  120 → 180 tokens');
    expect(onlyJson(await runScripted(['files', 'plan', '--json']))).toMatchObject({ plan: { off: [] } });
  });

  it('names what is left out, and asks with all three sides', async () => {
    const plan = filesPlan({
      leftOut: [
        {
          path: 'a.md',
          entryId: filesPlan().files[0]?.entryIds[0] ?? ('' as never),
          text: 'x',
          because: 'full',
        },
      ],
      off: ['b.md'],
      questions: [fileQuestion()],
    });
    const { out } = await runScripted(['files'], { engine: { filesPlan: async () => ok(plan) } });
    for (const words of [
      'left out of a.md: x (full)',
      'b.md is left alone',
      '⇄ shop/CLAUDE.md',
      '- Staging: theirs',
    ]) {
      expect(out).toContain(words);
    }
  });

  it('sends the change of a missing file where its owner says, and asks for one word', async () => {
    const asked: unknown[] = [];
    const engine = {
      filePlace: async (path: string, wish: unknown) => {
        asked.push(path, wish);
        return ok([]);
      },
    };
    const gone = fileQuestion({ kind: 'file-gone', canRecreate: true });
    const plan = await runScripted(['files'], {
      engine: { filesPlan: async () => ok(filesPlan({ questions: [gone] })) },
    });
    expect(plan.out).toContain('files place shop/CLAUDE.md --recreate · --to FILE · --drop');
    await runScripted(['files', 'place', 'shop/CLAUDE.md', '--to', '~/team.md'], { engine });
    expect(asked).toEqual(['shop/CLAUDE.md', { how: 'elsewhere', to: '~/team.md' }]);
    const two = await runScripted(['files', 'place', 'shop/CLAUDE.md', '--drop', '--recreate'], { engine });
    expect([two.status, asked.length]).toEqual([2, 2]);
    expect((await runScripted(['files', 'place'])).out).toContain('Nothing is said');
  });

  it('writes, and names the way back', async () => {
    const { out, status } = await runScripted(['files', 'apply']);
    expect(out).toContain('1 file written.');
    expect(out).toContain('Undo: slowwave files undo 4');
    expect(status).toBe(0);
  });

  it('hands on what was chosen for a block, and files that a person named', async () => {
    let given: unknown;
    const engine = {
      filesApply: async (choices: unknown) => {
        given = choices;
        return ok(filesReceipt({ apply: null, written: [] }));
      },
    };
    const ran = await runScripted(
      ['files', 'apply', '--mine', 'a.md', '--ours', 'b.md', '--also', 'team.md'],
      {
        engine,
        cwd: '/work-here',
      },
    );
    expect(given).toEqual({ extraFiles: ['/work-here/team.md'], blocks: { 'a.md': 'mine', 'b.md': 'ours' } });
    expect(ran.out).toContain('No file had to be written.');
  });

  it('takes back, lists, and sets what goes by itself', async () => {
    expect((await runScripted(['files', 'undo', '4'])).out).toContain('files undo 5');
    expect((await runScripted(['files', 'list'])).out).toContain('Wrote what was approved.');
    expect((await runScripted(['files', 'modes'])).out).toContain('waits for your apply');
    const set = await runScripted([
      'files',
      'mode',
      'codex',
      'auto-duplicates',
      '--budget',
      '3000',
      '--json',
    ]);
    expect(onlyJson(set)).toEqual({
      agents: [{ agent: 'codex', mode: 'auto-duplicates', budgetTokens: 3000 }],
    });
    expect((await runScripted(['files', 'mode', 'codex', 'always'])).status).toBe(2);
  });

  it('goes along with an apply where that is asked for', async () => {
    expect((await runScripted(['review', 'apply', '--files'])).out).toContain('1 file written.');
    expect((await runScripted(['review', 'apply'])).out).not.toContain('written');
    const full = await runScripted(['review', 'apply', '--files'], {
      engine: { filesApply: async () => err(failure({ kind: 'disk-full', happened: 'The disk is full.' })) },
    });
    expect(full.status).toBe(1);
    expect(full.errors).toContain('The disk is full.');
  });
});

describe('slowwave guard', () => {
  it('says what other tools did', async () => {
    const { out } = await runScripted(['guard']);
    expect(out).toContain('1 file changed (+2 −3 lines), not by Slowwave.');
    expect(out).toContain('changed  .claude/CLAUDE.md  +2 −3 lines  (copy 12)');
  });

  it('shows the history of a file and what changed, and brings it back', async () => {
    expect((await runScripted(['guard', 'history', '.claude/CLAUDE.md'])).out).toContain(
      'another tool, or you',
    );
    expect((await runScripted(['guard', 'diff', '12'])).out).toContain('+y');
    expect((await runScripted(['guard', 'restore', '12', '13'])).out).toContain('files undo 4');
    expect((await runScripted(['guard', 'pin', '12'])).out).toContain('stays for good');
    expect(onlyJson(await runScripted(['guard', 'pin', '12', '--off', '--json']))).toMatchObject({
      copy: { copy: 12, isPinned: false },
    });
  });
});

describe('an apply that was interrupted', () => {
  it('is told of beside whatever was asked', async () => {
    const notice = 'An apply was interrupted: 1 of 3 files written. It was finished.';
    const { errors, out } = await runScripted(['check'], { engine: { notices: () => [notice] } });
    expect(errors).toContain(notice);
    expect(out).not.toContain(notice);
  });
});
