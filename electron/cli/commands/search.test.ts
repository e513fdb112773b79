import { describe, expect, it } from 'vitest';
import type { SearchOptions } from '../../../shared/search.ts';
import { ok } from '../../../shared/result.ts';
import { entry, onlyJson, runScripted, searchAnswer } from '../testing/scripted-engine.ts';

describe('search', () => {
  it('shows what is remembered and what was said, with the place of each', async () => {
    const { out } = await runScripted(['search', 'pnpm']);
    expect(out).toContain('In memory: 1 entry');
    expect(out).toContain(
      'Use pnpm for installs, never npm. · project:shop · since 18 Nov 2026 · mem_0000000000000001',
    );
    expect(out).toContain('claude-code · shop · 18 Nov 2026 · 0f3a-session:12');
    expect(out).toContain('agent  I ran npm install.…');
    expect(out).toContain('person no, we moved to pnpm last week');
  });

  it('shows the words bright where there are colours', async () => {
    const { out } = await runScripted(['search', 'pnpm'], { terminal: true, env: { TERM: 'xterm' } });
    expect(out).toContain('\u001b[33mpnpm\u001b[39m');
  });

  it('hands on every option', async () => {
    let asked: readonly [string, SearchOptions] | null = null;
    await runScripted(
      [
        'search',
        'a',
        'b',
        '--limit',
        '3',
        '--agent',
        'codex',
        '--project',
        'shop',
        '--since',
        '2026-11-01T00:00:00Z',
      ],
      {
        engine: {
          search: async (query, options) => {
            asked = [query, options];
            return ok(searchAnswer());
          },
        },
      },
    );
    expect(asked).toEqual([
      'a b',
      { limit: 3, agent: 'codex', project: 'shop', sinceMs: Date.UTC(2026, 10, 1) },
    ]);
  });

  it('says what was true, until when and why no longer', async () => {
    const old = entry({
      status: 'closed',
      closedBecause: 'We moved to pnpm.',
      validity: {
        trueFromMs: null,
        trueUntilMs: Date.UTC(2026, 10, 18, 12) as never,
        knownFromMs: 0 as never,
        retiredAtMs: null,
      },
    });
    const [found] = searchAnswer().memory;
    const memory = found === undefined ? [] : [{ ...found, entry: old, wasTrue: true }];
    const { out } = await runScripted(['search', 'pnpm'], {
      engine: { search: async () => ok(searchAnswer({ memory, passages: [] })) },
    });
    expect(out).toContain('was true until 18 Nov 2026');
    expect(out).toContain('closed: We moved to pnpm.');
  });

  it('says so where nothing was found, and where there is nothing to look for', async () => {
    const nothing = { memory: [], passages: [] };
    const none = await runScripted(['search', 'x'], {
      engine: { search: async () => ok(searchAnswer(nothing)) },
    });
    expect(none).toMatchObject({ status: 0 });
    expect(none.out).toContain('Nothing speaks of “x”.');
    const signs = await runScripted(['search', '???'], {
      engine: { search: async () => ok(searchAnswer({ ...nothing, terms: [] })) },
    });
    expect(signs.out).toContain('no word to look for');
  });

  it('does not let transcripts move the cursor', async () => {
    const [passage] = searchAnswer().passages;
    const [turn] = passage?.turns ?? [];
    if (passage === undefined || turn === undefined) throw new Error('the script has a passage');
    const excerpt = {
      text: 'a\u001b[2Jb\nc',
      marks: [{ start: 5, end: 6 }],
      isCutBefore: false,
      isCutAfter: false,
    };
    const passages = [{ ...passage, turns: [{ ...turn, excerpt }] }];
    const { out } = await runScripted(['search', 'b'], {
      engine: { search: async () => ok(searchAnswer({ passages })) },
    });
    expect(out).not.toContain('\u001b');
    expect(out).toContain('a⟨U+001B⟩[2Jb c');
  });

  it('gives programs the session, the turn, the time and the words to the letter', async () => {
    const ran = await runScripted(['search', 'pnpm', '--json']);
    expect(onlyJson(ran)).toMatchObject({
      search: {
        query: 'pnpm',
        memory: [{ id: 'mem_0000000000000001', wasTrue: false }],
        passages: [
          {
            session: '0f3a-session',
            turn: 12,
            at: '2026-11-18T12:30:00.000Z',
            agent: 'claude-code',
            turns: [
              { turn: 11 },
              { turn: 12, answers: true, excerpt: { text: 'no, we moved to pnpm last week' } },
            ],
          },
        ],
      },
    });
  });
});
