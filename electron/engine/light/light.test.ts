import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlySupports, type SessionSignals, type Signal } from '../../../shared/dream.ts';
import type { Origin } from '../../../shared/origin.ts';
import type { SessionHead, ToolUse, Turn } from '../../../shared/transcript.ts';
import { madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { noticeSession } from './light.ts';

type Draft = Partial<Turn> & { readonly text: string };

const person = (text: string): Draft => ({ text, origin: 'person' });
const agent = (text: string): Draft => ({ text, origin: 'agent' });
/** A message of several origins, in order. */
const mixed = (...parts: readonly (readonly [Origin, string])[]): Draft => {
  let at = 0;
  const spans = parts.map(([origin, text]) => ({ origin, start: at, end: (at += text.length) }));
  return { text: parts.map(([, text]) => text).join(''), spans, origin: 'injected' };
};

let calls = 0;
/** A command and what became of it. */
function ran(
  command: string,
  outcome: Turn['outcome'],
  output = '',
  tool: ToolUse['tool'] = 'shell',
): readonly Draft[] {
  const callId = `call-${++calls}`;
  const use: ToolUse = { callId, tool, name: tool, command: tool === 'shell' ? command : null, target: null };
  return [
    { kind: 'call', origin: 'agent', text: command, use },
    {
      kind: 'result',
      origin: 'tool',
      text: output,
      use,
      outcome,
      exitCode: outcome === 'ok' ? 0 : outcome === 'failed' ? 1 : null,
    },
  ];
}
const edited = (): readonly Draft[] => ran('src/x.ts', 'ok', 'done', 'edit');

const turnsOf = (drafts: readonly Draft[]): readonly Turn[] =>
  drafts.map((draft, ordinal) => madeUpTurn(`turn-${ordinal}`, ordinal, draft));

const notice = (drafts: readonly Draft[], head: Partial<SessionHead> = {}): SessionSignals =>
  noticeSession(madeUpTranscript('s', [], head).head, turnsOf(drafts));

const texts = (seen: SessionSignals): readonly string[] => seen.signals.map((signal) => signal.text);

function only(seen: SessionSignals): Signal {
  const [signal, ...more] = seen.signals;
  if (!signal || more.length) throw new Error(`one signal is expected, not ${texts(seen).join(' | ')}`);
  return signal;
}

describe('what a person says', () => {
  it.each([
    'From now on, whenever a crate is swapped, you should always... sorry, phone.',
    'We must always stack the, uh, hang on, doorbell.',
    'De ahora en adelante cada etiqueta tiene que',
    'Отныне каждая этикетка должна',
    '以后每个标签都要',
  ])('is no rule where it was broken off: %s', (text) => {
    expect(notice([person(text)]).signals.filter((s) => !onlySupports(s))).toEqual([]);
  });

  it.each([
    ['Minutes are kept in the present tense, ok?', 'Minutes are kept in the present tense.'],
    [
      'Ninguém manda fatura sem a minha conferência, combinado?',
      'Ninguém manda fatura sem a minha conferência.',
    ],
    ['Every kiln is checked by two people, who signed here?', 'Every kiln is checked by two people.'],
    ['Could you always give the source?', 'Could you always give the source?'],
    ['件名には毎回、文書番号を入れてもらえますか。', '件名には毎回、文書番号を入れてもらえますか。'],
  ])('may end in a question mark and ask nothing: %s', (said, entry) => {
    expect(texts(notice([person(said)]))).toEqual([entry]);
  });

  it.each([
    'Is it normal to always give the source?',
    'Do we always squash, ok?',
    'Should we always squash?',
  ])('is no rule where it asks: %s', (text) => {
    expect(notice([person(text)]).signals).toEqual([]);
  });

  it('is a rule also where a word of talk stands in it by chance', () => {
    const said = [
      'Commit messages start with the ticket, like BKG-212.',
      'We have no consent for photos of the kids, we’ve been over this.',
      'I need to see the plan before anything is applied.',
      'From this month on we book the vans through Fleetly.',
      'अनुमान हमेशा घंटों में दो, दिनों में नहीं।',
    ];
    for (const text of said) expect(only(notice([person(text)])).strength, text).toBeGreaterThan(0);
    const talk = [
      'Address the envelope to Tom, please.',
      'A customer says we must always use their colours.',
    ];
    for (const text of talk)
      expect(notice([person(text)]).signals.filter((s) => !onlySupports(s))).toEqual([]);
  });

  it('that asks for commands counts as asked, also in an envelope of the agent’s', () => {
    const asked = mixed(
      ['injected', '[Fri 2026-11-13 16:25 UTC] '],
      ['person', 'make the invoice for the court'],
    );
    const seen = notice([
      asked,
      ...ran('python invoice.py --newest', 'ok'),
      ...ran('weasyprint a.html a.pdf', 'ok'),
    ]);
    expect(only(seen)).toMatchObject({
      kind: 'workflow',
      task: expect.stringContaining('invoice for the court'),
    });
  });

  it.each([
    ['Sorry to go on about this, but invoices always go to Kim.', 'invoices always go to Kim.'],
    [
      'Perdona que insista, pero las facturas van siempre con IVA aparte.',
      'Las facturas van siempre con IVA aparte.',
    ],
    ['何度もすみませんが、図はいつもSVGで出してください。', '図はいつもSVGで出してください。'],
    ['Always indent the firmware with tabs, as I said before.', 'Always indent the firmware with tabs.'],
  ])('is kept without the talk around it: %#', (said, kept) => {
    const signal = only(notice([person(said)]));
    expect(signal.text).toBe(kept);
    expect(said).toContain(signal.quotes[0]?.text);
  });

  it.each([
    'I like tabs, but in this repository use four spaces.',
    'We use Postgres, but never in tests.',
    'Invoices go to Kim, never to Tom.',
  ])('is kept whole where both halves say something: %s', (said) => {
    expect(only(notice([person(said)])).text).toBe(said);
  });

  it('that puts a slip right is a correction', () => {
    const seen = notice([
      person('Please add the export button.'),
      agent('I ran npm install and added it.'),
      person('No, wrong. Always use pnpm here, never npm.'),
    ]);
    const signal = seen.signals.find((one) => one.terms.includes('pnpm'));
    expect(signal).toMatchObject({
      kind: 'correction',
      afterSlip: true,
      text: 'Always use pnpm here, never npm.',
      origin: 'person',
      language: 'en',
      negated: ['npm'],
    });
    expect(signal?.quotes).toEqual([{ ordinal: 2, text: 'Always use pnpm here, never npm.' }]);
    expect(signal?.strength).toBeGreaterThan(0.5);
  });

  it('before the agent did anything puts no slip right', () => {
    expect(only(notice([person('Always use pnpm, never npm.')]))).toMatchObject({
      kind: 'preference',
      afterSlip: false,
    });
  });

  it('of a change is a decision, and says so', () => {
    expect(only(notice([person('We moved from Heroku to Railway.')]))).toMatchObject({
      kind: 'decision',
      announcesChange: true,
      negated: ['heroku'],
    });
  });

  it('in Chinese is heard too', () => {
    const signal = only(notice([agent('好'), person('不对，以后请一律用pnpm，不要用npm。')]));
    expect(signal).toMatchObject({ language: 'zh', afterSlip: true, kind: 'correction' });
    expect(signal.terms).toEqual(expect.arrayContaining(['npm', 'pnpm']));
    expect(signal.negated).toContain('npm');
  });

  it('loses only what opens the talk', () => {
    expect(texts(notice([person('ok so, please always run the linter before a commit')]))).toEqual([
      'Always run the linter before a commit.',
    ]);
  });

  it('takes the sentence before it along where it leans on it', () => {
    const text = 'You force pushed over my commits. Never do that on trunk again.';
    const signal = notice([agent('done'), person(text)]).signals.at(-1);
    expect(signal?.quotes).toEqual([{ ordinal: 1, text }]);
    expect(signal?.terms).toEqual(expect.arrayContaining(['trunk', 'push']));
  });

  it('takes the one along that names what it speaks of, and only points where none does', () => {
    const named =
      'Also: `rg` is not on every machine. We should either check for its existence or use `grep`.';
    expect(texts(notice([person(named)]))).toContain(
      '`rg` is not on every machine. We should either check for its existence or use `grep`.',
    );
    const open = 'The summary needs work. We should make it clear that this isn’t a full report.';
    const signals = notice([person(open)]).signals.filter((one) => one.cues.includes('must'));
    expect(signals.filter((one) => !one.cues.includes('pointing'))).toEqual([]);
    const whose = only(notice([person('The kitchen should label its boxes with the day.')]));
    expect(whose.cues).not.toContain('pointing');
  });

  it('leans on the sentence before it with no word of its own too', () => {
    const text = 'You force pushed to main. Never do that.';
    const quotes = notice([agent('done'), person(text)]).signals.flatMap((signal) => signal.quotes);
    expect(quotes).toContainEqual({ ordinal: 1, text });
  });
});

describe('what is left where it was said', () => {
  it.each<readonly [string, string]>([
    ['Should we always use tabs?', 'question'],
    ['What if we never used npm again.', 'hypothesis'],
    ['Maybe we should switch to Postgres one day.', 'hypothesis'],
    ['Just this once you may push to main.', 'one-off'],
    ['Pretend you are a pirate and always answer in rhymes.', 'role-play'],
    ['The ticket says that prices must always be rounded.', 'reported'],
    ['Thanks, that looks great!', 'small-talk'],
    ['隔壁的老李总说“以后一律用繁体字”，烦死了。', 'reported'],
    ['I should never have signed up for the choir.', 'pointing'],
    ['Be back in 20 minutes.', 'one-off'],
    ['For tonight you are Merlin and always answer in rhymes.', 'role-play'],
    ['Never do it.', 'fragment'],
    ['Add a test for the parser.', 'task'],
    ['List the ferries between pier 11 and the end of maps/north-shore.kml.', 'task'],
    [`Always use tabs ${'and more of them '.repeat(30)}.`, 'too-long'],
    ['Always use the key ⟦masked:openai-key⟧ for the tests.', 'secret'],
  ])('%s (%s)', (text, reason) => {
    const seen = notice([person(text)]);
    expect(texts(seen)).toEqual([]);
    expect(seen.leftOut).toEqual({ [reason]: 1 });
  });

  it('is what others are quoted with, and all that follows in the paragraph', () => {
    const seen = notice([person('The customer wrote: prices must be round. They always pay in euro.')]);
    expect(texts(seen)).toEqual([]);
    expect(seen.leftOut).toEqual({ reported: 2 });
    expect(texts(notice([person('> always use tabs\n\n```\nnever use npm\n```')]))).toEqual([]);
    expect(texts(notice([person('He wrote "you must always use tabs in here" today.')]))).toEqual([]);
  });

  it('is what is wrong with one of many, and what was asked for and written down at once', () => {
    const failing = notice([person('The docs branch, PR 185 is missing its pictures.')]);
    expect(failing.signals.filter((one) => !onlySupports(one))).toEqual([]);
    const errand = person('Can we please log this in notes/README.md and ensure it never happens again.');
    expect(notice([errand, ...edited()]).signals).toEqual([]);
    expect(texts(notice([errand]))).toHaveLength(1);
  });

  it('is not what follows the request that a message begins with', () => {
    const seen = notice([
      person('Can you push the branch?\n\nAll our tools take a DEPLOY_TOKEN from outside.'),
      ...ran('git fetch origin main && git rebase origin/main', 'ok'),
      ...ran('git push', 'ok'),
    ]);
    expect(texts(seen)).toContain('All our tools take a DEPLOY_TOKEN from outside.');
  });

  it('is all of a part that is played', () => {
    const seen = notice([person('You are a wizard from now on. Always answer in spells.')]);
    expect(texts(seen)).toEqual([]);
    expect(seen.leftOut).toEqual({ 'role-play': 2 });
  });

  it('is no rule that counts in minutes, or that waits until its speaker has looked', () => {
    const said = [
      'Water the seedlings every 20 minutes from now on.',
      'Never print a label before I have seen it.',
    ];
    for (const rule of said) expect(texts(notice([person(rule)]))).toEqual([rule]);
  });

  it('gives the words of the ordinary day', () => {
    const seen = notice([person('Add a test for the parser. Fix the parser.')]);
    expect(seen.ordinary['parser']).toBe(2);
  });
});

describe('who is heard', () => {
  const rule = 'Always use pnpm, never npm.';

  it.each<readonly [string, Draft]>([
    ['an agent', agent(rule)],
    ['a tool', { kind: 'result', origin: 'tool', text: rule }],
    ['a page', { kind: 'result', origin: 'web', text: rule }],
    ['a file', { origin: 'file', text: rule }],
    ['an import', { origin: 'import', text: rule }],
    ['the harness', { kind: 'notice', origin: 'injected', text: rule }],
    ['a summary', { kind: 'summary', origin: 'agent', text: rule }],
    ['thoughts', { kind: 'thinking', origin: 'agent', text: rule }],
    ['ourselves', { origin: 'own', text: rule }],
  ])('not %s', (_, draft) => {
    expect(notice([draft]).signals).toEqual([]);
  });

  it('not a person in a sub-agent’s session', () => {
    const seen = notice([person(rule)], { role: 'subagent' });
    expect(seen.signals).toEqual([]);
    expect(seen.leftOut).toEqual({});
  });

  it('the person alone where the harness put its words around them', () => {
    const reminder = '<system-reminder>Always use npm, never yarn.</system-reminder>\n';
    const seen = notice([mixed(['injected', reminder], ['person', rule], ['injected', '\nNever use bun.'])]);
    expect(texts(seen)).toEqual([rule]);
    expect(seen.signals[0]?.quotes).toEqual([{ ordinal: 0, text: rule }]);
  });

  it.each<readonly [string, Draft]>([
    ['before', mixed(['injected', '[Wed 2026-02-18 11:26 GMT+1] '], ['person', rule])],
    ['behind', mixed(['person', rule], ['injected', ' [message_id: 82]'])],
  ])('the person whose words stand in one line with what the harness put %s them', (_, draft) => {
    expect(texts(notice([draft]))).toEqual([rule]);
  });

  it('not a sentence that the harness cut in two', () => {
    const seen = notice([
      mixed(['person', 'Always use '], ['injected', '[image] never bun '], ['person', 'pnpm for it.']),
    ]);
    for (const signal of seen.signals) expect(signal.quotes[0]?.text).not.toContain('bun');
  });
});

/** What is done unasked in a project is tested beside itself (routines.test.ts). */
const besidesRoutines = (seen: ReturnType<typeof notice>): ReturnType<typeof notice>['signals'] =>
  seen.signals.filter(({ cues }) => !cues.some((cue) => cue.startsWith('routine-')));

describe('a failure that a step mended', () => {
  const failure = 'Error: Cannot find module ./generated/client\n    at run (x.js:1:2)';

  it('is noticed with the step and the words that prove it', () => {
    const seen = notice([
      person('Run the tests.'),
      ...ran('cd app && npm test', 'failed', failure),
      ...ran('npm run generate', 'ok'),
      ...ran('npm test', 'ok', 'passed'),
    ]);
    const signal = seen.signals.find((one) => one.kind === 'error-fix');
    expect(signal).toMatchObject({
      text: 'When `npm test` fails with “Cannot find module ./generated/client”, run `npm run generate` first.',
      origin: 'tool',
      steps: ['npm test', 'npm run generate'],
      cues: [],
    });
    expect(signal?.quotes).toEqual([
      { ordinal: 1, text: 'npm test' },
      { ordinal: 2, text: 'Cannot find module ./generated/client' },
      { ordinal: 3, text: 'npm run generate' },
    ]);
  });

  it('is what the failure asked for, also where files were edited and the next failure is another', () => {
    const seen = notice([
      ...ran(
        'git add -A && git commit -m "x"',
        'failed',
        'The client is stale. Run this:\n  npm run generate\nMissing: client.ts',
      ),
      ...edited(),
      ...ran('npm run generate', 'ok'),
      ...ran('npm run format', 'ok'),
      ...ran('git add -A && git commit -m "x"', 'failed', "fatal: pathspec 'old.ts' did not match any files"),
    ]);
    expect(seen.signals.find((one) => one.kind === 'error-fix')).toMatchObject({
      text: 'When `git add -A && git commit -m "x"` fails with “Missing: client.ts”, run `npm run generate` first.',
      cues: [],
      strength: 0.6,
    });
  });

  it('is doubted where a file was edited between', () => {
    const [signal] = notice([
      ...ran('npm test', 'failed', failure),
      ...edited(),
      ...ran('npm run generate', 'ok'),
      ...ran('npm test', 'ok'),
    ]).signals;
    expect(signal?.cues).toEqual(['edited-between']);
    expect(signal?.strength).toBeLessThan(0.3);
  });

  it('is none where the step mended nothing, and that is kept', () => {
    const seen = notice([
      ...ran('npm test', 'failed', failure),
      ...ran('npm cache clean', 'ok'),
      ...ran('npm test', 'failed', failure),
    ]);
    expect(besidesRoutines(seen)).toEqual([]);
    expect(seen.failedFixes).toEqual([
      { error: 'cannot find module ./generated/client', step: 'npm cache clean' },
    ]);
  });

  it.each<readonly [string, readonly Draft[]]>([
    ['nothing was run between', [...ran('npm test', 'failed', failure), ...ran('npm test', 'ok')]],
    [
      'only a look was taken',
      [...ran('npm test', 'failed', failure), ...ran('cat x.ts | head', 'ok'), ...ran('npm test', 'ok')],
    ],
    [
      'the command was never run again',
      [...ran('npm test', 'failed', failure), ...ran('npm run generate', 'ok')],
    ],
    [
      'a person refused the step',
      [
        ...ran('npm test', 'failed', failure),
        ...ran('npm run generate', 'refused'),
        ...ran('npm test', 'ok'),
      ],
    ],
    [
      'the step failed',
      [...ran('npm test', 'failed', failure), ...ran('npm run generate', 'failed'), ...ran('npm test', 'ok')],
    ],
    [
      'it says nothing of what went wrong',
      [...ran('npm test', 'failed', ''), ...ran('npm run generate', 'ok'), ...ran('npm test', 'ok')],
    ],
    [
      'it holds a secret',
      [
        ...ran('npm test', 'failed', 'Error: ⟦masked:password⟧ is wrong'),
        ...ran('npm run generate', 'ok'),
        ...ran('npm test', 'ok'),
      ],
    ],
  ])('is none where %s', (_, drafts) => {
    expect(besidesRoutines(notice(drafts))).toEqual([]);
  });
});

describe('a way of working', () => {
  const release = [
    ...ran('npm run build', 'ok'),
    ...ran('npm version minor', 'ok'),
    ...ran('npm publish', 'ok'),
  ];

  it('is a request that a few commands met', () => {
    const signal = only(notice([person('Release a new version.'), ...release]));
    expect(signal).toMatchObject({
      kind: 'workflow',
      task: 'Release a new version',
      text: 'Release a new version: run `npm run build`, then `npm version minor`, then `npm publish`.',
      steps: ['npm run build', 'npm version minor', 'npm publish'],
      origin: 'tool',
    });
    expect(signal.quotes.map((quote) => quote.ordinal)).toEqual([1, 3, 5]);
  });

  it.each<readonly [string, readonly Draft[]]>([
    ['nobody asked', release],
    [
      'one step failed',
      [person('Release it to the shop.'), ...release, ...ran('npm run smoke', 'failed', 'no')],
    ],
    ['there was one step only', [person('Release it to the shop.'), ...ran('npm publish', 'ok')]],
    [
      'only looks were taken',
      [person('How is it going with the release?'), ...ran('git status', 'ok'), ...ran('ls', 'ok')],
    ],
    ['a sub-agent did it', []],
  ])('is none where %s', (_, drafts) => {
    expect(besidesRoutines(notice(drafts))).toEqual([]);
  });

  it('is no commit after edits: so any work ends', () => {
    const done = notice([
      person('Move the footer to the end of the page'),
      ...edited(),
      ...ran('git add a && git commit -m b', 'ok'),
    ]);
    expect(done.signals.filter(({ task }) => task !== null)).toEqual([]);
  });

  it('is none of a sub-agent’s', () => {
    expect(notice([person('Release a new version.'), ...release], { role: 'subagent' }).signals).toEqual([]);
  });
});

describe('noticing any session', () => {
  const saying = fc.constantFrom(
    'No, wrong. Always use pnpm, never npm.',
    '不对，以后请用pnpm。不要用npm',
    'You emptied the log again. Never do that on the server.',
    'From now on the report goes to Kim',
    'Ab jetzt immer pnpm, nie npm!',
    'I put the header back by hand again.',
    'Always use ⟦masked:password⟧ for it. Never tell.',
    'We moved from Heroku to\nRailway last week.',
    '- always lint\n- never push\n\n> quoted',
    'Release the site.',
    '\u0000 always \u0000 use it',
  );
  const anyText = fc.oneof(saying, fc.string({ unit: 'grapheme', maxLength: 60 }));
  const anyDrafts = fc.array(
    fc.oneof(
      anyText.map((text) => [person(text)]),
      anyText.map((text) => [agent(text)]),
      fc.tuple(anyText, anyText).map(([a, b]) => [mixed(['injected', a], ['person', b])]),
      fc
        .tuple(
          fc.constantFrom(
            'npm test',
            'cd x && npm test 2>&1 | tail -5',
            'npm run fix',
            'make',
            'A=1 make',
            'git status',
          ),
          fc.constantFrom<Turn['outcome']>('ok', 'failed', 'refused', 'unknown'),
          fc.constantFrom('Error: no such file a.txt', '', 'ERR! code 7\nfailed: it'),
        )
        .map(([command, outcome, output]) => ran(command, outcome, output)),
    ),
    { maxLength: 14 },
  );

  it('gives quotes that stand in their turns to the letter, and never a masked part', () => {
    fc.assert(
      fc.property(anyDrafts, (parts) => {
        const turns = turnsOf(parts.flat());
        const { signals } = noticeSession(madeUpTranscript('s', []).head, turns);
        for (const signal of signals) {
          expect(signal.quotes.length).toBeGreaterThan(0);
          for (const { ordinal, text } of signal.quotes) {
            const turn = turns[ordinal];
            expect(text.trim()).not.toBe('');
            expect(turn?.use?.command?.includes(text) === true || turn?.text.includes(text)).toBe(true);
            expect(text).not.toContain('⟦masked:');
          }
          expect(signal.text).not.toContain('⟦masked:');
          expect(signal.strength).toBeGreaterThanOrEqual(0);
          expect(signal.strength).toBeLessThanOrEqual(1);
          expect(signal.terms).toEqual([...new Set(signal.terms)].sort());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives what the person said, and only that, in statements', () => {
    fc.assert(
      fc.property(anyDrafts, (parts) => {
        const turns = turnsOf(parts.flat());
        for (const signal of noticeSession(madeUpTranscript('s', []).head, turns).signals) {
          if (signal.origin !== 'person') continue;
          for (const { ordinal, text } of signal.quotes) {
            const own = (turns[ordinal]?.spans ?? []).flatMap((span) =>
              span.origin === 'person' ? [turns[ordinal]?.text.slice(span.start, span.end) ?? ''] : [],
            );
            expect(own.some((words) => words.includes(text))).toBe(true);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same twice', () => {
    fc.assert(
      fc.property(anyDrafts, (parts) => {
        const turns = turnsOf(parts.flat());
        const { head } = madeUpTranscript('s', []);
        expect(JSON.stringify(noticeSession(head, turns))).toBe(JSON.stringify(noticeSession(head, turns)));
      }),
      { numRuns: 60 },
    );
  });
});
