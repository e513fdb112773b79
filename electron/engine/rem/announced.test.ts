import { describe, expect, it } from 'vitest';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import type { SessionSignals } from '../../../shared/dream.ts';
import { noticeSession } from '../light/light.ts';
import { madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { joinAnnounced } from './announced.ts';
import { formsOf, weighTerms, type Form } from './statement-forms.ts';

const dayMs = 86_400_000;

/** What is said on day 0, 1, 2 …, each in a session of its own. */
function sessionsOf(said: readonly string[]): readonly SessionSignals[] {
  return said.map((text, day) => {
    const name = `s${day}`;
    const head = { id: sessionId('claude-code', name), nativeId: name, project: 'shop' };
    const turn = madeUpTurn(name, 0, { text, atMs: epochMs(day * dayMs + 1) });
    return noticeSession(madeUpTranscript(name, [], head).head, [turn]);
  });
}

/** Each form in a group of its own, so that only what is announced joins them. */
function joined(said: readonly string[]): readonly (readonly Form[])[] {
  const sessions = sessionsOf(said);
  const forms = formsOf(sessions);
  return joinAnnounced(
    forms.map((form) => [form]),
    weighTerms(forms, sessions),
  );
}

describe('sentences that announce a change', () => {
  it.each<readonly [string, readonly string[]]>([
    [
      'a new name in the old sentence',
      ['Counsel in Okafor is Ms Adeyemi.', 'Counsel in Okafor is Mr Penhaligon now.'],
    ],
    [
      'one new name, twice',
      ['The nightly builds and their tests run on Dahu now.', 'long training jobs start on dahu from now on'],
    ],
  ])('are one subject: %s', (_, said) => {
    expect(joined(said)).toHaveLength(1);
  });

  it.each<readonly [string, readonly string[]]>([
    ['nothing is announced', ['Counsel in Okafor is Ms Adeyemi.', 'Counsel in Marsh is Mr Penhaligon.']],
    ['the new came first', ['Counsel in Okafor is Mr Penhaligon now.', 'Counsel in Okafor is Ms Adeyemi.']],
    ['the values are of other kinds', ['The blog runs on Render.', 'The blog runs on Ruby 4 now.']],
    ['one word is shared', ['The shop is open on Hill Road.', 'The shop is deployed to Fly.io now.']],
    [
      'the name was known before',
      [
        'Our cluster in Grenoble is called Dahu.',
        'The nightly builds and their tests run on Dahu now.',
        'long training jobs start on dahu from now on',
      ],
    ],
  ])('stay apart where %s', (_, said) => {
    expect(joined(said)).toHaveLength(said.length);
  });
});

describe('groups that announce changes of one another', () => {
  it('are one subject, whichever of them is asked first', () => {
    const said = [
      'Counsel in Okafor is Ms Adeyemi.',
      'Counsel in Okafor is Mr Penhaligon now.',
      'The counsel for invoices in Okafor is Mr Penhaligon.',
      'The counsel for invoices in Okafor is Ms Adeyemi now.',
    ];
    const sessions = sessionsOf(said);
    const forms = formsOf(sessions);
    const [adeyemi, penhaligon] = ['adeyemi', 'penhaligon'].map((name) =>
      forms.filter(({ terms }) => terms.some((term) => name.startsWith(term))),
    );
    for (const groups of [
      [adeyemi ?? [], penhaligon ?? []],
      [penhaligon ?? [], adeyemi ?? []],
    ])
      expect(joinAnnounced(groups, weighTerms(forms, sessions))).toHaveLength(1);
  });
});
