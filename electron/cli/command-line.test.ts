import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DreamOptions, Engine } from '../../shared/engine.ts';
import { err, ok } from '../../shared/result.ts';
import {
  change,
  entry,
  evidence,
  explanation,
  failure,
  night,
  nowMs,
  onlyJson,
  receipt,
  runScripted,
  version,
} from './testing/scripted-engine.ts';

const everyCommand = [
  ['sources'],
  ['import', 'somewhere'],
  ['dream'],
  ['review'],
  ['review', 'list'],
  ['review', 'show', 'chg_00'],
  ['review', 'approve', 'chg_00', 'chg_01'],
  ['review', 'reject', 'chg_00'],
  ['review', 'reject', 'chg_00', '--reason', 'never-again'],
  ['review', 'edit', 'chg_00', '--text', 'In my own words.'],
  ['review', 'snooze', 'chg_00'],
  ['review', 'snooze', 'chg_00', '--until', '2026-12-01'],
  ['review', 'duplicate', 'chg_00', '--of', 'mem_00'],
  ['review', 'undo'],
  ['review', 'rules'],
  ['review', 'rules', '--lift', '1'],
  ['review', 'apply'],
  ['memory'],
  ['memory', 'list', '--closed'],
  ['memory', 'show', 'mem_00'],
  ['memory', 'history'],
  ['memory', 'diff', '1', '2'],
  ['memory', 'rollback', '1'],
  ['memory', 'rollback', '--change', 'chg_00'],
  ['memory', 'rollback', '--night', 'latest'],
  ['memory', 'restore', '1'],
  ['memory', 'as-of', '2026-11-20'],
  ['memory', 'as-of', 'claude-code:0f3a'],
  ['memory', 'pin', 'mem_00'],
  ['memory', 'unpin', 'mem_00'],
  ['skills'],
  ['skills', 'show', 'shop'],
  ['skills', 'write', 'shop'],
  ['skills', 'reject', 'shop'],
  ['judgement'],
  ['judgement', 'adopt'],
  ['judgement', 'reset'],
  ['playbooks'],
  ['playbooks', 'show', 'pbk_0000000000000001'],
  ['conflicts'],
  ['conflicts', 'settle', 'cft_00', '--keep', 'mem_00'],
  ['conflicts', 'settle', 'cft_00', '--both'],
  ['quarantine'],
  ['quarantine', 'list', '--all'],
  ['quarantine', 'show', '00f1'],
  ['quarantine', 'dismiss', '00f1'],
  ['quarantine', 'block-source', '00f1'],
  ['quarantine', 'release', '00f1', '--confirm', 'release 00f1e2'],
  ['blast', '--session', '0f3a'],
  ['trust'],
  ['trust', 'https://evil.example', '--nobody'],
  ['forget', '--word', 'zebra', '--yes'],
  ['forget', '--entry', 'mem_00', '--yes'],
  ['forget', '--session', '0f3a', '--yes'],
  ['forget', '--source', './notes', '--yes'],
  ['forget', '--list'],
  ['redact', '2', 'mem_00'],
  ['backup', 'all.tar.zst'],
  ['restore', 'all.tar.zst'],
  ['memory', 'export'],
  ['explain', 'tabs', 'or', 'spaces'],
  ['search', 'pnpm', '--limit', '3', '--agent', 'codex', '--project', 'shop', '--since', '2026-11-01'],
  ['model'],
  ['model', 'test'],
  ['model', 'list'],
  ['model', 'use', 'claude', '--agree'],
  ['model', 'trace'],
  ['estimate'],
  ['nights'],
  ['compare', 'previous', 'latest'],
  ['diary'],
  ['diary', '2026-11-20'],
  ['check'],
  ['report'],
];

describe('every command', () => {
  it.each(everyCommand)('%s %s answers people in lines, with status 0', async (...typed) => {
    const ran = await runScripted(typed.filter((word) => word !== undefined));
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.out.trim()).not.toBe('');
    expect(ran.out).not.toContain('\u001b');
    expect(ran.out).not.toContain('undefined');
  });

  it.each(everyCommand)('%s %s --json gives exactly one JSON value', async (...typed) => {
    const ran = await runScripted([...typed.filter((word) => word !== undefined), '--json']);
    expect(ran.status).toBe(0);
    expect(onlyJson(ran)).toBeTypeOf('object');
    expect(ran.out.trimEnd()).not.toContain('\n');
  });

  it.each(everyCommand)('%s %s --json gives one JSON value for a failure, too', async (...typed) => {
    const ran = await runScripted([...typed.filter((word) => word !== undefined), '--json'], {
      opening: failure(),
    });
    expect(ran.status).toBe(1);
    expect(onlyJson(ran)).toEqual({ error: failure() });
    expect(ran.errors).toContain('process 4711');
  });

  it.each(everyCommand)('%s %s has help of its own', async (...typed) => {
    const ran = await runScripted([...typed.filter((word) => word !== undefined), '--help']);
    expect(ran).toMatchObject({ status: 0, needs: null });
    expect(ran.out).toContain('--json');
  });
});

describe('wrong use', () => {
  it.each([
    ['dream', '--now', 'tomorrow'],
    ['dream', '--nonsense'],
    ['dream', '--sessions', 'many'],
    ['dream', '--sessions', '0'],
    ['dream', '--since', '2026-02-31'],
    ['dream', '--apply', 'everything'],
    ['dream', 'extra'],
    ['dream', '--usd-max', 'much'],
    ['model', 'use', 'nobody'],
    ['drem'],
    ['review', 'show'],
    ['review', 'aprove', 'x'],
    ['review', 'approve'],
    ['memory', 'diff', '1'],
    ['memory', 'rollback', 'first'],
    ['memory', 'rollback'],
    ['memory', 'rollback', '1', '--change', 'chg_00'],
    ['memory', 'as-of'],
    ['review', 'reject', 'x', '--reason', 'boring'],
    ['review', 'edit', 'x'],
    ['review', 'snooze', 'x', '--until', 'never'],
    ['review', 'duplicate', 'x'],
    ['playbooks', 'show'],
    ['conflicts', 'settle', 'x'],
    ['conflicts', 'settle', 'x', '--keep', 'y', '--both'],
    ['forget'],
    ['forget', '--yes'],
    ['forget', '--word', 'a', '--entry', 'b'],
    ['redact', 'x', 'y'],
    ['backup'],
    ['restore'],
    ['explain'],
    ['explain', ''],
    ['search'],
    ['search', ' ', ''],
    ['search', 'x', '--limit', '0'],
    ['search', 'x', '--agent', 'nobody'],
    ['compare', 'latest'],
    ['diary', 'yesterday'],
    ['sources', '--home'],
  ])('%s %s %s is refused with status 2, and nothing is opened', async (...typed) => {
    const words = typed.filter((word) => word !== undefined);
    const ran = await runScripted(words);
    expect(ran).toMatchObject({ status: 2, out: '', needs: null });
    expect(ran.errors).toMatch(/^slowwave: .+\n {2}safe .+\n {2}to do .+--help\.\n$/u);
    const asJson = await runScripted([...words, '--json']);
    expect(onlyJson(asJson)).toMatchObject({ error: { kind: 'wrong-use' } });
    expect(asJson.status).toBe(2);
  });

  it('names what it takes the person to have meant', async () => {
    expect((await runScripted(['drem'])).errors).toContain('dream');
    expect((await runScripted(['dream', '--previw'])).errors).toContain('--preview');
  });
});

describe('help and version', () => {
  it('says what is written where, that no agent’s file is touched, and gives examples', async () => {
    const { status, out, needs } = await runScripted(['--help']);
    expect({ status, needs }).toEqual({ status: 0, needs: null });
    for (const part of [
      'Examples',
      'What is written where',
      "An agent's own file is changed when you say so",
      'no network',
      'Exit status',
    ])
      expect(out).toContain(part);
  });

  it('is what a bare call gets', async () => {
    expect((await runScripted([])).out).toBe((await runScripted(['--help'])).out);
  });

  it('comes as one JSON value where that was asked for', async () => {
    expect(onlyJson(await runScripted(['dream', '--help', '--json']))).toHaveProperty('help');
    expect(onlyJson(await runScripted(['--version', '--json']))).toEqual({ version: '9.9.9' });
    expect(onlyJson(await runScripted(['--json']))).toHaveProperty('help');
  });
});

describe('failures', () => {
  it('say what happened, what is safe and what to do, on standard error, with status 1', async () => {
    const ran = await runScripted(['dream'], { engine: { dream: async () => err(failure()) } });
    expect(ran).toMatchObject({ status: 1, out: '' });
    expect(ran.errors).toContain('Another dream holds the store: process 4711 since 02:59.');
    expect(ran.errors).toContain('safe   Nothing was changed.');
    expect(ran.errors).toContain('to do  Wait for it to end.');
  });

  it('close the engine, also when our own code is wrong, and then say so', async () => {
    let closed = 0;
    const engine: Partial<Engine> = {
      close: () => {
        closed += 1;
      },
      sources: async () => {
        throw new Error('broken promise: 1 is not 2');
      },
    };
    const ran = await runScripted(['sources', '--json'], { engine });
    expect(ran.status).toBe(1);
    expect(onlyJson(ran)).toMatchObject({ error: { kind: 'bug' } });
    expect(closed).toBe(1);
  });

  it('name a home that is not there, and open nothing', async () => {
    const ran = await runScripted(['sources', '--home', '/nowhere/at/all']);
    expect(ran).toMatchObject({ status: 1, needs: null });
    expect(ran.errors).toContain('/nowhere/at/all');
  });

  it('are what finding nothing, a failed night and an unsound store are', async () => {
    expect((await runScripted(['explain', 'x'], { engine: { explain: async () => ok([]) } })).status).toBe(1);
    const failed = night({ receipt: receipt({ outcome: 'failed' }) });
    expect((await runScripted(['dream'], { engine: { dream: async () => ok(failed) } })).status).toBe(1);
    const unsound = await runScripted(['check'], {
      engine: { check: async () => ok({ problems: ['row 3 of turns points nowhere'] }) },
    });
    expect(unsound).toMatchObject({ status: 1 });
    expect(unsound.out).toContain('row 3 of turns points nowhere');
  });
});

describe('what the engine is handed', () => {
  it('gets the clock of --now, the places and no sample for a named home', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'slowwave-home-'));
    const { needs } = await runScripted(
      ['--now', '2026-11-20T03:00:00Z', 'dream', '--home', home, '--data', `${home}/d`],
      { env: { CODEX_HOME: '/other' } },
    );
    expect(needs).toMatchObject({ home, data: `${home}/d`, env: {}, sample: null });
    expect(needs?.clock.now()).toBe(Date.UTC(2026, 10, 20, 3));
  });

  it('gets every option of a dream', async () => {
    let seen: DreamOptions | null = null;
    const engine: Partial<Engine> = {
      dream: async (options) => {
        seen = options;
        return ok(night());
      },
    };
    await runScripted(['dream'], { engine });
    expect(seen).toEqual({
      preview: false,
      instructions: null,
      sessionsMax: null,
      sinceMs: null,
      apply: 'review',
      paths: [],
      model: null,
    });
    await runScripted(
      'dream --preview --instructions rules --sessions 3 --since 2026-11-01T00:00:00Z --apply auto'.split(
        ' ',
      ),
      { engine },
    );
    expect(seen).toEqual({
      preview: true,
      instructions: 'rules',
      sessionsMax: 3,
      sinceMs: Date.UTC(2026, 10, 1),
      apply: 'auto',
      paths: [],
      model: null,
    });
  });

  it('gets the paths of an import made whole', async () => {
    let seen: readonly string[] = [];
    await runScripted(['import', 'a', '/b'], {
      cwd: '/here',
      engine: {
        import: async (paths) => {
          seen = paths;
          return err(failure());
        },
      },
    });
    expect(seen).toEqual(['/here/a', '/b']);
  });
});

describe('the morning', () => {
  const morning = async (over: Parameters<typeof night>[0], typed: readonly string[] = ['dream']) =>
    runScripted(typed, { engine: { dream: async () => ok(night(over)) } });

  it('tells what was read, the changes with a quote and an id, and what to type next', async () => {
    const { out, errors } = await morning({});
    expect(out).toContain('1,234 sessions (12 new), 3,204 turns, 182,000 tokens');
    expect(out).toContain('“no, we moved to pnpm last week” · claude-code · shop · 18 Nov 2026');
    expect(out).toContain('chg_0000000000000001');
    expect(out).toContain('slowwave review show chg_0000000000000001');
    expect(out).toContain('slowwave diary');
    expect(out).toContain("No agent's file was touched.");
    expect(errors).toBe('');
  });

  it('explains an empty night by its near misses', async () => {
    const { out } = await morning({
      proposal: { ...night().proposal, changes: [] },
      waiting: 0,
      receipt: receipt({ outcome: 'empty', because: 'No theme passed every gate.' }),
    });
    expect(out).toContain('nothing new was worth keeping');
    expect(out).toContain('Prefers tabs.');
    expect(out).toContain('too few sessions · it was said in 2 sessions of 3');
  });

  it('labels a sample and a preview, and after a preview points at no change that is gone', async () => {
    expect((await morning({ receipt: receipt({ sample: true }) })).out).toMatch(/^SAMPLE/u);
    const preview = await morning({ receipt: receipt({ preview: true }) });
    expect(preview.out).toMatch(/^PREVIEW/u);
    expect(preview.out).not.toContain('review show');
  });

  it('shows at most a screenful and says how many more there are', async () => {
    const changes = Array.from({ length: 20 }, () => change());
    expect((await morning({ proposal: { ...night().proposal, changes } })).out).toContain(
      '12 more: slowwave review',
    );
  });

  it('names the commands as the person started them', async () => {
    const { out } = await runScripted(['dream'], { env: { npm_lifecycle_event: 'dream' } });
    expect(out).toContain('npm run -s slowwave -- review');
  });

  it('keeps a terminal from obeying a quote, and leaves the quote to the letter in JSON', async () => {
    const quote = 'use \u001b[2Jpnpm\u202e';
    const changes = [change({ flags: ['quarantined'], after: entry({ evidence: [evidence({ quote })] }) })];
    const over = {
      proposal: { ...night().proposal, changes },
      memory: [entry({ evidence: [evidence({ quote })] })],
    };
    const shown = await runScripted(['dream', '--no-color'], {
      terminal: true,
      engine: { dream: async () => ok(night(over)) },
    });
    expect(shown.out).toContain('use ⟨U+001B⟩[2Jpnpm⟨U+202E⟩');
    expect(shown.out).not.toContain('\u001b');
    expect(onlyJson(await morning(over, ['dream', '--json']))).toMatchObject({
      memory: [{ evidence: [{ quote }] }],
    });
  });
});

describe('colours', () => {
  it('are for terminals, and not where a person does not want them', async () => {
    expect((await runScripted(['review'], { terminal: true })).out).toContain('\u001b[');
    expect((await runScripted(['review', '--no-color'], { terminal: true })).out).not.toContain('\u001b[');
    expect((await runScripted(['review'], { terminal: true, env: { NO_COLOR: '1' } })).out).not.toContain(
      '\u001b[',
    );
    expect((await runScripted(['review'], { terminal: true, env: { TERM: 'dumb' } })).out).not.toContain(
      '\u001b[',
    );
  });
});

describe('waking a dream', () => {
  it('keeps what was found: the engine is asked to wake and its night is shown', async () => {
    let interrupt = (): void => undefined;
    const ran = await runScripted(['dream'], {
      onListening: (handler) => {
        interrupt = handler;
      },
      engine: {
        dream: async (_options, { signal }) => {
          interrupt();
          expect(signal?.aborted).toBe(true);
          return ok(night({ receipt: receipt({ outcome: 'woken' }) }));
        },
      },
    });
    expect(ran).toMatchObject({ status: 0, quit: null });
    expect(ran.errors).toContain('Waking');
    expect(ran.out).toContain('woken early');
  });

  it('ends a dream that does not wake at the third Ctrl-C, with one JSON value and without closing under it', async () => {
    let interrupt = (): void => undefined;
    let ticks = 0;
    let closed = false;
    const ran = await runScripted(['dream', '--json'], {
      ticks: () => ticks,
      onListening: (handler) => {
        interrupt = handler;
      },
      engine: {
        close: () => {
          closed = true;
        },
        dream: () => {
          for (const at of [0, 1000, 2000]) {
            ticks = at;
            interrupt();
          }
          return new Promise(() => undefined);
        },
      },
    });
    expect(ran).toMatchObject({ status: 1, quit: 1 });
    expect(onlyJson(ran)).toMatchObject({ error: { kind: 'woken' } });
    expect(closed).toBe(false);
  });
});

describe('the other answers', () => {
  it('list sources with grouped figures, ages and what cannot be read yet', async () => {
    const { out } = await runScripted(['sources']);
    expect(out).toContain('1,057');
    expect(out).toContain('38 hours ago');
    expect(out).toContain('archived sessions, 2 files: not read yet');
  });

  it('say it plainly where there is nothing', async () => {
    const nothing: Partial<Engine> = {
      sources: async () => ok([]),
      reviewList: async () => ok([]),
      memoryList: async () => ok([]),
      memoryHistory: async () => ok([]),
      reviewApply: async () => ok({ version: null, applied: [] }),
    };
    expect((await runScripted(['sources'], { engine: nothing })).out).toContain('No agent was found below');
    expect((await runScripted(['review'], { engine: nothing })).out).toContain('Nothing waits');
    expect((await runScripted(['memory'], { engine: nothing })).out).toContain('Memory is empty');
    expect((await runScripted(['memory', 'history'], { engine: nothing })).out).toContain('no version');
    expect((await runScripted(['review', 'apply'], { engine: nothing })).out).toContain(
      'Nothing was approved',
    );
  });

  it('show one change with what it replaces, its scores and its quotes', async () => {
    const replaced = entry({ text: 'Use npm for installs.' });
    const { out } = await runScripted(['review', 'show', 'chg_00'], {
      engine: {
        reviewShow: async () =>
          ok({
            change: change({
              operation: 'replace',
              flags: ['contradiction'],
              closes: [{ entryId: replaced.id, because: 'a newer statement' }],
            }),
            state: 'waiting',
            before: [replaced],
            decision: null,
            dreamText: null,
          }),
      },
    });
    expect(out).toContain('- Use npm for installs.');
    expect(out).toContain('closed: a newer statement');
    expect(out).toContain('+ Use pnpm for installs, never npm.');
    expect(out).toContain('⚠ contradiction');
    expect(out).toContain('session 0f3a-session, turn 12');
  });

  it('explain gates with what would flip them', async () => {
    const { out } = await runScripted(['explain', 'tabs'], {
      engine: { explain: async () => ok([explanation(), explanation({ what: 'entry', entry: entry() })]) },
    });
    expect(out).toMatch(/✗ sessions +2 of 3 sessions · one session more/u);
    expect(out).toContain('they differ in a value');
    expect(out).toContain('mem_0000000000000001');
  });

  it('export Markdown to the letter into a file, and harmless to a terminal', async () => {
    const engine: Partial<Engine> = { memoryExport: async () => ok('- a\u001b[2Jb\n') };
    expect((await runScripted(['memory', 'export'], { engine })).out).toBe('- a\u001b[2Jb\n');
    expect((await runScripted(['memory', 'export'], { engine, terminal: true })).out).toBe(
      '- a⟨U+001B⟩[2Jb\n',
    );
  });

  it('name the way back after an apply', async () => {
    const { out } = await runScripted(['review', 'apply'], {
      engine: { reviewApply: async () => ok({ version: version(), applied: [change().id] }) },
    });
    expect(out).toContain('memory rollback 1');
  });
});

describe('the diary as a page', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'slowwave-diary-'));

  it('is written whole, and over a page of ours only', async () => {
    const file = path.join(cwd, 'new', 'night.html');
    expect((await runScripted(['diary', '--html', 'new/night.html'], { cwd })).out).toBe(
      `Written: ${file}\n`,
    );
    expect(readFileSync(file, 'utf8')).toContain('<h2>A night</h2>');
    expect((await runScripted(['diary', '--html', file])).status).toBe(0);
    expect(readdirSync(path.dirname(file))).toEqual(['night.html']);
    const mine = path.join(cwd, 'mine.txt');
    writeFileSync(mine, 'mine');
    const refused = await runScripted(['diary', '--html', mine, '--json']);
    expect(refused.status).toBe(1);
    expect(onlyJson(refused)).toMatchObject({ error: { kind: 'wrong-input' } });
    expect(readFileSync(mine, 'utf8')).toBe('mine');
  });

  it('is not written where there is no folder for it', async () => {
    writeFileSync(path.join(cwd, 'file'), '');
    const ran = await runScripted(['diary', '--html', 'file/night.html'], { cwd });
    expect(ran.status).toBe(1);
    expect(existsSync(path.join(cwd, 'file', 'night.html'))).toBe(false);
  });
});

it('takes what time it is from --now, or from the real clock', async () => {
  const { needs } = await runScripted(['sources']);
  expect(needs?.clock.now()).toBe(nowMs);
});

it('has a row in the README for every command', async () => {
  const { out } = await runScripted(['--help']);
  const listed = out.slice(out.indexOf('\nCommands:\n'), out.indexOf('\nWhat it does'));
  const commands = [...listed.matchAll(/^ {2}([a-z-]+)/gmu)].flatMap(([, name]) => name ?? []);
  expect(commands.length).toBeGreaterThan(30);
  const readme = readFileSync(path.resolve(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  const rows = readme
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .join('\n');
  const untold = commands.filter((name) => !new RegExp(`\`${name}[ \`]`, 'u').test(rows));
  expect(untold).toEqual(['help']);
});
