import { describe, expect, it } from 'vitest';
import type { Theme } from '../../../shared/dream.ts';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import { noticeSession } from '../light/light.ts';
import { madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { connect } from './rem.ts';

const dayMs = 86_400_000;

/** What becomes of sayings, one a day, each in a session of its own. */
const themesOf = (said: readonly string[]): readonly Theme[] =>
  connect(
    said.map((text, day) => {
      const name = `s${day}`;
      const head = { id: sessionId('claude-code', name), nativeId: name, project: 'shop' };
      const turn = madeUpTurn(name, 0, { text, atMs: epochMs(day * dayMs + 1) });
      return noticeSession(madeUpTranscript(name, [], head).head, [turn]);
    }),
  );

/** Themes that hold, told by whether their words are in them. */
const holding = (themes: readonly Theme[], word: string): readonly Theme[] =>
  themes.filter(
    ({ closedBy, terms, negated }) => closedBy === null && terms.includes(word) && !negated.includes(word),
  );

describe('a word that gives way to another, though nobody sees that it is a name', () => {
  const old = ['builds run on jenkins', 'the nightly is a jenkins job'];
  const moved = [
    'we moved the builds from jenkins to drone',
    'the nightly goes through drone now, jenkins is off',
  ];

  it('is closed, wherever it was said', () => {
    const themes = themesOf([...old, ...moved]);
    expect(holding(themes, 'drone')).toHaveLength(1);
    expect(holding(themes, 'jenkin')).toEqual([]);
  });

  it('holds again once it came back, and what stood between is closed', () => {
    const themes = themesOf([
      ...old,
      ...moved,
      'drone was too dear, back to jenkins',
      'builds are on jenkins again',
    ]);
    expect(holding(themes, 'jenkin')).toHaveLength(1);
    expect(holding(themes, 'drone')).toEqual([]);
  });

  it('stays where both are said after as before', () => {
    const themes = themesOf([...old, 'the docs are built by drone now, not by jenkins', ...old]);
    expect(holding(themes, 'jenkin').length).toBeGreaterThan(0);
  });

  it('stays where it is said of another thing', () => {
    const flour = ['Our flour comes from Selgros.', 'We order the flour at Selgros.'];
    const butter = ['Our butter comes from Metro.', 'We order the butter at Metro.'];
    const after = ['Our flour comes from Metro now.', 'We order the flour at Metro.'];
    const other = ['Our butter comes from Selgros, too.', 'We also order butter at Selgros.'];
    const back = ['Back to Selgros for the flour.', 'Our flour comes from Selgros again.'];
    const themes = themesOf([...flour, ...butter, ...after, ...other, ...back]);
    expect(holding(themes, 'butter')).not.toEqual([]);
    expect(holding(themes, 'flour').every(({ terms }) => !terms.includes('butter'))).toBe(true);
  });

  it.each<readonly [string, readonly string[], string, string]>([
    [
      'Korean, where a title tells a name',
      [
        '담당 편집자는 한지수 님이다.',
        '편집자는 한지수 님입니다.',
        '편집자가 오은비 님으로 바뀌었어요.',
        '이제 편집자는 오은비 님이에요, 한지수 님은 퇴사하셨어요.',
      ],
      '오은비',
      '한지수',
    ],
    [
      'Japanese, where what is spoken of is not turned down',
      [
        '連絡は Chatwork を使う。',
        '連絡は Chatwork です。',
        '連絡は Chatwork をやめて Slack になりました。',
        '連絡は今後 Slack です。',
      ],
      'slack',
      'chatwork',
    ],
    [
      'German, where each noun has a capital',
      [
        'Der Steuerkram geht an Frau Osterloh.',
        'Die Steuer macht Frau Osterloh.',
        'Die Steuer macht jetzt Herr Brink, Frau Osterloh ist in Rente.',
        'Die Steuer geht ab sofort an Herrn Brink.',
      ],
      'brink',
      'osterloh',
    ],
  ])('in %s', (_, said, fresh, gone) => {
    const themes = themesOf(said);
    expect(holding(themes, fresh)).not.toEqual([]);
    expect(holding(themes, gone)).toEqual([]);
  });
});
