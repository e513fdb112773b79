import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionSignals, Theme } from '../../../shared/dream.ts';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import type { AgentKind, Turn } from '../../../shared/transcript.ts';
import { noticeSession } from '../light/light.ts';
import { madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { connect } from './rem.ts';
import { countWordings } from './wording.ts';

const dayMs = 86_400_000;
const firstMs = Date.UTC(2026, 0, 1, 9);

interface Day {
  readonly day: number;
  readonly agent?: AgentKind;
  readonly project?: string | null;
  readonly name?: string;
}

type Ran = readonly [command: string, outcome: 'ok' | 'failed', output?: string];

let made = 0;

/** What Light makes of a session in which the person says these things and the agent runs these commands. */
function session(when: Day, said: readonly string[], ran: readonly Ran[] = []): SessionSignals {
  const { day, agent = 'claude-code', project = 'shop', name = `s${++made}` } = when;
  const atMs = epochMs(firstMs + day * dayMs);
  const turns: Turn[] = [];
  const add = (more: Partial<Turn>): void =>
    void turns.push(madeUpTurn(`${name}-${turns.length}`, turns.length, { atMs, ...more }));
  for (const text of said) add({ text });
  for (const [command, outcome, output = ''] of ran) {
    const use = { callId: `c${turns.length}`, tool: 'shell', name: 'Bash', command, target: null } as const;
    add({ kind: 'call', origin: 'agent', text: command, use });
    add({ kind: 'result', origin: 'tool', text: output, use, outcome, exitCode: outcome === 'ok' ? 0 : 1 });
  }
  const head = { id: sessionId(agent, name), agent, nativeId: name, project };
  return noticeSession(madeUpTranscript(name, [], head).head, turns);
}

const about = (themes: readonly Theme[], term: string): readonly Theme[] =>
  themes.filter((theme) => theme.terms.includes(term));
const standing = (themes: readonly Theme[]): readonly Theme[] =>
  themes.filter((theme) => theme.closedBy === null);

describe('what is said of one thing', () => {
  it('joins, however it is worded', () => {
    const themes = connect([
      session({ day: 0 }, ['Always use pnpm, never npm.']),
      session({ day: 2 }, ['Please use pnpm instead of npm for installs.']),
      session({ day: 4 }, ['use pnpm for installs, not npm']),
    ]);
    const [theme, ...more] = about(themes, 'pnpm');
    expect(more).toEqual([]);
    expect(theme).toMatchObject({
      sessions: 3,
      days: 3,
      negated: ['npm'],
      scope: 'project:shop',
      taint: 'person',
    });
    expect(theme?.wordings).toBeGreaterThan(1);
    expect(theme?.firstAtMs).toBe(firstMs);
    expect(theme?.lastAtMs).toBe(firstMs + 4 * dayMs);
  });

  it('counts requests that speak of it, lends them no word, and makes no rule of requests alone', () => {
    const asked = ['Show the lamp prices in euros.', 'Show the prices of lamps in euros.'];
    const days = asked.map((text, at) => session({ day: 2 + at }, [text]));
    const [theme, ...more] = about(
      connect([
        session({ day: 0 }, ['Lamp prices are always in euros.']),
        session({ day: 1 }, ['The lamp prices must be in euros, not in dollars.']),
        ...days,
      ]),
      'lamp',
    );
    expect(more).toEqual([]);
    expect(theme?.sessions).toBe(4);
    expect(asked).not.toContain(theme?.text);
    expect(connect(days)).toEqual([]);
  });

  it('stays apart where names differ', () => {
    const themes = connect([
      session({ day: 0 }, ['The shop is deployed to Railway.']),
      session({ day: 1 }, ['Mails go out through Postmark.']),
    ]);
    expect(about(themes, 'railway')).toHaveLength(1);
    expect(about(themes, 'postmark')).toHaveLength(1);
    expect(about(themes, 'railway')[0]?.terms).not.toContain('postmark');
  });

  it('stays apart where the subject differs and only the number is shared', () => {
    const themes = connect([
      session({ day: 0 }, ['A batch label is exactly 10 letters.']),
      session({ day: 1 }, ['Passwords must have 10 signs.']),
    ]);
    expect(about(themes, '10')).toHaveLength(2);
  });

  it('keeps a number that took another one’s place apart from what only shares a word with it', () => {
    const themes = connect([
      session({ day: 0 }, ['Parking costs 9 francs a visitor now, no longer 7 francs.']),
      session({ day: 1 }, ['Visitors, please, not patients.']),
      session({ day: 2 }, ['We say visitors, not patients, in every letter.']),
    ]);
    expect(about(themes, 'franc')).toHaveLength(1);
    expect(about(themes, 'franc')[0]?.terms).not.toContain('patient');
  });

  it('has each quote once, oldest first, with its place', () => {
    const rule = 'Always use pnpm, never npm.';
    const [theme] = about(
      connect([session({ day: 3, name: 'b' }, [rule]), session({ day: 0, name: 'a' }, [rule, rule])]),
      'pnpm',
    );
    expect(theme?.evidence.map((e) => [e.session, e.turn, e.quote])).toEqual([
      ['a', 0, rule],
      ['a', 1, rule],
      ['b', 0, rule],
    ]);
    expect(theme?.signalIds).toHaveLength(3);
  });
});

describe('where a theme holds', () => {
  const rule = 'Always use pnpm, never npm.';
  const scopeOf = (...days: readonly Day[]): string | undefined =>
    about(connect(days.map((day) => session(day, [rule]))), 'pnpm')[0]?.scope;

  it.each<readonly [string, readonly Day[], string]>([
    ['one project', [{ day: 0 }, { day: 1 }], 'project:shop'],
    ['one project, two agents', [{ day: 0 }, { day: 1, agent: 'codex' }], 'project:shop'],
    ['two projects', [{ day: 0 }, { day: 1, project: 'blog' }], 'global'],
    ['one assistant’s workspace', [{ day: 0, agent: 'openclaw', project: null }], 'agent:openclaw'],
    [
      'two workspaces',
      [
        { day: 0, agent: 'openclaw', project: null },
        { day: 1, agent: 'codex', project: null },
      ],
      'global',
    ],
    ['a project and a workspace', [{ day: 0 }, { day: 1, agent: 'openclaw', project: null }], 'global'],
  ])('%s', (_, days, scope) => {
    expect(scopeOf(...days)).toBe(scope);
  });
});

const days = (text: string, ...on: readonly number[]): readonly SessionSignals[] =>
  on.map((day) => session({ day }, [text]));

describe('what changed', () => {
  it('closes what held before', () => {
    const themes = connect([
      ...days('Our shop is deployed to Heroku.', 0, 1, 2),
      ...days('We moved the shop from Heroku to Railway.', 10, 11),
    ]);
    const [now] = standing(about(themes, 'railway'));
    expect(now?.closesValues).toEqual(['heroku']);
    expect(now?.announcesChange).toBe(true);
    const before = about(themes, 'heroku').find((theme) => theme.closedBy !== null);
    expect(before?.closedBy).toBe(now?.text);
    expect(before?.evidence.every((e) => e.quote.includes('deploy'))).toBe(true);
  });

  it('and changed back holds again', () => {
    const themes = connect([
      ...days('Our shop is deployed to Heroku.', 0, 1, 2),
      ...days('We moved the shop from Heroku to Railway.', 10, 11),
      ...days('We moved the shop back from Railway to Heroku.', 20, 21),
    ]);
    const [now, ...others] = standing(
      themes.filter((t) => t.terms.includes('heroku') || t.terms.includes('railway')),
    );
    expect(others).toEqual([]);
    expect(now?.closesValues).toEqual(['railway']);
    expect(now?.terms).toContain('heroku');
    expect(now?.lastAtMs).toBe(firstMs + 21 * dayMs);
  });

  it('is the newer one, also where the first word of it names both and turns nothing down', () => {
    const themes = connect([
      ...days('Um die Bücher kümmert sich Frau Lohmann.', 0, 1),
      ...days('Frau Lohmann hört auf, die Bücher macht ab jetzt das Büro Tiede.', 9),
      ...days('Die Bücher macht das Büro Tiede, nicht mehr Frau Lohmann.', 12, 15),
    ]);
    const [now] = standing(about(themes, 'tied'));
    expect(now?.sessions).toBe(3);
    expect(about(themes, 'lohmann').every((theme) => theme === now || theme.closedBy !== null)).toBe(true);
  });

  it('goes by when it was said, not by when it was read', () => {
    const old = days('Tests run on Node 18.', 0, 1);
    const young = days('Tests run on Node 24 now.', 9, 10);
    const [first] = standing(about(connect([...young, ...old]), 'test'));
    expect(first?.values.map((value) => value.word)).toContain('24');
    expect(first?.closesValues).toEqual(['18']);
  });

  it('is nothing where somebody only turns down by turns what they want', () => {
    const themes = connect([
      ...days('Use spaces, not tabs.', 0, 4, 8),
      ...days('No tabs without a reason, tabs are for makefiles.', 2, 6),
    ]);
    expect(themes.filter((theme) => theme.closedBy !== null)).toEqual([]);
  });
});

describe('habits', () => {
  const broken = 'Error: Cannot find module ./generated/client';
  const mend: readonly Ran[] = [
    ['npm test', 'failed', broken],
    ['npm run generate', 'ok'],
    ['npm test', 'ok'],
  ];

  it('a failure that the same step mended on two days is one theme', () => {
    const themes = connect([session({ day: 0 }, [], mend), session({ day: 3 }, [], mend)]);
    expect(themes.filter((theme) => theme.kind === 'error-fix')).toEqual([
      expect.objectContaining({
        sessions: 2,
        taint: 'tool',
        text: expect.stringContaining('npm run generate'),
      }),
    ]);
  });

  it('a step that mended nothing as often is none', () => {
    const failedMend: readonly Ran[] = [
      ['npm test', 'failed', broken],
      ['npm run generate', 'ok'],
      ['npm test', 'failed', broken],
    ];
    const themes = connect([session({ day: 0 }, [], mend), session({ day: 3 }, [], failedMend)]);
    expect(themes.filter((theme) => theme.kind === 'error-fix')).toEqual([]);
  });

  it('a chance step beside the real one is left out of the mend', () => {
    const withChance: readonly Ran[] = [mend[0] as Ran, ['touch x.txt', 'ok'], ...mend.slice(1)];
    const themes = connect([
      session({ day: 0 }, [], mend),
      session({ day: 2 }, [], withChance),
      session({ day: 3 }, [], mend),
    ]);
    const [theme] = themes.filter((one) => one.kind === 'error-fix');
    expect(theme?.sessions).toBe(3);
    expect(theme?.text).not.toContain('touch');
  });

  it('a task done by nearly the same steps is one way of working, worded as it usually goes', () => {
    const release: readonly Ran[] = [
      ['npm run build', 'ok'],
      ['npm version minor', 'ok'],
      ['npm publish', 'ok'],
    ];
    const themes = connect([
      session({ day: 0 }, ['Release a new version.'], release),
      session({ day: 5 }, ['Please release a version of it.'], release),
      session({ day: 9 }, ['Release the next version.'], [...release, ['npm run announce', 'ok']]),
    ]);
    const [theme, ...more] = themes.filter((one) => one.kind === 'workflow');
    expect(more).toEqual([]);
    expect(theme).toMatchObject({ sessions: 3, scope: 'project:shop' });
    expect(theme?.text).not.toContain('announce');
  });

  it('a step that the request names itself is no way of working', () => {
    const asked = ['Commit it.', 'Now commit it, please.', 'Please commit.'];
    const days = (step: string): readonly SessionSignals[] =>
      asked.map((text, at) => session({ day: 3 * at }, [text], [[step, 'ok']]));
    const workflows = (step: string): number =>
      connect(days(step)).filter((theme) => theme.kind === 'workflow').length;
    expect(workflows('git add -A && git commit -m "now"')).toBe(0);
    expect(workflows('git fetch && git rebase origin/main')).toBeGreaterThan(0);
  });
});

describe('wordings', () => {
  it.each<readonly [readonly string[], number]>([
    [[], 0],
    [['Use pnpm.', 'Use pnpm.', 'use pnpm'], 1],
    [['Use the second variant for a.ts', 'Use the second variant for src/b.ts'], 1],
    [['Close ticket 12 today', 'Close ticket 913 today'], 1],
    [['Never use npm here', 'The package manager is pnpm', 'Installs go through pnpm, always'], 3],
    [['不要用npm', '包管理器是pnpm'], 2],
    // one odd sentence beside a phrase makes no second way of saying it
    [[...Array.from({ length: 9 }, () => 'wait, let me look again'), 'Pages are looked at twice'], 1],
    [['Maman stays Maman', 'give her Maman back', 'Maman, all through', 'we leave maman', 'Maman!'], 5],
  ])('of %j are %d', (texts, count) => {
    expect(countWordings(texts)).toBe(count);
    expect(countWordings(texts.toReversed())).toBe(count);
  });
});

describe('a new name in an old sentence', () => {
  const before = [
    session({ day: 0 }, ['Counsel in Okafor is Ms Adeyemi.']),
    session({ day: 3 }, ['Ms Adeyemi is our counsel in Okafor.']),
  ];

  it('that is said to be new closes the old one', () => {
    const themes = connect([...before, session({ day: 9 }, ['Counsel in Okafor is Mr Penhaligon now.'])]);
    const [theme, ...more] = standing(about(themes, 'okafor'));
    expect(more).toEqual([]);
    expect(theme).toMatchObject({ text: 'Counsel in Okafor is Mr Penhaligon now.' });
    expect(theme?.closesValues).toContain('adeyemi');
    expect(about(themes, 'adeyemi').every((one) => one.closedBy === theme?.text)).toBe(true);
  });

  it('that nobody says to be new is another thing, and so is one said before', () => {
    const other = connect([...before, session({ day: 9 }, ['Counsel in Marsh is Mr Penhaligon.'])]);
    expect(standing(about(other, 'adeyemi'))).toHaveLength(1);
    const earlier = connect([session({ day: -9 }, ['Counsel in Okafor is Mr Penhaligon now.']), ...before]);
    expect(standing(about(earlier, 'adeyemi')).length).toBeGreaterThan(0);
  });
});

describe('a new name that is announced twice', () => {
  it('is one change, however it is worded', () => {
    const themes = connect([
      session({ day: 0 }, ['The nightly builds and their tests run on Dahu now.']),
      session({ day: 3 }, ['long training jobs start on dahu from now on']),
    ]);
    expect(standing(about(themes, 'dahu'))).toHaveLength(1);
  });
});

describe('where a thing holds', () => {
  it('is not widened by one saying elsewhere that hardly names it', () => {
    const themes = connect([
      session({ day: 0, project: 'lessons' }, ['A quiz has five questions.']),
      session({ day: 2, project: 'lessons' }, ['Every quiz has five questions, always.']),
      session({ day: 4, project: 'lessons' }, ['Keep each quiz at five questions.']),
      session({ day: 6, project: 'game' }, ['That should always say five.']),
    ]);
    expect(about(themes, 'quiz')[0]?.scope).toBe('project:lessons');
  });
});

describe('any history', () => {
  const sayings = [
    'Always use pnpm, never npm.',
    'Please use pnpm instead of npm for installs.',
    'Our shop is deployed to Heroku.',
    'We moved the shop from Heroku to Railway.',
    'Tests run on Node 18.',
    'Tests run on Node 24 now.',
    'The release is on Thursday.',
    'The release is on Friday from now on.',
    '以后请用pnpm，不要用npm。',
    'Remember: the report goes to Kim, no longer to Lee.',
    'A batch label is exactly 14 letters.',
    'I put the header back by hand again.',
  ];
  const anySession = fc.record({
    day: fc.nat({ max: 30 }),
    agent: fc.constantFrom<AgentKind>('claude-code', 'codex', 'openclaw'),
    project: fc.constantFrom('shop', 'blog', null),
    said: fc.uniqueArray(fc.constantFrom(...sayings), { minLength: 1, maxLength: 3 }),
  });
  const anyHistory = fc
    .array(anySession, { minLength: 1, maxLength: 12 })
    .map((all) => all.map(({ said, ...day }, i) => session({ ...day, name: `h${i}` }, said)));

  it('gives the same themes for any order of its sessions', () => {
    const shuffled = anyHistory.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(JSON.stringify(connect(other))).toBe(JSON.stringify(connect(one)));
      }),
      { numRuns: 80 },
    );
  });

  it('gives themes that stand on its signals, and loses none of them', () => {
    fc.assert(
      fc.property(anyHistory, (sessions) => {
        const themes = connect(sessions);
        const signals = sessions.flatMap((s) => s.signals.filter((one) => one.terms.length > 0));
        const used = themes.flatMap((theme) => theme.signalIds).sort();
        expect(used).toEqual(signals.map((s) => s.id).sort());
        for (const theme of themes) {
          expect(theme.evidence.length).toBeGreaterThan(0);
          expect(signals.map((s) => s.text)).toContain(theme.text);
          const keys = theme.evidence.map((e) => `${e.session}|${e.turn}|${e.quote}`);
          expect(new Set(keys).size).toBe(keys.length);
          expect(theme.sessions).toBeGreaterThanOrEqual(1);
          expect(theme.sessions).toBeLessThanOrEqual(theme.evidence.length);
        }
        expect(new Set(themes.map((theme) => theme.id)).size).toBe(themes.length);
      }),
      { numRuns: 80 },
    );
  });
});
