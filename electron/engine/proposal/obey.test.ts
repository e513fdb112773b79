import { describe, expect, it } from 'vitest';
import type { Feedback, OwnersWord } from '../../../shared/decisions.ts';
import { noWordYet } from '../../../shared/decisions.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { versionNumber } from '../../../shared/ids.ts';
import type { MemoryVersion } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import {
  firstNight,
  madeUpChange,
  madeUpChangeId,
  madeUpEntry,
  madeUpEntryId,
} from '../store/testing/made-up.ts';
import { noonMs } from '../store/testing/temp-store.ts';
import { allowedRepeats, allowedVerdicts, obey } from './obey.ts';
import { madeUpVerdict } from './testing/made-up-verdict.ts';

const [tea, bread, salt] = [madeUpEntryId('tea'), madeUpEntryId('bread'), madeUpEntryId('salt')];
const base: MemoryVersion = {
  number: versionNumber(1),
  parent: null,
  author: 'import',
  reason: 'a test',
  nightId: null,
  changeIds: [],
  createdAtMs: noonMs,
  entries: [madeUpEntry('tea'), madeUpEntry('bread'), madeUpEntry('salt', { status: 'closed' })],
};

const no = (
  operation: Feedback['operation'],
  entryId: EntryId | null,
  closes: readonly EntryId[],
): Feedback => ({
  changeId: madeUpChangeId('no'),
  kind: 'rejected',
  reason: null,
  operation,
  dreamText: null,
  yourText: null,
  entryId,
  entryKind: null,
  scope: null,
  closes,
  duplicateOf: null,
  atMs: noonMs,
});
const word = (more: Partial<OwnersWord>): OwnersWord => ({ ...noWordYet, ...more });
const obeyed = (
  changes: readonly Change[],
  owners: OwnersWord = noWordYet,
  refused: readonly Change[] = [],
): readonly Change[] =>
  obey({
    proposal: { nightId: firstNight, base: base.number, changes },
    base,
    word: owners,
    refused: new Set(refused.map(({ id }) => id)),
  }).changes;

describe('what was turned down', () => {
  it('is left out by its id', () => {
    const [oil, rice] = [madeUpChange('oil'), madeUpChange('rice')];
    expect(obeyed([oil, rice], noWordYet, [oil])).toEqual([rice]);
  });

  it('as a merge keeps those two lines apart, whichever of them would stay, and lets others in', () => {
    const apart = word({ feedback: [no('merge', tea, [bread])] });
    const repeat = { keep: bread, close: [tea, salt], because: 'the same' };
    expect(allowedRepeats([repeat], apart)).toEqual([{ ...repeat, close: [salt] }]);
    expect(allowedRepeats([{ ...repeat, close: [tea] }], apart)).toEqual([]);
  });

  it('as an end keeps the entry from being ended for another reason', () => {
    const kept = word({ feedback: [no('retire', null, [tea])] });
    const because = 'x';
    const verdict = madeUpVerdict('x', {
      closes: [
        { entryId: tea, because },
        { entryId: bread, because },
      ],
    });
    expect(allowedVerdicts([verdict], kept)[0]?.closes).toEqual([{ entryId: bread, because }]);
  });
});

describe('what its owner holds on to', () => {
  const pinned = word({ pinned: new Set([tea, salt]) });

  it.each<readonly [string, Partial<Change>]>([
    ['closed', { operation: 'retire', after: null, closes: [{ entryId: tea, because: 'x' }] }],
    ['replaced', { operation: 'replace', closes: [{ entryId: tea, because: 'x' }] }],
    [
      'merged into',
      { operation: 'merge', after: madeUpEntry('tea'), closes: [{ entryId: bread, because: 'x' }] },
    ],
    ['shared', { operation: 'share', after: madeUpEntry('tea', { scope: 'global' }) }],
  ])('is flagged where it would be %s, and the reason is said', (_, more) => {
    const [change] = obeyed([madeUpChange('x', more)], pinned);
    expect(change?.flags).toEqual(['conflict']);
    expect(change?.why).toContain('You pinned “Remember tea.”');
  });

  it('concerns no other change, and no entry that is closed already', () => {
    const other = madeUpChange('other', {
      operation: 'retire',
      after: null,
      closes: [{ entryId: bread, because: 'x' }],
    });
    const closed = madeUpChange('closed', { operation: 'add', after: madeUpEntry('salt') });
    expect(obeyed([other, closed], pinned)).toEqual([other, closed]);
  });

  it('keeps the words that it has', () => {
    const again = madeUpChange('again', { after: madeUpEntry('tea', { text: 'The dream’s words.' }) });
    expect(obeyed([again])).toEqual([]);
  });
});
