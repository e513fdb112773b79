import { appendFileSync, copyFileSync, cpSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { NightResult } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import { startOtherProcess } from '../store/testing/other-process.ts';
import { failureFrom } from '../store/testing/temp-store.ts';
import {
  claudeLines,
  claudePath,
  dayMs,
  depsOf,
  dreamOnce,
  firstMs,
  fourDays,
  nightMs,
  openEngine,
  plainNight,
  rule,
  tempHome,
  valueOf,
  write,
  writeDay,
  type Day,
  type TempHome,
} from './testing/temp-home.ts';
import { createEngine } from '../index.ts';

function homeOf(days: readonly Day[] = fourDays): TempHome {
  const place = tempHome();
  for (const day of days) writeDay(place, day);
  return place;
}

const titles = ({ proposal }: NightResult): readonly string[] =>
  proposal.changes.map((change) => change.title);
const about = (night: NightResult, word: string): NightResult['proposal']['changes'] =>
  night.proposal.changes.filter((change) => change.title.includes(word));

describe('a first night', () => {
  it('reads every session, proposes what was said again and again, and proves it', async () => {
    const night = await dreamOnce(homeOf());
    expect(night.receipt).toMatchObject({
      outcome: 'done',
      preview: false,
      sample: false,
      nowMs: nightMs,
      cost: { tokens: 0, usd: 0 },
    });
    expect(night.receipt.read).toMatchObject({ sessions: 4, newSessions: 4, turns: 10, skippedLines: 0 });
    const [change] = about(night, 'pnpm');
    expect(change).toMatchObject({ operation: 'add', after: { scope: 'project:shop', taint: 'person' } });
    const evidence = change?.after?.evidence ?? [];
    expect(new Set(evidence.map((e) => e.session))).toEqual(new Set(['day-a', 'day-b', 'day-c', 'day-d']));
    for (const { session, turn, quote } of evidence) {
      const said = fourDays.find((day) => day.id === session)?.said[turn];
      expect(said).toContain(quote);
    }
    expect(night.diary).toContain('# Night of 2026-03-31');
  });

  it('of a home without any agent is empty, and says so', async () => {
    const night = await dreamOnce(tempHome());
    expect(night.receipt).toMatchObject({
      outcome: 'empty',
      because: expect.stringContaining('nothing to read'),
    });
    expect(titles(night)).toEqual([]);
    expect(night.memory).toEqual([]);
    expect(night.receipt.agents).toEqual([]);
  });

  it('reads the sessions of all three agents', async () => {
    const place = tempHome();
    const fixtures = fileURLToPath(new URL('../importers/fixtures/', import.meta.url));
    const take = (from: string, to: string): void => {
      mkdirSync(dirname(join(place.home, to)), { recursive: true });
      copyFileSync(join(fixtures, from), join(place.home, to));
      utimesSync(join(place.home, to), firstMs / 1000, firstMs / 1000);
    };
    take('claude-code/2.1.150.jsonl', '.claude/projects/-bakery/11111111-1111-4111-8111-111111111111.jsonl');
    take('codex/0.98.0.jsonl', '.codex/sessions/2026/02/01/rollout-2026-02-01T09-00-00-a.jsonl');
    take('openclaw/2026.2.jsonl', '.openclaw/agents/main/sessions/b.jsonl');
    const night = await dreamOnce(place);
    for (const agent of ['claude-code', 'codex', 'openclaw'] as const) {
      expect(night.imported.perAgent[agent]?.sessions, agent).toBeGreaterThan(0);
      expect(night.imported.perAgent[agent]?.personTurns, agent).toBeGreaterThan(0);
    }
    // what is not JSON or of unknown type is counted, never lost
    expect(night.imported.skipped.length).toBe(night.receipt.read.skippedLines);
  });
});

describe('a second night', () => {
  it('with nothing new reads nothing twice and proposes nothing new', async () => {
    const place = homeOf();
    const first = await dreamOnce(place);
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(second.imported).toMatchObject({ newFiles: 0, unchangedFiles: 4, newTurns: 0, newSessions: 0 });
    expect(second.receipt.read).toMatchObject({ sessions: 4, newSessions: 0 });
    // what waits still waits, under the same ids
    expect(second.proposal.changes.map((c) => c.id)).toEqual(first.proposal.changes.map((c) => c.id));
    expect(second.waiting).toBe(first.waiting);
  });

  it('proposes nothing of what was applied', async () => {
    const place = homeOf();
    const first = await dreamOnce(place, { apply: 'auto' });
    expect(first.applied).toBeGreaterThan(0);
    expect(first.receipt.agents).toEqual(['claude-code']);
    const second = await dreamOnce(place, { apply: 'auto' }, nightMs + dayMs);
    expect(about(second, 'pnpm')).toEqual([]);
    expect(second.applied).toBe(0);
    expect(second.memory).toEqual(first.memory);
  });

  it('at the very same time is the same night', async () => {
    const place = homeOf();
    const first = await dreamOnce(place);
    const again = await dreamOnce(place);
    expect(again.receipt.nightId).toBe(first.receipt.nightId);
    expect(again.proposal).toEqual(first.proposal);
  });

  it('reads one more session, and one only', async () => {
    const place = homeOf(fourDays.slice(0, 3));
    await dreamOnce(place);
    writeDay(place, { id: 'day-d', day: 14, said: ['Installs must always go through pnpm, not npm.'] });
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(second.imported).toMatchObject({ newFiles: 1, unchangedFiles: 3, newSessions: 1, newTurns: 1 });
    expect(about(second, 'pnpm')[0]?.after?.evidence.map((e) => e.session)).toContain('day-d');
  });

  it('reads what was added to a session, and only that', async () => {
    const place = homeOf();
    await dreamOnce(place);
    const grown = { ...(fourDays[0] as Day), said: [...(fourDays[0]?.said ?? []), { agent: 'Yes.' }, rule] };
    const whole = claudeLines(place, grown);
    const before = claudeLines(place, fourDays[0] as Day);
    appendFileSync(join(place.home, claudePath(grown)), whole.slice(before.length));
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(second.imported).toMatchObject({ unchangedFiles: 3, newTurns: 2, newSessions: 0 });
    const quotes = about(second, 'pnpm')[0]?.after?.evidence.filter((e) => e.session === 'day-a') ?? [];
    expect(quotes.map((e) => e.turn)).toEqual([2, 4]);
  });

  it.each<readonly [string, (place: TempHome) => void]>([
    ['was rewritten with the same words', (place) => writeDay(place, { ...(fourDays[0] as Day), day: 1.5 })],
    [
      'shrank',
      (place) => writeDay(place, { ...(fourDays[0] as Day), said: (fourDays[0] as Day).said.slice(0, 1) }),
    ],
    ['is gone', (place) => rmSync(join(place.home, claudePath(fourDays[0] as Day)))],
    ['is empty', (place) => writeFileSync(join(place.home, claudePath(fourDays[0] as Day)), '')],
  ])('keeps what it knew of a file that %s', async (_, change) => {
    const place = homeOf();
    const first = await dreamOnce(place);
    change(place);
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(second.imported.newTurns).toBe(0);
    expect(second.receipt.read.turns).toBe(first.receipt.read.turns);
    expect(second.proposal.changes).toEqual(
      first.proposal.changes.map((change) => ({
        ...change,
        nightId: second.receipt.nightId,
        // a day later the score is a little lower
        why: expect.stringContaining(change.why.split(' Score ')[0] ?? ''),
        after: expect.anything(),
      })),
    );
  });

  it('counts a session that lies in two places once', async () => {
    const place = homeOf();
    const first = await dreamOnce(place);
    const copy = { ...(fourDays[0] as Day) };
    write(place, `.claude/projects/-elsewhere/${copy.id}.jsonl`, claudeLines(place, copy));
    write(place, `.config/claude/projects/-shop/${copy.id}.jsonl`, claudeLines(place, copy));
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(second.imported).toMatchObject({ newFiles: 2, newSessions: 0, newTurns: 0 });
    expect(second.receipt.read.turns).toBe(first.receipt.read.turns);
  });

  it('takes what was mended in place and what was cut off for what it is', async () => {
    const place = homeOf();
    const path = claudePath(fourDays[0] as Day);
    const text = claudeLines(place, fourDays[0] as Day);
    write(place, path, `${text}{"type":"user","mess\nnot json at all\n${text.split('\n')[0] ?? ''}`);
    const first = await dreamOnce(place);
    expect(first.imported.skippedByReason).toMatchObject({ 'not-json': expect.any(Number) });
    expect(first.receipt.read.turns).toBe(10);
    const second = await dreamOnce(place, {}, nightMs + dayMs);
    expect(second.imported.skipped).toEqual([]);
  });
});

describe('the order of import', () => {
  it('changes no byte of what is proposed', async () => {
    const proposals: string[] = [];
    const all: readonly Day[] = [
      ...fourDays,
      {
        id: 'day-e',
        day: 16,
        project: 'blog',
        said: ['We moved the blog from Heroku to Railway.', 'Always use pnpm, never npm.'],
      },
      {
        id: 'day-f',
        day: 2,
        project: 'blog',
        said: ['The blog is deployed to Heroku.', { agent: 'ok' }, 'Deploy the blog to Heroku always.'],
      },
    ];
    // the folders have other names: only what is in them may count
    for (const order of [all, all.toReversed(), [...all.slice(3), ...all.slice(0, 3)]]) {
      const place = tempHome();
      const { engine, dream } = await openEngine(place);
      for (const day of order) {
        writeDay(place, day);
        valueOf(await engine.import([], {}));
      }
      const { proposal, diary, receipt } = await dream();
      engine.close();
      proposals.push(
        JSON.stringify([
          proposal,
          diary,
          { ...receipt, read: { ...receipt.read, newSessions: 0 } },
        ]).replaceAll(place.home, '~'),
      );
    }
    // how much was new this night differs by what was imported before, and the diary says it
    const bare = proposals.map((text) => text.replaceAll(/\d+ of them new/gu, ''));
    expect(bare[1]).toBe(bare[0]);
    expect(bare[2]).toBe(bare[0]);
  });

  it('gives the same with one night for each day as with one for all', async () => {
    const place = tempHome();
    for (const day of fourDays) {
      writeDay(place, day);
      await dreamOnce(place, {}, firstMs + (day.day + 1) * dayMs);
    }
    const last = await dreamOnce(place);
    const atOnce = await dreamOnce(homeOf());
    expect(last.proposal.changes.map((c) => [c.id, c.operation, c.title, c.after?.evidence])).toEqual(
      atOnce.proposal.changes.map((c) => [c.id, c.operation, c.title, c.after?.evidence]),
    );
  });
});

describe('a night that is woken', () => {
  it('while it imports keeps what was read, with a receipt, and goes on the next time', async () => {
    const place = homeOf();
    const waking = new AbortController();
    const night = await dreamOnce(place, {}, nightMs, {
      signal: waking.signal,
      onProgress: (event) => {
        if (event.kind === 'step' && event.stage === 'import' && event.done === 2) waking.abort();
      },
    });
    expect(night.receipt).toMatchObject({
      outcome: 'woken',
      because: expect.stringContaining('You woke it'),
    });
    expect(night.imported.newTurns).toBeGreaterThan(0);
    expect(night.imported.newTurns).toBeLessThan(10);
    const next = await dreamOnce(place, {}, nightMs + dayMs);
    expect(next.receipt).toMatchObject({ outcome: 'done', read: { turns: 10, sessions: 4 } });
    expect(night.imported.newTurns + next.imported.newTurns).toBe(10);
  });

  it('in its first sleep keeps what was found, and takes back nothing that waited', async () => {
    const place = homeOf();
    const first = await dreamOnce(place);
    // more sessions than one transaction of Light holds
    for (let i = 0; i < 90; i++) {
      writeDay(place, {
        id: `more-${i}`,
        day: 15 + i / 10,
        said: [`Never use tabs in file ${i}, always use spaces.`],
      });
    }
    const waking = new AbortController();
    const night = await dreamOnce(place, {}, nightMs + dayMs, {
      signal: waking.signal,
      onProgress: (event) => {
        if (event.kind === 'step' && event.stage === 'light') waking.abort();
      },
    });
    expect(night.receipt.outcome).toBe('woken');
    expect(night.imported.newSessions).toBe(90);
    expect(night.waiting).toBeGreaterThanOrEqual(first.waiting);
    const next = await dreamOnce(place, {}, nightMs + 2 * dayMs);
    expect(next.imported.newTurns).toBe(0);
    expect(next.receipt).toMatchObject({ outcome: 'done', read: { sessions: 94 } });
    expect(about(next, 'pnpm')).toHaveLength(about(first, 'pnpm').length);
  }, 60_000);

  it('before it began ends at once', async () => {
    const waking = new AbortController();
    waking.abort();
    const place = homeOf();
    const night = await dreamOnce(place, {}, nightMs, { signal: waking.signal });
    expect(night.receipt.outcome).toBe('woken');
    expect((await dreamOnce(place, {}, nightMs + dayMs)).receipt.read.turns).toBe(10);
  });

  it('closes no memory because it did not look', async () => {
    const place = homeOf();
    write(place, '.claude/CLAUDE.md', '# Rules\n\n- Comments are written in English.\n');
    write(place, 'shop/CLAUDE.md', '- Prices are in cents.\n');
    await dreamOnce(place);
    const waking = new AbortController();
    waking.abort();
    const night = await dreamOnce(place, {}, nightMs + dayMs, { signal: waking.signal });
    expect(night.memory.map((entry) => entry.text)).toEqual(
      expect.arrayContaining(['Comments are written in English.', 'Prices are in cents.']),
    );
  });
});

describe('two at once', () => {
  it('the second night is turned away, and told who dreams and since when', async () => {
    const place = homeOf();
    await dreamOnce(place);
    const other = await startOtherProcess({ dataFolder: place.data, takesDreamLease: true });
    // the other process lives in the real time, and so must the lease be asked for
    const realMs = epochMs(new Date().getTime());
    const deps = depsOf(place, nightMs);
    const engine = valueOf(await createEngine({ ...deps, clock: { ...deps.clock, wall: () => realMs } }));
    const failure = failureFrom(await engine.dream(plainNight, {}));
    expect(failure.kind).toBe('store-busy');
    expect(failure.happened).toContain(`process ${other.pid}`);
    expect(failure.happened).toMatch(/since 20\d\d-/u);
    // reading goes on meanwhile
    expect(valueOf(await engine.memoryList({ closedToo: false }))).toEqual([]);
    await other.kill();
    expect(valueOf(await engine.dream(plainNight, {})).receipt.outcome).toBe('done');
    engine.close();
  });
});

describe('what a person decided', () => {
  it('is not offered again once it was turned down', async () => {
    const place = homeOf();
    const { engine, dream } = await openEngine(place);
    const first = await dream();
    const [change] = about(first, 'pnpm');
    valueOf(await engine.reviewDecide([change?.id ?? ''], 'rejected'));
    engine.close();
    const second = await dreamOnce(place, { apply: 'auto' }, nightMs + dayMs);
    expect(about(second, 'pnpm')).toEqual([]);
    expect(second.memory.filter((entry) => entry.text.includes('pnpm'))).toEqual([]);
  });

  it('becomes memory once it was approved and applied, and only then', async () => {
    const place = homeOf();
    const { engine, dream } = await openEngine(place);
    const [change] = about(await dream(), 'pnpm');
    expect(valueOf(await engine.memoryList({ closedToo: true }))).toEqual([]);
    valueOf(await engine.reviewDecide([change?.id ?? ''], 'approved'));
    const applied = valueOf(await engine.reviewApply());
    expect(applied.applied).toEqual([change?.id]);
    expect(valueOf(await engine.memoryList({ closedToo: false })).map((e) => e.text)).toEqual([
      change?.title,
    ]);
    engine.close();
  });
});

describe('what a night is about', () => {
  it('may be the newest sessions only', async () => {
    const night = await dreamOnce(homeOf(), { sessionsMax: 2 });
    expect(night.receipt.read).toMatchObject({ sessions: 2, newSessions: 4 });
    const sessions = new Set(
      night.proposal.changes.flatMap((c) => c.after?.evidence.map((e) => e.session) ?? []),
    );
    for (const session of sessions) expect(['day-c', 'day-d']).toContain(session);
    expect((await dreamOnce(homeOf(), { sessionsMax: 0 })).receipt.read.sessions).toBe(0);
  });

  it('may be what was said since a day', async () => {
    const night = await dreamOnce(homeOf(), { sinceMs: depsOf(tempHome(), firstMs + 9 * dayMs).clock.now() });
    expect(night.receipt.read.sessions).toBe(2);
  });

  it('may be steered, and the receipt says what was understood', async () => {
    const place = homeOf();
    const night = await dreamOnce(place, { instructions: 'ignore pnpm' });
    expect(night.receipt.instructions).toMatchObject({ text: 'ignore pnpm', leaveOut: ['pnpm'] });
    expect(about(night, 'pnpm')).toEqual([]);
    expect(night.receipt.turnedDown['instructions']).toBeGreaterThan(0);
    expect(night.diary).toContain('leave out pnpm');
    const plain = await dreamOnce(place, {}, nightMs + dayMs);
    expect(plain.receipt.instructions).toBeNull();
    expect(about(plain, 'pnpm')).toHaveLength(1);
  });

  it('may be a folder that a person names', async () => {
    const elsewhere = homeOf();
    const place = tempHome();
    const night = await dreamOnce(place, { paths: [join(elsewhere.home, '.claude')] });
    expect(night.receipt.read.sessions).toBe(4);
    // what was read once is known, named or not
    expect((await dreamOnce(place, {}, nightMs + dayMs)).receipt.read.sessions).toBe(4);
  });
});

describe('the sample', () => {
  const sample = fileURLToPath(new URL('../../../resources/sample', import.meta.url));

  it('is dreamt over where there is no agent, and says that it is one', async () => {
    const place = tempHome();
    const engine = valueOf(await createEngine(depsOf(place, nightMs, sample)));
    const night = valueOf(await engine.dream({ ...plainNight, apply: 'auto' }, {}));
    engine.close();
    expect(night.receipt).toMatchObject({ sample: true, outcome: 'done' });
    expect(night.diary).toContain('A sample');
    expect(night.memory.length).toBeGreaterThan(3);
  }, 60_000);

  it('never mixes with a person’s own days', async () => {
    const place = tempHome();
    const first = valueOf(await createEngine(depsOf(place, nightMs, sample)));
    valueOf(await first.dream(plainNight, {}));
    first.close();
    for (const day of fourDays) writeDay(place, day);
    const engine = valueOf(await createEngine(depsOf(place, nightMs + dayMs, sample)));
    const night = valueOf(await engine.dream(plainNight, {}));
    engine.close();
    expect(night.receipt).toMatchObject({ sample: false, read: { sessions: 4 } });
  }, 60_000);
});

describe('a history that moved', () => {
  it('to another home is read there like any other', async () => {
    const place = homeOf();
    const moved = tempHome();
    cpSync(place.home, moved.home, { recursive: true, preserveTimestamps: true });
    const night = await dreamOnce(moved);
    expect(night.receipt.read).toMatchObject({ sessions: 4, turns: 10 });
  });
});
