import { describe, expect, it } from 'vitest';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { VersionNumber } from '../../../shared/ids.ts';
import { goneFromFile, type MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { publish, rollBack } from '../memory/versions.ts';
import type { WritableDb } from '../store/db.ts';
import { sql } from '../store/db.ts';
import { markFilesSeen, putMemoryFile } from '../store/memory-files.ts';
import { currentMemory } from '../store/memory.ts';
import { putNight } from '../store/nights.ts';
import { putProposal } from '../store/proposals.ts';
import { integer } from '../store/rows.ts';
import {
  firstNight,
  madeUpChange,
  madeUpChangeId,
  madeUpEntry,
  madeUpReceipt,
  secondNight,
} from '../store/testing/made-up.ts';
import { failureFrom, hourMs, noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { decide } from './decide.ts';
import { applyApproved, listReview, showReview } from './review.ts';

const [tea, bread] = [madeUpEntry('tea'), madeUpEntry('bread')];
const laterMs = epochMs(noonMs + hourMs);
const yes = { kind: 'approved', by: 'you', nowMs: laterMs } as const;
const no = { ...yes, kind: 'rejected' } as const;

function remembering(...entries: readonly MemoryEntry[]): {
  readonly db: WritableDb;
  readonly base: VersionNumber;
} {
  const { db } = openTempStore();
  const common = {
    author: 'import',
    reason: 'A test.',
    nightId: null,
    changeIds: [],
    nowMs: noonMs,
  } as const;
  return { db, base: publish(db, { ...common, entries }).number };
}
const propose = (db: WritableDb, base: VersionNumber, ...changes: readonly Change[]): void =>
  putProposal(db, { nightId: firstNight, base, changes }, noonMs);
const retire = (name: string, entry: MemoryEntry): Change =>
  madeUpChange(name, {
    operation: 'retire',
    after: null,
    closes: [{ entryId: entry.id, because: 'It is not so any more.' }],
  });
const activeTexts = (db: WritableDb): readonly string[] =>
  currentMemory(db)
    .entries.filter((entry) => entry.status === 'active')
    .map((entry) => entry.text)
    .toSorted();

describe('looking at what is proposed', () => {
  it('lists what waits and what is decided but not applied, newest night first, with what it would close', () => {
    const { db, base } = remembering(tea);
    propose(db, base, retire('no tea', tea), madeUpChange('salt'));
    putNight(db, {
      receipt: madeUpReceipt(firstNight, noonMs),
      proposal: { nightId: firstNight, base, changes: [] },
      diary: '',
      verdicts: [],
    });
    putNight(db, {
      receipt: madeUpReceipt(secondNight, laterMs),
      proposal: { nightId: secondNight, base, changes: [] },
      diary: '',
      verdicts: [],
    });
    const oil = madeUpChange('oil', { nightId: secondNight });
    putProposal(db, { nightId: secondNight, base, changes: [oil] }, laterMs, { keepOlder: true });
    decide(db, [madeUpChangeId('salt')], yes);
    expect(listReview(db).map((item) => [item.change.title, item.state, item.before])).toEqual([
      ['Remember oil.', 'waiting', []],
      ['Remember no tea.', 'waiting', [tea]],
      ['Remember salt.', 'approved', []],
    ]);
  });

  it('shows one by its id or the beginning of it', () => {
    const { db, base } = remembering();
    propose(db, base, madeUpChange('salt'), madeUpChange('oil'));
    const id = madeUpChangeId('salt');
    for (const typed of [id, id.slice(0, 9), id.slice(4, 10), ` ${id.toUpperCase()} `]) {
      expect(valueOf(showReview(db, typed)).change.id).toBe(id);
    }
    expect(failureFrom(showReview(db, 'chg_')).kind).toBe('wrong-input');
    expect(failureFrom(showReview(db, 'chg_zzz')).kind).toBe('not-found');
    expect(failureFrom(showReview(db, '')).kind).toBe('not-found');
  });
});

describe('deciding', () => {
  it('decides all or none', () => {
    const { db, base } = remembering();
    propose(db, base, madeUpChange('salt'), madeUpChange('oil'));
    const failure = failureFrom(decide(db, [madeUpChangeId('salt'), 'chg_nobody'], yes));
    expect(failure.kind).toBe('not-found');
    expect(listReview(db).map((item) => item.state)).toEqual(['waiting', 'waiting']);
    const items = valueOf(decide(db, [madeUpChangeId('salt'), madeUpChangeId('oil')], yes));
    expect(items.map((item) => item.state)).toEqual(['approved', 'approved']);
  });

  it('can be changed until it is applied, and is written once when repeated', () => {
    const { db, base } = remembering();
    propose(db, base, madeUpChange('salt'));
    const id = madeUpChangeId('salt');
    decide(db, [id], no);
    decide(db, [id], no);
    valueOf(decide(db, [id], yes));
    const decisions = db.first(
      sql`SELECT COUNT(*) AS decisions FROM change_events WHERE decided_by IS NOT NULL`,
      (row) => integer(row, 'decisions'),
    );
    expect(decisions).toBe(2);
    applyApproved(db, laterMs);
    expect(failureFrom(decide(db, [id], no)).kind).toBe('wrong-input');
    expect(listReview(db)).toEqual([]);
  });
});

describe('applying', () => {
  it('makes one version of all approved changes', () => {
    const { db, base } = remembering(tea, bread);
    propose(db, base, retire('no tea', tea), madeUpChange('salt'), madeUpChange('oil'));
    decide(db, [madeUpChangeId('no tea'), madeUpChangeId('salt')], yes);
    const { version, applied, conflicts } = valueOf(applyApproved(db, laterMs));
    expect(version).toMatchObject({
      number: base + 1,
      author: 'you',
      nightId: firstNight,
      added: 1,
      closed: 1,
    });
    expect(version?.reason).toBe('Applied 2 approved changes.');
    expect(applied).toEqual([madeUpChangeId('no tea'), madeUpChangeId('salt')]);
    expect(conflicts).toEqual([]);
    expect(activeTexts(db)).toEqual(['Remember bread.', 'Remember salt.']);
    expect(listReview(db).map((item) => item.change.title)).toEqual(['Remember oil.']);
  });

  it('makes no version where nothing is approved, or only a note', () => {
    const { db, base } = remembering(tea);
    propose(db, base, madeUpChange('note', { operation: 'note' }), madeUpChange('salt'));
    expect(valueOf(applyApproved(db, laterMs))).toEqual({ version: null, applied: [], conflicts: [] });
    decide(db, [madeUpChangeId('note')], yes);
    expect(valueOf(applyApproved(db, laterMs))).toMatchObject({
      version: null,
      applied: [madeUpChangeId('note')],
    });
    expect(currentMemory(db).number).toBe(base);
  });

  it('says that the night settled it by itself where no person decided', () => {
    const { db, base } = remembering();
    propose(db, base, madeUpChange('salt'));
    decide(db, [madeUpChangeId('salt')], { ...yes, by: 'auto' });
    expect(valueOf(applyApproved(db, laterMs)).version?.author).toBe('dream');
  });

  it('leaves a change whose entry was changed meanwhile, flags it and lets it wait', () => {
    const { db, base } = remembering(tea);
    propose(db, base, retire('no tea', tea), madeUpChange('salt'));
    const common = {
      author: 'you',
      reason: 'By hand.',
      nightId: null,
      changeIds: [],
      nowMs: noonMs,
    } as const;
    publish(db, { ...common, entries: [{ ...tea, text: 'Green tea.' }] });
    decide(db, [madeUpChangeId('no tea'), madeUpChangeId('salt')], yes);
    const { applied, conflicts } = valueOf(applyApproved(db, laterMs));
    expect([applied, conflicts]).toEqual([[madeUpChangeId('salt')], [madeUpChangeId('no tea')]]);
    expect(activeTexts(db)).toEqual(['Green tea.', 'Remember salt.']);
    const [waiting] = listReview(db);
    expect(waiting).toMatchObject({ state: 'waiting', change: { flags: ['conflict'] } });
    expect(waiting?.before).toEqual([tea]);
  });

  describe('whose line was read again by day', () => {
    const place = {
      path: 'CLAUDE.md',
      agent: 'claude-code',
      heading: null,
      startByte: 0,
      endByte: 4,
      line: 1,
    } as const;
    const line: MemoryEntry = { ...tea, origin: 'file', places: [place] };
    const said = {
      text: tea.text,
      place,
      scope: 'global',
      origin: 'file',
      language: 'en',
      terms: [],
      negated: [],
      values: [],
      atMs: null,
    } as const;
    const file = { path: 'CLAUDE.md', agent: 'claude-code', modifiedMs: 1, seenAtMs: noonMs } as const;
    const green = madeUpChange('green tea', {
      operation: 'replace',
      closes: [{ entryId: line.id, because: 'Green now.' }],
    });
    const importNow = (db: WritableDb, entry: MemoryEntry): void =>
      void publish(db, {
        author: 'import',
        reason: 'By day.',
        nightId: null,
        changeIds: [],
        nowMs: laterMs,
        entries: [entry],
      });
    const night = (db: WritableDb): void => {
      const receipt = madeUpReceipt(secondNight, noonMs);
      putNight(db, {
        receipt,
        proposal: { nightId: secondNight, base: versionNumber(0), changes: [] },
        diary: '',
        verdicts: [],
      });
      markFilesSeen(db, secondNight);
    };
    const approved = () => {
      const { db, base } = remembering(line);
      putMemoryFile(db, { ...file, contentHash: 'one', text: tea.text }, [said]);
      night(db);
      propose(db, base, green);
      decide(db, [green.id], yes);
      return db;
    };
    const closed: MemoryEntry = {
      ...line,
      status: 'closed',
      closedBecause: goneFromFile,
      validity: { ...line.validity, retiredAtMs: laterMs },
    };
    const outcome = (db: WritableDb) => valueOf(applyApproved(db, laterMs)).conflicts.length;

    it('stands where the line moved in its file', () => {
      const db = approved();
      importNow(db, { ...line, places: [{ ...place, line: 3, startByte: 40, endByte: 44 }] });
      expect(outcome(db)).toBe(0);
    });

    it('stands where the line is gone, and stays in force where it comes back', () => {
      const db = approved();
      putMemoryFile(db, { ...file, contentHash: 'two', text: '' }, []);
      importNow(db, closed);
      expect(outcome(db)).toBe(0);
      expect(currentMemory(db).entries.find(({ id }) => id === line.id)?.closedBecause).toBe('Green now.');
    });

    it('waits again where a night has read that the line is gone; where the file itself is, it stands', () => {
      for (const [text, conflicts] of [
        ['', 1],
        [null, 0],
      ] as const) {
        const db = approved();
        putMemoryFile(db, { ...file, contentHash: 'two', text }, []);
        importNow(db, closed);
        night(db);
        expect([text, outcome(db)]).toEqual([text, conflicts]);
      }
    });
  });

  it('lets only the earlier of two changes close the same entry', () => {
    const { db, base } = remembering(tea);
    const replaced = madeUpChange('green tea', {
      operation: 'replace',
      closes: [{ entryId: tea.id, because: 'Green now.' }],
    });
    propose(db, base, replaced, retire('no tea', tea));
    decide(db, [madeUpChangeId('green tea'), madeUpChangeId('no tea')], yes);
    const { applied, conflicts } = valueOf(applyApproved(db, laterMs));
    expect([applied, conflicts]).toEqual([[madeUpChangeId('green tea')], [madeUpChangeId('no tea')]]);
    expect(activeTexts(db)).toEqual(['Remember green tea.']);
  });

  it('goes through where the memory moved on elsewhere, or went away and came back', () => {
    const { db, base } = remembering(tea);
    propose(db, base, retire('no tea', tea));
    const common = {
      author: 'you',
      reason: 'By hand.',
      nightId: null,
      changeIds: [],
      nowMs: noonMs,
    } as const;
    publish(db, { ...common, entries: [bread] });
    rollBack(db, base, noonMs);
    publish(db, { ...common, entries: [tea, bread] });
    decide(db, [madeUpChangeId('no tea')], yes);
    expect(valueOf(applyApproved(db, laterMs)).applied).toHaveLength(1);
    expect(activeTexts(db)).toEqual(['Remember bread.']);
  });

  it('changes nothing at all when the disk is full', () => {
    const { db, base } = remembering(tea);
    const noise = Array.from({ length: 20_000 }, (_, index) =>
      Math.imul(index, 2654435761).toString(16),
    ).join('');
    propose(db, base, madeUpChange('long', { after: madeUpEntry('long', { text: noise }) }));
    decide(db, [madeUpChangeId('long')], yes);
    const pages = db.first(sql`PRAGMA page_count`, (row) => integer(row, 'page_count')) ?? 0;
    db.script(`PRAGMA max_page_count = ${pages + 2}`);
    expect(failureFrom(applyApproved(db, laterMs)).kind).toBe('disk-full');
    expect(currentMemory(db).number).toBe(base);
    expect(listReview(db).map((item) => item.state)).toEqual(['approved']);
  });
});
