// From the engine's face down: agents' own files in a home of their own, watched, written and brought back.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import { createEngine, type WholeEngine } from '../index.ts';
import { createMasker } from '../masking/mask.ts';
import { openStore } from '../store/open.ts';
import { createSealer } from '../store/sealing.ts';
import { valueOf } from '../store/testing/temp-store.ts';
import { applyWrites, holdsSecret, plainWrite } from '../writeback/index.ts';
import { Crash } from '../writeback/testing/crash.ts';
import { madeUpToken } from '../writeback/testing/home.ts';

const nowMs = epochMs(Date.UTC(2026, 10, 20, 3));
const noChoices = { extraFiles: [], blocks: {} };
const dreaming = {
  preview: false,
  instructions: null,
  sessionsMax: null,
  sinceMs: null,
  apply: 'review',
  paths: [],
} as const;

interface House {
  readonly home: string;
  readonly data: string;
  readonly keyFolder: string;
  readonly put: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  readonly engine: () => Promise<WholeEngine>;
}

function house(): House {
  const root = mkdtempSync(join(tmpdir(), 'slowwave-files-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [home, data, keyFolder] = [join(root, 'home'), join(root, 'data'), join(root, 'settings')];
  mkdirSync(home);
  let hour = 0;
  return {
    home,
    data,
    keyFolder,
    put: (path, text) => {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    },
    read: (path) => readFileSync(join(home, path), 'utf8'),
    engine: async () => {
      const wall = (): typeof nowMs => epochMs(nowMs + hour++ * 60_000);
      const clock = { now: () => nowMs, wall, ticks: () => 0 };
      const engine = valueOf(await createEngine({ clock, home, data, keyFolder, env: {}, sample: null }));
      onTestFinished(() => engine.close());
      return engine;
    },
  };
}

const says = (text: string, at: number, project = 'shop'): string =>
  JSON.stringify({
    type: 'user',
    uuid: `u-${at}`,
    parentUuid: null,
    sessionId: `s-${at}`,
    cwd: `/home/mika/${project}`,
    version: '2.1.0',
    timestamp: new Date(nowMs - at * 86_400_000).toISOString(),
    message: { role: 'user', content: text },
  });

describe('agents’ own files', () => {
  it('are watched with every import and dream, and brought back to the byte', async () => {
    const { put, read, engine: open } = house();
    put('.claude/CLAUDE.md', `- Use npm.\r\n- The token is ${madeUpToken}\r\n`);
    const engine = await open();
    valueOf(await engine.import([], {}));
    put('.claude/CLAUDE.md', '- consolidated\n');
    valueOf(await engine.dream(dreaming, {}));
    const report = valueOf(await engine.guardScan(epochMs(nowMs)));
    expect(report.sentences).toEqual([
      'Claude Code’s memory: 1 file changed (+1 −2 lines), not by Slowwave.',
    ]);
    const ofAgent = valueOf(await engine.agentHistory('claude-code'));
    expect(ofAgent.changes[0]).toMatchObject({ path: '.claude/CLAUDE.md', by: 'others' });
    expect(new Set(ofAgent.loads.map(({ tokens }) => tokens)).size).toBeGreaterThan(1);
    expect(valueOf(await engine.agentHistory('openclaw'))).toEqual({ loads: [], changes: [] });
    const history = valueOf(await engine.guardHistory('.claude/CLAUDE.md'));
    expect(history.map((copy) => copy.by)).toEqual(['others', 'first-seen']);
    expect(valueOf(await engine.guardDiff(history[0]?.copy ?? 0, null))).toContain('⟦masked:');
    const receipt = valueOf(await engine.guardRestore([history[1]?.copy ?? 0]));
    expect(read('.claude/CLAUDE.md')).toBe(`- Use npm.\r\n- The token is ${madeUpToken}\r\n`);
    valueOf(await engine.filesUndo(receipt.apply ?? 0));
    expect(read('.claude/CLAUDE.md')).toBe('- consolidated\n');
    expect(valueOf(await engine.filesApplies()).map((one) => one.undoes)).toEqual([1, null]);
    expect(engine.notices()).toEqual([]);
  });

  it('are shown as they will be, before anything that was approved is applied', async () => {
    const { put, engine: open } = house();
    for (const at of [1, 2, 3, 4])
      put(
        `.claude/projects/-home-mika-all/s-${at}.jsonl`,
        `${says('From now on always use pnpm for installs, never npm.', at, at % 2 ? 'shop' : 'till')}\n`,
      );
    put('.claude/CLAUDE.md', '# Mine');
    const engine = await open();
    valueOf(await engine.dream(dreaming, {}));
    const none = { extraFiles: [], blocks: {} };
    expect(valueOf(await engine.planOfApproved(none)).files).toEqual([]);
    const waiting = valueOf(await engine.reviewList());
    const ids = waiting.map((item) => item.change.id);
    valueOf(await engine.reviewDecide(ids, 'approved'));
    const shown = valueOf(await engine.planOfApproved(none));
    expect(shown.diff).toContain('pnpm');
    // looked at, and nothing else: neither memory nor the decision moved
    expect(valueOf(await engine.memoryList({ closedToo: true })).filter((e) => e.origin === 'dream')).toEqual(
      [],
    );
    expect(valueOf(await engine.reviewList()).map((item) => item.state)).toEqual(ids.map(() => 'approved'));
    expect(valueOf(await engine.filesPlan(none)).files).toEqual([]);
    valueOf(await engine.reviewApply());
    const planned = valueOf(await engine.filesPlan(none));
    expect(planned.files.map((file) => file.path)).toEqual(shown.files.map((file) => file.path));
    expect(planned.diff).toBe(shown.diff);
  });

  it('keep what was said of a changed block over a crash, undo it, and ask again for another', async () => {
    const { put, read, engine: open } = house();
    for (const at of [1, 2, 3, 4])
      put(
        `.claude/projects/-home-mika-all/s-${at}.jsonl`,
        `${says('From now on always use pnpm for installs, never npm.', at, at % 2 ? 'shop' : 'till')}\n`,
      );
    put('.claude/CLAUDE.md', '# Mine');
    const path = '.claude/CLAUDE.md';
    const first = await open();
    valueOf(await first.dream(dreaming, {}));
    valueOf(
      await first.reviewDecide(
        valueOf(await first.reviewList()).map(({ change }) => change.id),
        'approved',
      ),
    );
    valueOf(await first.reviewApply());
    valueOf(await first.filesApply(noChoices));
    const written = read(path);
    put(path, written.replace('pnpm', 'yarn'));
    const asked = async (engine: typeof first): Promise<readonly string[]> =>
      valueOf(await engine.planOfApproved(noChoices)).questions.map((one) => one.kind);
    expect(await asked(first)).toEqual(['block-edited']);
    const choice = { path, changeIds: [], whose: 'ours' } as const;
    expect((await first.fileChoose({ ...choice, path: 'other.md' })).ok).toBe(false);
    valueOf(await first.fileChoose(choice));
    const second = await open();
    expect(await asked(second)).toEqual([]);
    expect(valueOf(await second.reviewUndo())).toEqual({ changeIds: [], was: 'to be written anew' });
    expect(await asked(second)).toEqual(['block-edited']);
    valueOf(await second.fileChoose(choice));
    // Something else stands there than what was shown.
    put(path, written.replace('pnpm', 'bun'));
    expect(await asked(second)).toEqual(['block-edited']);
    valueOf(await second.fileChoose(choice));
    valueOf(await second.filesApply(noChoices));
    expect(read(path)).toBe(written);
    // It was carried out: the same edit is asked about again.
    put(path, written.replace('pnpm', 'bun'));
    expect(await asked(second)).toEqual(['block-edited']);
  });

  it('name what brings them back: before they are written, afterwards, and in their history', async () => {
    const { home, put, engine: open } = house();
    const rule = 'From now on always use pnpm for installs, never npm.';
    for (const at of [1, 2, 3, 4]) {
      const project = at % 2 ? 'shop' : 'till';
      put(`.claude/projects/-home-mika-all/s-${at}.jsonl`, `${says(rule, at, project)}\n`);
    }
    put('.claude/CLAUDE.md', '# Mine');
    const engine = await open();
    valueOf(await engine.dream(dreaming, {}));
    const waiting = valueOf(await engine.reviewList());
    valueOf(
      await engine.reviewDecide(
        waiting.map((item) => item.change.id),
        'approved',
      ),
    );
    valueOf(await engine.reviewApply());
    const backupNow = async () => valueOf(await engine.filesPlan(noChoices)).files[0]?.backup ?? null;
    const [kept] = valueOf(await engine.guardHistory('.claude/CLAUDE.md'));
    expect(await backupNow()).toEqual({ name: kept?.name, copy: kept?.copy });
    // edited since it was looked at: nobody has kept that yet
    put('.claude/CLAUDE.md', '# Mine, too');
    const made = await backupNow();
    expect(made).toEqual({ name: expect.stringMatching(/^[0-9a-f]{8}$/u) as unknown, copy: null });
    expect(made?.name).not.toBe(kept?.name);
    const receipt = valueOf(await engine.filesApply(noChoices));
    const [, before] = valueOf(await engine.guardHistory('.claude/CLAUDE.md'));
    expect(before?.name).toBe(made?.name);
    expect(receipt.written.map(({ backup }) => backup)).toEqual([{ name: made?.name, copy: before?.copy }]);
    // where two hands wrote, when the file was saved is told, and nothing that is not known
    put('.claude/CLAUDE.md', readFileSync(join(home, '.claude/CLAUDE.md'), 'utf8').replace('pnpm', 'yarn'));
    const [question] = valueOf(await engine.filesPlan(noChoices)).questions;
    const savedAtMs = Math.trunc(statSync(join(home, '.claude/CLAUDE.md')).mtimeMs);
    expect(question).toMatchObject({ kind: 'block-edited', edited: { savedAtMs, readAtMs: null } });
  });

  it('get what was learnt only when they are told to, and give it back', async () => {
    const { home, put, read, engine: open } = house();
    const rule = 'From now on always use pnpm for installs, never npm.';
    for (const at of [1, 2, 3, 4])
      put(`.claude/projects/-home-mika-shop/s-${at}.jsonl`, `${says(rule, at)}\n`);
    put('.claude/CLAUDE.md', '# Mine');
    const engine = await open();
    valueOf(await engine.dream(dreaming, {}));
    const waiting = valueOf(await engine.reviewList());
    expect(waiting.length).toBeGreaterThan(0);
    valueOf(
      await engine.reviewDecide(
        waiting.map((item) => item.change.id),
        'approved',
      ),
    );
    expect(
      valueOf(await engine.filesPlan({ ...noChoices, extraFiles: [join(home, 'team.md')] })).files,
    ).toEqual([]);
    valueOf(await engine.reviewApply());
    const entry = valueOf(await engine.memoryList({ closedToo: false })).find((one) =>
      one.text.includes('pnpm'),
    );
    expect(read('.claude/CLAUDE.md')).toBe('# Mine');
    if (entry?.scope === 'global') {
      const receipt = valueOf(await engine.filesApply(noChoices));
      expect(read('.claude/CLAUDE.md')).toContain('pnpm');
      valueOf(await engine.filesUndo(receipt.apply ?? 0));
    }
    expect(read('.claude/CLAUDE.md')).toBe('# Mine');
  });

  it('are brought to one state at the next start, which says so', async () => {
    const place = house();
    place.put('a.md', 'old a\n');
    place.put('b.md', 'old b\n');
    const masker = createMasker();
    const store = valueOf(openStore({ dataFolder: place.data, nowMs }));
    let named = 0;
    const apply = (): unknown =>
      applyWrites(
        {
          db: store.db,
          home: place.home,
          nowMs,
          masker,
          sealer: createSealer({ keyFolder: place.keyFolder, holdsSecret: holdsSecret(masker) }),
          step: (name) => {
            if (name === 'the name is given' && ++named === 1) throw new Crash(name);
          },
        },
        {
          writes: ['a', 'b'].map((name) =>
            plainWrite(
              `${name}.md`,
              'other',
              { before: Buffer.from(`old ${name}\n`), after: Buffer.from(`new ${name}\n`) },
              { mode: null },
            ),
          ),
          reason: 'a test',
          undoes: null,
        },
      );
    expect(apply).toThrow(Crash);
    store.close();
    const engine = await place.engine();
    valueOf(await engine.memoryList({ closedToo: false }));
    expect(engine.notices()).toEqual(['An apply was interrupted: 1 of 2 files written. It was finished.']);
    expect([place.read('a.md'), place.read('b.md')]).toEqual(['new a\n', 'new b\n']);
  });

  it('wait for their owner’s word, agent by agent', async () => {
    const place = house();
    const engine = await place.engine();
    expect(valueOf(await engine.agentWriting()).map((one) => one.mode)).toEqual([
      'review',
      'review',
      'review',
    ]);
    const set = { agent: 'codex', mode: 'auto-duplicates', budgetTokens: 3_000 } as const;
    expect(valueOf(await engine.setAgentWriting(set))).toContainEqual(set);
    expect(existsSync(place.keyFolder)).toBe(false);
  });
});
