// Every call of the contract over a real engine and a made-up person's history, and what keeps nights and days.
import { deleteAllWords } from '../../shared/carry.ts';
import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  nowMs,
  plainWish,
  tempFolder,
  valueOf,
  type WhenDone,
} from '../engine-process/testing/open-engine.ts';
import { epochMs } from '../../shared/ids.ts';
import { usualSettings } from '../../shared/settings.ts';
import { openService, type OpenedService } from './testing/open-service.ts';

// Each dreams a real night, on whatever machine and beside whatever else is running there.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const dayMs = 86_400_000;
const noChoices = { extraFiles: [], blocks: {} };

/** With what is there read, where nights and days are kept: they begin with it. */
async function read(options: Parameters<typeof openService>[0] = {}): Promise<OpenedService> {
  const opened = await openService(options);
  if (options.keepsWatch === true && !(await valueOf(opened.ask('app.facts', {}))).hasStore) {
    const { run } = await valueOf(opened.ask('source.import', { paths: [] }));
    await opened.endOf(run);
  }
  return opened;
}

async function dreamt(options: Parameters<typeof openService>[0] = {}): Promise<OpenedService> {
  const opened = await read(options);
  const { run } = await valueOf(opened.ask('night.start', plainWish));
  const end = await opened.endOf(run);
  expect(end.failure).toBeNull();
  return opened;
}

describe('before anything was read', () => {
  it('every screen has an answer, and nothing is written', async () => {
    const { ask, data } = await openService({ home: 'empty' });
    expect(await valueOf(ask('app.facts', {}))).toMatchObject({
      version: '1.2.3',
      host: 'browser',
      isSample: false,
      hasStore: false,
      logFile: '/var/log/slowwave.log',
    });
    expect(await valueOf(ask('night.state', {}))).toMatchObject({ running: null, last: null, records: [] });
    expect(await valueOf(ask('night.list', {}))).toEqual([]);
    expect(await valueOf(ask('night.records', { limit: 14 }))).toEqual([]);
    expect(await valueOf(ask('settings.get', {}))).toEqual(usualSettings);
    expect(await valueOf(ask('pattern.list', { days: 60 }))).toEqual([]);
    expect(await valueOf(ask('memory.files', {}))).toEqual([]);
    expect(await valueOf(ask('playbook.list', {}))).toEqual([]);
    expect(await valueOf(ask('judgement.get', {}))).toMatchObject({ advice: 'too-early', approved: 0 });
    const options = { limit: 5, agent: null, project: null, sinceMs: null };
    expect(await valueOf(ask('memory.search', { query: 'pnpm', options }))).toMatchObject({ memory: [] });
    expect(existsSync(join(data, 'slowwave.db'))).toBe(false);
  });

  it('Tonight counts what there is to read, agent by agent', async () => {
    const { ask } = await openService();
    const { willRead } = await valueOf(ask('night.state', {}));
    expect(willRead.newSessions).toBeGreaterThan(5);
    expect(Object.values(willRead.perAgent).reduce((a, b) => a + b, 0)).toBe(willRead.newSessions);
  });

  it('nothing is read before a person says so; then nights are kept', async () => {
    const { events, endOf, ask, data } = await openService({ keepsWatch: true });
    const before = await valueOf(ask('night.state', {}));
    expect(before).toMatchObject({ running: null, next: { dueAtMs: null } });
    expect(events).toEqual([]);
    expect(existsSync(join(data, 'slowwave.db'))).toBe(false);
    const { run } = await valueOf(ask('source.import', { paths: [] }));
    await endOf(run);
    const state = await valueOf(ask('night.state', {}));
    expect(state.last).toBeNull();
    // Copied, and not dreamt about yet: that is what a first nap is for.
    expect(state.willRead.newSessions).toBeGreaterThan(5);
    expect(state.next.dueAtMs).not.toBeNull();
  });
});

describe('the sample', () => {
  it('is shown when it is asked for, is said to be one, and goes whole with the first own import', async () => {
    const { ask, endOf, data } = await openService({ home: 'empty', hasSample: true });
    await endOf((await valueOf(ask('source.trySample', {}))).run);
    expect(await valueOf(ask('app.facts', {}))).toMatchObject({ isSample: true, hasStore: true });
    const end = await endOf((await valueOf(ask('night.start', plainWish))).run);
    expect(end.receipt).toMatchObject({ sample: true, outcome: 'done' });
    expect((await valueOf(ask('review.list', {}))).length).toBeGreaterThan(0);
    await endOf((await valueOf(ask('source.import', { paths: [] }))).run);
    expect(await valueOf(ask('app.facts', {}))).toMatchObject({ isSample: false });
    expect(await valueOf(ask('review.list', {}))).toEqual([]);
    expect(existsSync(join(data, 'sample'))).toBe(false);
  });

  it('is still shown after a restart', async () => {
    const folder = tempFolder();
    const first = await openService({ home: 'empty', hasSample: true, folder });
    await first.endOf((await valueOf(first.ask('source.trySample', {}))).run);
    await first.service.close();
    const second = await openService({ home: 'empty', hasSample: true, folder });
    expect(await valueOf(second.ask('app.facts', {}))).toMatchObject({ isSample: true });
  });

  it('is none where the app came without it', async () => {
    const { ask } = await openService({ home: 'empty' });
    expect(await ask('source.trySample', {})).toMatchObject({ error: { kind: 'not-found' } });
  });
});

describe('after a night', () => {
  // One night for all of these: what changes memory comes after what only looks, what deletes all comes last.
  let ask: OpenedService['ask'];
  let jobs: OpenedService['jobs'];
  let data: string;
  const ends: Parameters<WhenDone>[0][] = [];
  beforeAll(async () => {
    ({ ask, jobs, data } = await dreamt({ hasProcesses: true, whenDone: (work) => void ends.push(work) }));
  });
  afterAll(async () => {
    for (const end of ends.toReversed()) await end();
  });

  it('says what each agent reads, line by line, with what memory knows of the line', async () => {
    const files = await valueOf(ask('memory.files', {}));
    const file = files.find((one) => one.path === '.claude/CLAUDE.md') ?? files[0];
    if (file === undefined) throw new Error('the sample has memory files');
    expect(file).toMatchObject({
      bytes: expect.any(Number) as unknown,
      tokens: expect.any(Number) as unknown,
    });
    const view = await valueOf(ask('memory.file', { path: file.path, fromLine: 1 }));
    expect(view.lines).toHaveLength(file.lines);
    const known = files.map((one) => ask('memory.file', { path: one.path, fromLine: 1 }));
    const all = (await Promise.all(known)).flatMap((one) => (one.ok ? one.value.lines : []));
    const joined = all.filter((one) => one.entry !== null);
    expect(joined.length).toBeGreaterThan(0);
    for (const { text, entry } of joined) expect(text).toContain(entry?.text.slice(0, 10));
  });

  it.each(['../../etc/passwd', '/etc/passwd', '.ssh/id_rsa', '.claude/../.bashrc', ''])(
    'shows no file that is no memory file: %s',
    async (path) => {
      expect(await ask('memory.file', { path, fromLine: 1 })).toMatchObject({ error: { kind: 'not-found' } });
    },
  );

  it('shows the words around every quote that it proposes by, marked to the letter', async () => {
    const quotes = (await valueOf(ask('review.list', {}))).flatMap(
      ({ change }) => change.after?.evidence ?? [],
    );
    expect(quotes.length).toBeGreaterThan(3);
    for (const { session, agent, turn, quote } of quotes) {
      const view = await valueOf(ask('evidence.get', { session, agent, turn, quote, around: 2 }));
      const said = view.turns.find((one) => one.ordinal === turn);
      const [mark] = said?.marks ?? [];
      expect(said?.text.slice(mark?.start, mark?.end)).toBe(quote);
      expect(view.turns.length).toBeLessThanOrEqual(5);
    }
  });

  it('lists agents with what they read and whether they take part', async () => {
    const agents = await valueOf(ask('agent.list', {}));
    expect(agents.map((one) => one.name)).toEqual(['Claude Code', 'Codex', 'OpenClaw']);
    expect(agents.some((one) => one.isFound && one.files.length > 0)).toBe(true);
    const set = await valueOf(
      ask('agent.set', { writing: { agent: 'codex', mode: 'off', budgetTokens: 900 } }),
    );
    expect(set.find((one) => one.agent === 'codex')).toMatchObject({
      budgetTokens: 900,
      writing: { mode: 'off' },
    });
  });

  it('tells what agents are served, and takes its owner’s word on an entry', async () => {
    const [project] = await valueOf(ask('serving.projects', {}));
    const view = await valueOf(ask('serving.briefing', { project: project ?? '' }));
    expect(view.textTokens).toBeLessThanOrEqual(view.briefing.budgetTokens);
    const { receipts, countedAtMs } = await valueOf(ask('serving.receipts', {}));
    expect(countedAtMs).not.toBeNull();
    const [first] = receipts;
    expect(await valueOf(ask('serving.feedback', { id: first?.id ?? '', verdict: 'helped' }))).toBeNull();
    expect((await ask('serving.feedback', { id: 'mem_ffff', verdict: 'wrong' })).ok).toBe(false);
  });

  it('finds patterns, and keeps quiet about one that is muted', async () => {
    const patterns = await valueOf(ask('pattern.list', { days: 90 }));
    expect(patterns.length).toBeGreaterThan(0);
    for (const one of patterns) expect(one.weeks.length).toBeLessThanOrEqual(26);
    const [first] = patterns;
    const muted = await valueOf(ask('pattern.mute', { id: first?.id ?? '', muted: true }));
    expect(muted.filter((one) => one.isMuted).map((one) => one.id)).toEqual([first?.id]);
    const again = await valueOf(ask('pattern.mute', { id: first?.id ?? '', muted: false }));
    expect(again.some((one) => one.isMuted)).toBe(false);
  });

  it('what is decided is answered as the engine does', async () => {
    const [item] = await valueOf(ask('review.list', {}));
    const id = item?.change.id ?? '';
    await valueOf(ask('review.rule', { ids: [id], ruling: { kind: 'approved' } }));
    await valueOf(ask('review.undo', {}));
    await valueOf(ask('review.rule', { ids: [id], ruling: { kind: 'approved' } }));
    await valueOf(ask('review.plan', { choices: noChoices }));
    const applied = await valueOf(ask('review.apply', { files: false, choices: noChoices }));
    expect(applied).toMatchObject({ applied: [id], files: null, filesFailure: null });
    const [entry] = await valueOf(ask('memory.list', { closedToo: false }));
    const shown = await valueOf(ask('memory.show', { id: entry?.id ?? '' }));
    expect(shown).toMatchObject({ entry: { id: entry?.id }, notes: { pinnedAtMs: null } });
    await valueOf(ask('memory.pin', { id: entry?.id ?? '', pinned: true }));
    expect((await valueOf(ask('memory.history', { entry: null }))).length).toBeGreaterThan(0);
    await valueOf(ask('memory.diff', { from: 0, to: 1 }));
    await valueOf(ask('memory.asOf', { atMs: epochMs(nowMs) }));
    await valueOf(ask('memory.explain', { query: 'test' }));
    expect(await valueOf(ask('memory.export', {}))).toContain('#');
    await valueOf(ask('memory.takeBack', { target: { kind: 'change', id } }));
    await valueOf(ask('memory.rollBack', { to: 1 }));
    await valueOf(ask('diary.get', { date: null }));
    for (const name of ['review.rules', 'conflict.list', 'files.applies', 'source.list'] as const) {
      expect(Array.isArray(await valueOf(ask(name, {})))).toBe(true);
    }
    await valueOf(ask('guard.scan', { sinceMs: null }));
    const copies = await valueOf(ask('guard.history', { path: null }));
    await valueOf(ask('guard.pin', { copy: copies[0]?.copy ?? 0, pinned: true }));
    expect(await ask('night.compare', { first: 'latest', second: 'latest' })).toMatchObject({ ok: false });
    expect(await ask('conflict.settle', { id: 'cnf_none', keep: null })).toMatchObject({ ok: false });
    expect(await ask('files.undo', { apply: 99 })).toMatchObject({ ok: false });
    expect(await ask('review.liftRule', { number: 99 })).toMatchObject({ ok: false });
    expect(await ask('night.answerMissed', { dream: true })).toMatchObject({ ok: false });

    // Our own lines are known in a file that we wrote.
    const ids = (await valueOf(ask('review.list', {})))
      .filter(({ change }) => change.operation === 'add')
      .map(({ change }) => change.id);
    await valueOf(ask('review.rule', { ids, ruling: { kind: 'approved' } }));
    const written = await valueOf(ask('review.apply', { files: true, choices: noChoices }));
    const path = written.files?.written[0]?.path ?? '';
    const view = await valueOf(ask('memory.file', { path, fromLine: 1 }));
    const ours = view.lines.filter((line) => line.isOurs);
    expect(ours.some((line) => line.entry !== null)).toBe(true);
    expect(ours[0]?.text).toContain('slowwave:begin');
  });

  it('long questions carry everything away and back, and forget a fact for good, in processes of their own', async () => {
    const file = join(dirname(data), 'all.tar.gz');
    const report = await valueOf(ask('app.backup', { file, replace: false }));
    expect(existsSync(report.path)).toBe(true);
    const [item] = await valueOf(ask('review.list', {}));
    await valueOf(ask('review.rule', { ids: [item?.change.id ?? ''], ruling: { kind: 'rejected' } }));
    await valueOf(ask('app.restore', { file: report.path, replace: true }));
    expect((await valueOf(ask('review.list', {})))[0]).toMatchObject({ state: 'waiting' });
    expect(await valueOf(ask('app.check', {}))).toEqual({ problems: [] });
    expect((await valueOf(ask('app.verifyBackup', { file: report.path }))).counts).toEqual(report.counts);
    expect((await valueOf(ask('app.storage', {}))).backups).toHaveLength(1);

    const [entry] = await valueOf(ask('memory.list', { closedToo: false }));
    const target = { kind: 'entry', id: entry?.id ?? '' } as const;
    expect(await valueOf(ask('memory.forgetPreview', { target }))).toMatchObject({
      counts: { closedEntries: 1 },
    });
    const certificate = await valueOf(ask('memory.forget', { target }));
    expect(certificate.scan.hits).toBe(0);
    const left = await valueOf(ask('memory.list', { closedToo: false }));
    expect(left.some((one) => one.id === entry?.id)).toBe(false);
    expect(await ask('app.deleteAll', { confirm: 'yes' })).toMatchObject({ error: { kind: 'wrong-input' } });
    expect(await valueOf(ask('app.deleteAll', { confirm: deleteAllWords }))).toMatchObject({ left: [] });
    expect(await valueOf(ask('night.list', {}))).toEqual([]);
    expect(await valueOf(ask('settings.get', {}))).toMatchObject({ isOnboarded: false });
    expect(new Set(jobs)).toEqual(
      new Set(['dream', 'backup', 'restore', 'check', 'verify', 'forget-preview', 'forget', 'delete-all']),
    );
  });
});

describe('what is asked wrongly, or asks to be told', () => {
  it('tells windows what a change may have changed, and says nothing of a question', async () => {
    const { ask, events } = await openService();
    await valueOf(ask('settings.set', { patch: { singleKeys: false } }));
    expect(events.at(-1)).toEqual({ kind: 'changed', subjects: ['settings', 'night', 'files'] });
    const before = events.length;
    await valueOf(ask('settings.get', {}));
    await ask('files.undo', { apply: 99 });
    expect(events).toHaveLength(before);
  });

  it('long questions take whole paths only', async () => {
    const { ask } = await openService();
    expect(await ask('app.backup', { file: 'all.tar.gz', replace: false })).toMatchObject({
      error: { kind: 'wrong-input' },
    });
    expect(await ask('source.import', { paths: ['notes'] })).toMatchObject({
      error: { kind: 'wrong-input' },
    });
  });
});

describe('nights by the clock', () => {
  const at = (hour: number, day = 0): number => Date.UTC(2026, 5, 1 + day, hour);
  const utc = { ...usualSettings.schedule, zone: 'UTC' };

  it('fall when their time comes, once, and leave a record', async () => {
    const { ask, goTo, until, events } = await read({ keepsWatch: true });
    await valueOf(
      ask('settings.set', {
        patch: { schedule: { ...utc, pattern: { kind: 'daily', hour: 4, minute: 0 } } },
      }),
    );
    expect((await valueOf(ask('night.state', {}))).next).toMatchObject({ dueAtMs: at(4), zone: 'UTC' });
    const ends = () => events.filter((event) => event.kind === 'run-ended').length;
    const before = ends();
    for (let minute = 1; minute <= 60; minute++) goTo(at(3) + minute * 60_000);
    await until(() => ends() > before);
    await until(() => events.some((event) => event.kind === 'run' && event.running.startedBy === 'schedule'));
    const recorded = async () => (await valueOf(ask('night.records', { limit: 5 }))).length === 1;
    while (!(await recorded())) await new Promise((done) => setTimeout(done, 10));
    const [record] = await valueOf(ask('night.records', { limit: 5 }));
    expect(record).toMatchObject({ dueAtMs: at(4), isCaughtUp: false });
    expect(['ran', 'empty']).toContain(record?.fate);
    expect((await valueOf(ask('night.state', {}))).next.dueAtMs).toBe(at(4) + dayMs);
  });

  it('can be paused and go on, and a zone is told of by the computer', async () => {
    const { ask, service } = await read({ keepsWatch: true });
    const paused = await valueOf(ask('night.pause', { untilMs: epochMs(nowMs + 3 * dayMs) }));
    expect(paused.because).toContain('Paused');
    expect((await valueOf(ask('night.pause', { untilMs: null }))).because).toBeNull();
    service.tell({ kind: 'zone', atMs: epochMs(nowMs), zone: 'Asia/Tokyo' });
    expect((await valueOf(ask('night.state', {}))).next.zone).toBe('Asia/Tokyo');
    expect((await valueOf(ask('app.facts', {}))).zone).toBe('Asia/Tokyo');
  });

  it('whose schedule cannot be read is not set', async () => {
    const { ask } = await openService();
    const pattern = { kind: 'cron', expression: '61 3 * * *' } as const;
    expect(await ask('settings.set', { patch: { schedule: { ...utc, pattern } } })).toMatchObject({
      error: { kind: 'wrong-input' },
    });
    const zone = 'Mars/Olympus';
    expect(await ask('settings.set', { patch: { schedule: { ...utc, zone } } })).toMatchObject({ ok: false });
    expect(await valueOf(ask('settings.get', {}))).toEqual(usualSettings);
  });

  it('that went by while the computer slept wait for an answer where their owner wants to be asked', async () => {
    const { ask, goTo, service, endOf, events, until } = await read({ keepsWatch: true });
    await valueOf(ask('settings.set', { patch: { schedule: { ...utc, catchUp: 'ask' } } }));
    const { next } = await valueOf(ask('night.state', {}));
    const dueAtMs = next.dueAtMs ?? 0;
    service.tell({ kind: 'suspend', atMs: epochMs(dueAtMs - 3_600_000) });
    goTo(dueAtMs + 3 * 3_600_000);
    service.tell({ kind: 'resume', atMs: epochMs(dueAtMs + 3 * 3_600_000) });
    expect((await valueOf(ask('night.state', {}))).asked).toMatchObject({ dueAtMs });
    await valueOf(ask('night.answerMissed', { dream: true }));
    await until(() => events.some((e) => e.kind === 'run' && e.running.startedBy !== 'you'));
    const started = events.findLast((event) => event.kind === 'run');
    await endOf(started?.kind === 'run' ? started.running.run : '');
    expect((await valueOf(ask('night.state', {}))).asked).toBeNull();
  });
});

describe('by day', () => {
  it('what an agent adds is copied, and Tonight counts it', async () => {
    const { ask, home, goTo, jobs, until, events } = await read({ keepsWatch: true });
    const { willRead } = await valueOf(ask('night.state', {}));
    const before = jobs.length;
    const seen = events.length;
    const folder = join(home, '.claude', 'projects', '-home-sam-shop');
    mkdirSync(folder, { recursive: true });
    const line = {
      type: 'user',
      uuid: 'u-new',
      sessionId: 'new-session',
      timestamp: new Date(nowMs).toISOString(),
      cwd: join(home, 'shop'),
      version: '2.1.150',
      userType: 'external',
      isSidechain: false,
      parentUuid: null,
      message: { role: 'user', content: 'From now on always write the changelog in English.' },
    };
    let atMs = nowMs;
    // Again and again: the eyes open in their own time.
    while (jobs.length === before) {
      appendFileSync(join(folder, 'new-session.jsonl'), `${JSON.stringify(line)}\n`);
      await new Promise((done) => setTimeout(done, 50));
      goTo((atMs += 30_000));
    }
    expect(jobs.at(-1)).toBe('import');
    await until(() => events.slice(seen).some((event) => event.kind === 'changed'));
    expect((await valueOf(ask('night.state', {}))).willRead.newSessions).toBe(willRead.newSessions + 1);
    const options = { limit: 5, agent: null, project: null, sinceMs: null };
    const found = await valueOf(ask('memory.search', { query: 'changelog English', options }));
    expect(found.passages.some((passage) => passage.nativeId === 'new-session')).toBe(true);
  });
});
