import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closing, gistOf, isSame, overlapOf, type Newer } from './sameness.ts';

describe('two statements say the same', () => {
  it.each<readonly [string, string]>([
    ['Use pnpm for installs, not npm.', 'Always use pnpm for installs, never npm!'],
    ['Batch labels are exactly 14 letters.', 'A batch label is exactly 14 letters.'],
    ['The staging server is in Frankfurt.', 'Our staging server is in Frankfurt.'],
    ['Backups are kept for 7 days.', 'Keep backups for seven days.'],
    ['不要用npm，用pnpm', '请用pnpm，不要用npm。'],
    ['Kommentare auf Englisch schreiben.', 'Bitte Kommentare auf Englisch schreiben!'],
    ['Der Einband der Gesellenarbeiten ist grau.', 'Grauer Einband für die Arbeiten der Gesellen.'],
    ['Her physiotherapist is in Mill Lane.', 'Physio: Mill Lane.'],
    [
      'Avant de traduire, relire le glossaire du client.',
      'Relire le glossaire du client avant une traduction.',
    ],
  ])('“%s” and “%s”', (a, b) => {
    expect(isSame(gistOf(a), gistOf(b))).toBe(true);
    expect(isSame(gistOf(b), gistOf(a))).toBe(true);
  });

  it.each<readonly [string, string, string]>([
    ['negation', 'Use tabs in makefiles.', 'Never use tabs in makefiles.'],
    ['negation', '用tabs', '不要用tabs'],
    ['number', 'Keep backups for 7 days.', 'Keep backups for 30 days.'],
    ['number word', 'Keep backups for seven days.', 'Keep backups for thirty days.'],
    ['version', 'Tests run on Node 24.1.', 'Tests run on Node 22.9.'],
    ['weekday', 'The release is on Thursday.', 'The release is on Friday.'],
    ['month', 'The audit is in March.', 'The audit is in October.'],
    ['time', 'The standup starts at 09:30.', 'The standup starts at 10:15.'],
    ['date', 'The licence ends on 2026-03-01.', 'The licence ends on 2027-05-09.'],
    ['date in Chinese', '发布在3月15日', '发布在4月20日'],
    ['name', 'The shop is deployed to Heroku.', 'The shop is deployed to Railway.'],
    ['person', 'The report goes to Kim.', 'The report goes to Lee.'],
    ['subject', 'Use pnpm for installs.', 'Use pnpm for the release of the mobile app in the store.'],
    ['choice', 'Run the unit tests with jest.', 'Run the unit tests with vitest.'],
    ['name beside two words', 'Call me Nora.', 'Nora’s dog is called Pipa.'],
    ['one word', 'Tabs.', 'Tabs are for makefiles in the old repository.'],
  ])('unless a %s differs: “%s” and “%s”', (_, a, b) => {
    expect(isSame(gistOf(a), gistOf(b))).toBe(false);
    expect(isSame(gistOf(b), gistOf(a))).toBe(false);
  });

  it('unless there is nothing that they say', () => {
    expect(isSame(gistOf(''), gistOf(''))).toBe(false);
    expect(isSame(gistOf('it is'), gistOf('it is'))).toBe(false);
    expect(overlapOf(gistOf(''), gistOf('pnpm'))).toBe(0);
  });

  it('whichever comes first', () => {
    const words = fc.array(
      fc.constantFrom(
        'use',
        'never',
        'pnpm',
        'npm',
        'Railway',
        'Heroku',
        '7',
        '30',
        'backups',
        'Thursday',
        'not',
        ',',
        'tabs',
        '不要',
        '用',
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [one, other] = [gistOf(a.join(' ')), gistOf(b.join(' '))];
        expect(isSame(one, other)).toBe(isSame(other, one));
        expect(overlapOf(one, other)).toBe(overlapOf(other, one));
      }),
    );
  });
});

const newer = (text: string, more: Partial<Newer> = {}): Newer => ({
  ...gistOf(text),
  closesValues: new Set(),
  announcesChange: false,
  isRepeated: false,
  ...more,
});

describe('a newer statement takes the older one’s place', () => {
  it.each<readonly [string, string, string]>([
    ['We moved the shop from Heroku to Railway.', 'The shop is deployed to Heroku.', 'heroku'],
    ['Use pnpm for installs in CI, not npm.', 'Use npm for installs in CI.', 'npm'],
    ['Keep backups for 30 days.', 'Keep backups for 7 days.', '7'],
    ['The release is on Friday.', 'The release is on Thursday.', 'thursday'],
    ['用pnpm安装依赖，不要用npm', '用npm安装依赖', 'npm'],
  ])('“%s” that of “%s”', (young, old, word) => {
    expect(closing(newer(young, { announcesChange: true }), gistOf(old))).toEqual({ word, isSure: true });
  });

  it('where one word besides is shared', () => {
    const young = newer('Use pnpm for installs, not npm.', { isRepeated: true });
    expect(closing(young, gistOf('Use npm for installs.'))).toEqual({ word: 'npm', isSure: true });
  });

  it('and is sure only where it says so, or was said again', () => {
    const [young, old] = ['Keep backups for 30 days.', gistOf('Keep backups for 7 days.')];
    expect(closing(newer(young), old)?.isSure).toBe(false);
    expect(closing(newer(young, { isRepeated: true }), old)?.isSure).toBe(true);
    expect(closing(newer(young, { announcesChange: true }), old)?.isSure).toBe(true);
  });

  it('by a value that it closed before', () => {
    const young = newer('The shop is deployed to Railway.', { closesValues: new Set(['heroku']) });
    expect(closing(young, gistOf('The shop is deployed to Heroku.'))).toEqual({
      word: 'heroku',
      isSure: true,
    });
  });

  it.each<readonly [string, string, string]>([
    ['it says the same', 'Use pnpm for installs, not npm.', 'Use pnpm for installs.'],
    ['it speaks of another thing', 'The mail moved from Heroku to Railway.', 'Deploy the blog to Fly.'],
    ['both turn the same down', 'Never use npm for installs.', 'Do not use npm for installs.'],
    ['only the number is shared', 'Passwords have 12 signs.', 'Batch labels are exactly 12 letters.'],
    ['the number stands for another thing', 'Keep 3 reviewers on call.', 'Keep backups for 7 days.'],
  ])('unless %s: “%s” and “%s”', (_, young, old) => {
    expect(closing(newer(young, { announcesChange: true }), gistOf(old))).toBeNull();
  });

  it('unless the line lists several of which one is gone', () => {
    const line = gistOf('The bakery has four ovens: Berta, Clara, Dora and Emma.');
    expect(
      closing(newer('Dora broke, the ovens are fixed by Tarik now.', { announcesChange: true }), line),
    ).toBe(null);
    const gone = newer('We sold Dora, the ovens of the bakery are no longer with Dora.');
    expect(closing(gone, line)?.isSure ?? false).toBe(false);
  });

  it('unless it says the same of the one thing that both name', () => {
    const line = gistOf('Invoices go to Ruth in accounts.');
    expect(closing(newer('Karl has left accounts, invoices go to Ruth.'), line)).toBeNull();
  });

  it('unless it merely names another name', () => {
    const old = gistOf('The weekly report goes to Kim.');
    expect(closing(newer('The weekly report goes to Lee.'), old)).toBeNull();
    expect(closing(newer('The weekly report goes to Lee now.', { announcesChange: true }), old)?.word).toBe(
      'kim',
    );
  });
});

describe('a number that is said to be new', () => {
  const said = (text: string): Newer => ({
    ...gistOf(text),
    closesValues: new Set(),
    announcesChange: true,
    isRepeated: false,
  });

  it('closes the old one of its subject', () => {
    const older = gistOf('The stand-up is each day at 9:30.');
    expect(closing(said('The stand-up is now at 10:15, tell the others.'), older)).toMatchObject({
      word: '9:30',
    });
  });

  it('closes nothing of another subject that shares a word', () => {
    const older = gistOf('Séminaire du labo le jeudi à 11h.', 'fr');
    expect(closing(said('Mon badge n’ouvre plus le labo après 19h.'), older)).toBeNull();
  });
});
