// What windows ask beyond the command line, over a store made by real nights.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEngine } from '../index.ts';
import { openStore } from '../store/open.ts';
import { takeLease, thisProcess } from '../store/lease.ts';
import { failureFrom } from '../store/testing/temp-store.ts';
import { beginNight } from '../store/nights.ts';
import { nightId, epochMs } from '../../../shared/ids.ts';
import {
  claudeLines,
  dayMs,
  depsOf,
  firstMs,
  nightMs,
  plainNight,
  tempHome,
  valueOf,
  write,
  type Day,
  type TempHome,
} from './testing/temp-home.ts';

const rule = 'always use pnpm instead of npm for installs';
const days: readonly Day[] = [
  {
    id: 'a',
    day: 1,
    said: ['Add the button.', { agent: 'Done, with npm install.' }, `No, wrong. From now on ${rule}.`],
  },
  { id: 'b', day: 8, said: ['Fix it.', { agent: 'npm install ran.' }, `No, again: ${rule}.`] },
  {
    id: 'c',
    day: 15,
    said: ['Build it.', { agent: 'I ran npm install.' }, `That is wrong, please ${rule}!`],
  },
  { id: 'd', day: 22, said: ['Test it.', { agent: 'npm install done.' }, `No! ${rule}.`] },
];

function lived(): TempHome {
  const place = tempHome();
  mkdirSync(join(place.home, 'shop'));
  for (const day of days) write(place, `.claude/projects/-shop/${day.id}.jsonl`, claudeLines(place, day));
  write(place, '.claude/CLAUDE.md', '# Rules\n\n- Write tests first.\n- Keep functions small.\n');
  return place;
}

async function openWhole(place: TempHome, nowMs = nightMs) {
  const engine = valueOf(await createEngine(depsOf(place, nowMs)));
  onTestFinished(() => engine.close());
  return engine;
}

async function dreamt(place = lived()) {
  const engine = await openWhole(place);
  valueOf(await engine.dream(plainNight, {}));
  return engine;
}

describe('evidence', () => {
  it('is marked to the letter in its turn, and not where it only looks alike', async () => {
    const engine = await dreamt();
    const place = { session: 'b', agent: 'claude-code', turn: 2, around: 5 } as const;
    const view = valueOf(await engine.evidenceAround({ ...place, quote: 'again: always use pnpm' }));
    expect(view).toMatchObject({
      session: 'b',
      project: 'shop',
      path: expect.stringContaining('b.jsonl') as unknown,
    });
    const said = view.turns.find((turn) => turn.ordinal === 2);
    expect(said?.marks.map(({ start, end }) => said.text.slice(start, end))).toEqual([
      'again: always use pnpm',
    ]);
    expect(view.turns.filter((turn) => turn.ordinal !== 2).every((turn) => turn.marks.length === 0)).toBe(
      true,
    );
    expect(valueOf(await engine.evidencePath(place))).toBe(view.path);
    expect(failureFrom(await engine.evidencePath({ ...place, session: '/etc/passwd' })).kind).toBe(
      'not-found',
    );
    const other = valueOf(await engine.evidenceAround({ ...place, quote: 'Again: Always use pnpm' }));
    expect(other.turns.every((turn) => turn.marks.length === 0)).toBe(true);
  });

  it('is of a memory file, too, by its line', async () => {
    const engine = await dreamt();
    const view = valueOf(
      await engine.evidenceAround({
        session: '.claude/CLAUDE.md',
        agent: 'claude-code',
        turn: 3,
        quote: 'Write tests first.',
        around: 1,
      }),
    );
    expect(view.turns.map(({ ordinal, text }) => [ordinal, text])).toEqual([
      [2, ''],
      [3, '- Write tests first.'],
      [4, '- Keep functions small.'],
    ]);
    expect(view.turns[1]?.marks).toEqual([{ start: 2, end: 20 }]);
  });

  it('acts on nothing: what steers a terminal or turns writing around is only shown to have been there', async () => {
    const place = lived();
    const hostile = `\u001b[2Jlook \u202egpj.exe\u202c \u0007 <script>alert(1)</script> ok`;
    write(place, '.claude/projects/-shop/h.jsonl', claudeLines(place, { id: 'h', day: 3, said: [hostile] }));
    const engine = await dreamt(place);
    const asked = {
      session: 'h',
      agent: 'claude-code',
      turn: 0,
      quote: 'look \u202egpj.exe',
      around: 0,
    } as const;
    const [turn] = valueOf(await engine.evidenceAround(asked)).turns;
    expect(turn?.text).toBe('\u{fffd}[2Jlook \u{fffd}gpj.exe\u{fffd} \u{fffd} <script>alert(1)</script> ok');
    expect(turn?.marks).toEqual([{ start: 4, end: 17 }]);
  });

  it('that is nowhere is said to be', async () => {
    const engine = await dreamt();
    const nowhere = { session: '../../etc/passwd', agent: 'codex', turn: 0, quote: 'x', around: 3 } as const;
    expect(await engine.evidenceAround(nowhere)).toMatchObject({ error: { kind: 'not-found' } });
  });
});

describe('memory files', () => {
  it('are given line by line, each with the entry that memory made of it', async () => {
    const engine = await dreamt();
    const [file] = valueOf(await engine.shownFiles());
    expect(file).toMatchObject({
      path: '.claude/CLAUDE.md',
      agent: 'claude-code',
      lines: 4,
      budgetTokens: 2000,
    });
    const view = valueOf(await engine.shownFile('.claude/CLAUDE.md', 3));
    expect(view.lines.map(({ line, entry }) => [line, entry?.text ?? null])).toEqual([
      [3, 'Write tests first.'],
      [4, 'Keep functions small.'],
    ]);
  });

  it('show no secret, and no other file', async () => {
    const place = lived();
    const secret = 'sk-ant-api03-' + 'Ab3dEf7hIj1kLm5nOp9q'.repeat(4) + '-wWxXyYAA';
    write(place, '.claude/CLAUDE.md', `- The key is ${secret}\n- Keep functions small.\n`);
    writeFileSync(join(place.home, 'private.md'), 'mine');
    const engine = await dreamt(place);
    const view = valueOf(await engine.shownFile('.claude/CLAUDE.md', 1));
    expect(JSON.stringify(view)).not.toContain(secret);
    expect(view.lines).toHaveLength(2);
    for (const path of ['private.md', join(place.home, 'private.md'), '.claude/../private.md']) {
      expect(await engine.shownFile(path, 1)).toMatchObject({ error: { kind: 'not-found' } });
    }
  });
});

describe('patterns', () => {
  it('name a mistake that came again, with its weeks and the change that would mend it', async () => {
    const engine = await dreamt();
    const [first] = valueOf(await engine.patterns(60)).filter((one) => one.kind === 'repeated-mistake');
    expect(first).toMatchObject({
      times: 4,
      sessions: 4,
      agents: ['claude-code'],
      since: null,
      isMuted: false,
    });
    expect(first?.text).toContain('pnpm');
    // Days 1, 8, 15 and 22 of thirty: one a week, the newest last.
    expect(first?.weeks.slice(-5)).toEqual([1, 1, 1, 1, 0]);
    expect(first?.weeks).toHaveLength(9);
    const changes = valueOf(await engine.reviewList()).map(({ change }) => change.id);
    expect(changes).toContain(first?.changeId);
    const { agents } = valueOf(await engine.patternCharts(60));
    expect(agents.map(({ agent }) => agent)).toEqual(['claude-code']);
    // Day 22 begins eight days before the night, and it was said hours later: seven whole days ago.
    expect(agents[0]?.days.flatMap((n, i) => (n > 0 ? [59 - i] : []))).toEqual([28, 21, 14, 7]);
  });

  it('count what its owner decided, by the decision that holds, and nothing that was taken back', async () => {
    const engine = await dreamt();
    const decided = async () => valueOf(await engine.patternCharts(7)).decided;
    const id = valueOf(await engine.reviewList())[0]?.change.id ?? '';
    expect(await decided()).toEqual([{ approved: 0, edited: 0, rejected: 0 }]);
    valueOf(await engine.reviewRule([id], { kind: 'approved' }));
    expect(await decided()).toEqual([{ approved: 1, edited: 0, rejected: 0 }]);
    valueOf(await engine.reviewUndo());
    expect(await decided()).toEqual([{ approved: 0, edited: 0, rejected: 0 }]);
    valueOf(await engine.reviewRule([id], { kind: 'approved' }));
    valueOf(await engine.reviewRule([id], { kind: 'edited', text: 'Use pnpm for installs.' }));
    expect(await decided()).toEqual([{ approved: 0, edited: 1, rejected: 0 }]);
    valueOf(await engine.reviewRule([id], { kind: 'rejected', reason: null }));
    expect(await decided()).toEqual([{ approved: 0, edited: 0, rejected: 1 }]);
  });

  it('tell what became of it by the rule’s own curve, which says nothing where no agent was given it', async () => {
    const place = lived();
    const engine = await dreamt(place);
    const ids = valueOf(await engine.reviewList()).map(({ change }) => change.id);
    valueOf(await engine.reviewRule(ids, { kind: 'approved' }));
    valueOf(await engine.reviewApply());
    engine.close();
    write(
      place,
      '.claude/projects/-shop/e.jsonl',
      claudeLines(place, { id: 'e', day: 33, said: ['Go.', { agent: 'npm install.' }, `No, ${rule}.`] }),
    );
    const later = await openWhole(place, firstMs + 40 * dayMs);
    valueOf(await later.dream(plainNight, {}));
    const [first] = valueOf(await later.patterns(60)).filter((one) => one.kind === 'repeated-mistake');
    expect(first?.since).toMatchObject({ changeAtMs: nightMs, verdict: 'never-served' });
  });

  it('leave out what is older than was asked for', async () => {
    const engine = await dreamt();
    expect(valueOf(await engine.patterns(1))).toEqual([]);
  });
});

describe('what there is to read', () => {
  it('is counted before there is a store, after an import, and is none after a night', async () => {
    const place = lived();
    const engine = await openWhole(place);
    const before = { newSessions: 4, perAgent: { 'claude-code': 4 } };
    expect(valueOf(await engine.willRead())).toMatchObject(before);
    expect(engine.hasStore()).toBe(false);
    valueOf(await engine.import([], {}));
    expect(valueOf(await engine.willRead())).toMatchObject({ ...before, memoryFiles: 1 });
    valueOf(await engine.dream(plainNight, {}));
    expect(valueOf(await engine.willRead())).toEqual({ newSessions: 0, perAgent: {}, memoryFiles: 1 });
  });
});

describe('nights that were cut off', () => {
  const id = nightId('a night');
  function cutOff(place: TempHome, what: string, pid: number): void {
    const store = valueOf(openStore({ dataFolder: place.data, nowMs: epochMs(nightMs) }));
    const holder = { ...thisProcess(what), pid };
    valueOf(takeLease(store.db, 'dream', holder, epochMs(nightMs)));
    const at = epochMs(nightMs);
    beginNight(store.db, { nightId: id, startedAtMs: at, nowMs: at, sample: false, engineVersion: 1 });
    store.close();
  }

  it('by the end of their process get their receipt, and its lease stops nobody', async () => {
    const place = lived();
    const engine = await openWhole(place);
    valueOf(await engine.import([], {}));
    cutOff(place, 'a dream', spawnSync(process.execPath, ['--version']).pid);
    const [receipt] = valueOf(await engine.settleLostNights());
    // What it had read is counted from what is there.
    expect(receipt).toMatchObject({
      nightId: id,
      outcome: 'failed',
      read: { sessions: 4, newSessions: 4, turns: 12, memoryFiles: 1 },
      because: expect.stringContaining('0 of 4 sessions are noticed and kept'),
    });
    expect(receipt?.read.memoryLines).toBeGreaterThan(0);
    expect(await engine.dream(plainNight, {})).toMatchObject({ ok: true });
  });

  it('are left alone while another process is at them', async () => {
    const place = tempHome();
    const engine = await openWhole(place);
    cutOff(place, 'a dream', process.ppid);
    expect(valueOf(await engine.settleLostNights())).toEqual([]);
    expect(await engine.dream(plainNight, {})).toMatchObject({ error: { kind: 'store-busy' } });
  });
});

it('asks why a change is proposed, also by the beginning of its id', async () => {
  const engine = await dreamt();
  const [item] = valueOf(await engine.reviewList());
  const why = valueOf(await engine.whyChange(item?.change.id.slice(0, 12) ?? ''));
  expect(why).toMatchObject({ reason: item?.change.why, evidence: item?.change.after?.evidence });
  expect(why?.gates.length).toBeGreaterThan(0);
  expect(await engine.whyChange('chg_none')).toMatchObject({ error: { kind: 'not-found' } });
});
