import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../shared/decisions.ts';
import type { ForgetTarget } from '../../../shared/forgetting.ts';
import { ok } from '../../../shared/result.ts';
import { certificate, entry, nowMs, onlyJson, reviewItem, runScripted } from '../testing/scripted-engine.ts';

describe('review', () => {
  const asked = async (...typed: readonly string[]): Promise<Ruling | null> => {
    let ruling: Ruling | null = null;
    const ran = await runScripted(['review', ...typed], {
      engine: {
        reviewRule: async (_, given) => {
          ruling = given;
          return ok([reviewItem()]);
        },
      },
    });
    expect(ran.status).toBe(0);
    return ruling;
  };

  it('hands on what was said, and leaves out what was not', async () => {
    expect(await asked('reject', 'x', '--reason', 'Outdated')).toEqual({
      kind: 'rejected',
      reason: 'outdated',
    });
    expect(await asked('edit', 'x', '--text', 'Mine.')).toEqual({ kind: 'edited', text: 'Mine.' });
    expect(await asked('snooze', 'x')).toEqual({ kind: 'snoozed' });
    expect(await asked('snooze', 'x', '--until', '2026-12-01T00:00:00Z')).toEqual({
      kind: 'snoozed',
      untilMs: Date.UTC(2026, 11, 1),
    });
    expect(await asked('duplicate', 'x', '--of', 'mem_1')).toEqual({ kind: 'duplicate', of: 'mem_1' });
  });

  it('lists what went by itself, and brings one back by the beginning of its id', async () => {
    const { id } = reviewItem().change;
    const asked: string[] = [];
    const engine = {
      reviewExpired: async () => ok([reviewItem()]),
      reviewBringBack: async (given: string) => {
        asked.push(given);
        return ok([]);
      },
    };
    expect((await runScripted(['review', 'expired'], { engine })).out).toContain(id);
    const { out } = await runScripted(['review', 'bring-back', id.slice(4, 9)], { engine });
    expect([asked, out.includes('It waits again')]).toEqual([[id], true]);
  });

  it('shows the dream’s words beside the person’s, and what was decided', async () => {
    const decision = {
      changeId: reviewItem().change.id,
      kind: 'snoozed',
      atMs: nowMs,
      by: 'you',
      untilMs: nowMs,
    } as const;
    const item = reviewItem({ dreamText: 'The dream’s.', state: 'snoozed', decision });
    const engine = { reviewShow: async () => ok(item) };
    const { out } = await runScripted(['review', 'show', 'x'], { engine });
    expect(out).toContain('The dream’s.');
    expect(out).toContain('snoozed (until 20 Nov 2026');
    const json = onlyJson(await runScripted(['review', 'show', 'x', '--json'], { engine }));
    expect(json).toMatchObject({ change: { dreamText: 'The dream’s.', decision: { kind: 'snoozed' } } });
  });
});

describe('memory', () => {
  it('as of a day means its end, as of anything else a session', async () => {
    const asked: unknown[] = [];
    const engine = {
      memoryAsOf: async (moment: unknown) => {
        asked.push(moment);
        return ok({ version: 2, atMs: nowMs, nightId: null, entries: [entry()] } as never);
      },
    };
    for (const typed of ['2026-11-20', '2026-11-20T03:00:00Z', '0f3a-session'])
      await runScripted(['memory', 'as-of', typed], { engine });
    expect(asked).toEqual([
      { atMs: new Date(2026, 10, 21).getTime() - 1 },
      { atMs: Date.UTC(2026, 10, 20, 3) },
      { session: '0f3a-session' },
    ]);
  });

  it('shows a pin, the dream’s words and lost proofs beside an entry', async () => {
    const { out } = await runScripted(['memory', 'show', 'x']);
    for (const part of ['Pinned', 'The dream’s own words.', '2 proofs forgotten'])
      expect(out).toContain(part);
  });
});

describe('forget', () => {
  const word = ['forget', '--word', 'zebra'];
  const watched = (targets: ForgetTarget[]) => ({
    forget: async (target: ForgetTarget) => {
      targets.push(target);
      return ok(certificate());
    },
  });

  it('shows what it would take along and asks; anything but yes leaves everything', async () => {
    for (const [typed, done] of [
      ['yes', 1],
      ['Y', 1],
      ['', 0],
      ['no', 0],
      ['yeah', 0],
    ] as const) {
      const targets: ForgetTarget[] = [];
      const ran = await runScripted(word, { typed, terminal: true, engine: watched(targets) });
      expect(targets).toHaveLength(done);
      expect(ran.errors).toContain('12 turns with words blanked');
      expect(ran.errors).toContain('longer words: planning');
      expect(ran.out).toContain(done === 1 ? 'Certificate 3' : 'Nothing was forgotten');
    }
  });

  it('does nothing where nobody can be asked, but for --yes', async () => {
    const targets: ForgetTarget[] = [];
    const ran = await runScripted(word, { engine: watched(targets) });
    expect(ran).toMatchObject({ status: 1 });
    expect(ran.errors).toContain('--yes');
    const asJson = await runScripted([...word, '--json'], {
      typed: 'yes',
      terminal: true,
      engine: watched(targets),
    });
    expect(onlyJson(asJson)).toMatchObject({ error: { kind: 'wrong-input' } });
    expect(targets).toEqual([]);
    expect((await runScripted([...word, '--yes'], { engine: watched(targets) })).status).toBe(0);
    expect(targets).toEqual([{ kind: 'word', text: 'zebra' }]);
  });

  it('says where it still stands, with status 1', async () => {
    const scan = { files: 1, bytes: 1, texts: 1, hits: 2, where: ['slowwave.db'] };
    const ran = await runScripted([...word, '--yes'], {
      engine: { forget: async () => ok(certificate({ scan })) },
    });
    expect(ran.status).toBe(1);
    expect(ran.out).toContain('still in slowwave.db');
  });

  it('takes a path from where the person stands, and an agent by its name', async () => {
    const targets: ForgetTarget[] = [];
    for (const place of ['./notes', 'codex', '~/x', '/abs'])
      await runScripted(['forget', '--source', place, '--yes'], { engine: watched(targets), cwd: '/here' });
    expect(targets.map((target) => ('place' in target ? target.place : ''))).toEqual([
      path.resolve('/here/notes'),
      'codex',
      '~/x',
      '/abs',
    ]);
  });
});

describe('backup and restore', () => {
  it('resolve the file against where the person stands', async () => {
    const asked: unknown[] = [];
    const engine = {
      backup: async (...given: readonly unknown[]) => {
        asked.push(given);
        return { ok: false, error: { kind: 'not-found', happened: 'x', safe: 'y', todo: 'z' } } as const;
      },
    };
    expect((await runScripted(['backup', 'all.tar.zst', '--replace'], { engine, cwd: '/here' })).status).toBe(
      1,
    );
    expect(asked).toEqual([[path.resolve('/here/all.tar.zst'), { replace: true }]]);
  });
});

describe('deleting everything', () => {
  it('is said twice: first what would go, then the words', async () => {
    const confirmed: string[] = [];
    const engine = {
      deleteAll: async (words: string) => {
        confirmed.push(words);
        return ok({ folder: '/data', files: 3, bytes: 2_000_000, keys: 1, left: [] });
      },
    };
    const first = await runScripted(['delete-all'], { engine });
    expect(first.status).toBe(1);
    expect(first.out).toContain('slowwave delete-all --confirm "delete everything"');
    expect(confirmed).toEqual([]);
    const second = await runScripted(['delete-all', '--confirm', 'delete everything'], { engine });
    expect(second.out).toContain('Deleted 3 files');
    expect(confirmed).toEqual(['delete everything']);
  });
});
