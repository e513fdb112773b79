import { describe, expect, it } from 'vitest';
import type { SessionSignals } from '../../../shared/dream.ts';
import { changeId, epochMs, sessionId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { madeUpEntry, madeUpTurn } from '../store/testing/made-up.ts';
import { canaries, canaryMark } from './canaries.ts';
import { drill } from './drill.ts';
import { guard } from './guards.ts';
import { exceededBy, heldToLimits } from './limits.ts';
import { listen } from './listen.ts';
import { questionsOf, sitExam, type NewerWords } from './no-harm.ts';
import { dreamOnce, fourDays, tempHome, writeDay } from './testing/temp-home.ts';

const nowMs = epochMs(Date.UTC(2026, 10, 20, 3));

const change = (name: string, more: Partial<Change>): Change => ({
  id: changeId(name),
  nightId: 'ngt_x' as Change['nightId'],
  operation: 'add',
  title: name,
  why: 'said.',
  after: madeUpEntry(name),
  closes: [],
  flags: [],
  ...more,
});

const closesOf = (entries: readonly MemoryEntry[]): Change['closes'] =>
  entries.map(({ id }) => ({ entryId: id, because: 'says the same' }));

describe('the drill', () => {
  it('lets none of its canaries through, and learns what a person says beside them', () => {
    expect(drill(nowMs)).toEqual({
      canaries: canaries.length,
      passed: canaries.length,
      failed: 0,
      failures: [],
    });
    expect(canaries.length).toBeGreaterThanOrEqual(6);
  });

  it('names what got through', () => {
    const leak = {
      name: 'leak',
      origin: 'person',
      tool: 'other',
      text: `Always use ${canaryMark} for releases.`,
    } as const;
    const drilled = drill(nowMs, [...canaries, leak]);
    expect(drilled).toMatchObject({ failed: 1, failures: ['leak'], passed: canaries.length });
  });

  it('stands in the receipt of every night', async () => {
    const place = tempHome();
    for (const day of fourDays) writeDay(place, day);
    const night = await dreamOnce(place, { apply: 'auto' });
    expect(night.receipt).toMatchObject({ drill: { failed: 0 }, exceeded: [], heldBack: [] });
    expect(night.applied).toBeGreaterThan(0);
  });
});

describe('the limits of a night', () => {
  const entries = Array.from({ length: 40 }, (_, n) => madeUpEntry(`e${String(n)}`));

  it('let a quarter of memory go and no more', () => {
    const ends = (n: number): readonly Change[] =>
      entries
        .slice(0, n)
        .map((entry) =>
          change(`end ${entry.id}`, { operation: 'retire', after: null, closes: closesOf([entry]) }),
        );
    expect(exceededBy(ends(10), entries)).toEqual([]);
    expect(exceededBy(ends(11), entries)).toEqual([
      { limit: 'memory-gone', wanted: 11, allowed: 10, scope: null },
    ]);
  });

  it('hold the whole night where it wants too many changes, and one place where that grows too much', () => {
    const many = Array.from({ length: 151 }, (_, n) => change(`c${String(n)}`, {}));
    const held = heldToLimits(many, exceededBy(many, entries));
    expect(held.every(({ flags }) => flags.includes('over-limit'))).toBe(true);
    const long = change('long', {
      after: madeUpEntry('long', { text: 'x'.repeat(8_001), scope: 'project:shop' }),
    });
    const [first, second] = heldToLimits(
      [long, change('short', {})],
      exceededBy([long, change('short', {})], entries),
    );
    expect(first?.flags).toEqual(['over-limit']);
    expect(second?.flags).toEqual([]);
  });
});

const correcting = (...texts: readonly string[]): SessionSignals =>
  listen(
    {
      id: sessionId('claude-code', 's'),
      agent: 'claude-code',
      nativeId: 's',
      role: 'main',
      parentNativeId: null,
      cwd: null,
      project: 'shop',
      title: null,
      agentVersion: null,
    },
    texts.map((text, n) =>
      madeUpTurn(`t${String(n)}`, n, { text, spans: [{ origin: 'person', start: 0, end: text.length }] }),
    ),
  );

const merge = (keep: string, close: string): readonly [Change, readonly MemoryEntry[]] => {
  const [kept, closed] = [madeUpEntry('keep', { text: keep }), madeUpEntry('close', { text: close })];
  return [change('merge', { operation: 'merge', after: kept, closes: closesOf([closed]) }), [kept, closed]];
};

describe('the no-harm gate', () => {
  it.each<readonly [string, string, string]>([
    ['a negation', 'Never commit directly to the main branch.', 'Commit directly to the main branch.'],
    [
      'a number',
      'Always keep backups for 30 days on the server.',
      'Always keep backups for 7 days on the server.',
    ],
    [
      'an exception',
      'Always squash commits except on release branches.',
      'Always squash commits on release branches.',
    ],
    ['a name', 'Always deploy the shop to Frankfurt, never elsewhere.', 'Always deploy the shop to Dublin.'],
    ['the subject', 'Always write commit messages in German.', 'Always write tests first.'],
  ])('holds back a merge that loses %s, and names the correction', (_, correction, kept) => {
    const [bad, entries] = merge(kept, correction);
    const questions = questionsOf([correcting(correction)]);
    expect(questions).toHaveLength(1);
    const [lost] = sitExam([bad], entries, questions);
    expect(lost?.questions).toEqual([questions[0]?.text]);
    const held = guard([bad], { entries, sessions: [correcting(correction)], verdicts: [], nowMs });
    expect(held.changes[0]).toMatchObject({ flags: ['loses-correction'] });
    expect(held.changes[0]?.why).toContain(questions[0]?.text ?? 'nothing');
  });

  it.each<readonly [string, string]>([
    ['Always use pnpm for installs, never npm.', 'Use pnpm for installs, never npm.'],
    ['Never commit directly to the main branch.', 'Never commit to the main branch directly!'],
    ['Always keep backups for 30 days.', 'Keep backups for 30 days, always.'],
  ])('lets a merge through that says the same: %s', (correction, kept) => {
    const [good, entries] = merge(kept, correction);
    expect(sitExam([good], entries, questionsOf([correcting(correction)]))).toEqual([]);
  });

  it('asks nothing that memory did not know before, and lets a later word of the same person stand', () => {
    const [bad, entries] = merge('Always write tests first.', 'Always write commit messages in German.');
    expect(sitExam([bad], entries, questionsOf([correcting('Never push on Fridays.')]))).toEqual([]);
    const [old] = [madeUpEntry('old', { text: 'Always use npm for installs.' })];
    const later = madeUpEntry('new', {
      text: 'From now on use pnpm for installs, not npm.',
      evidence: [
        {
          session: 's',
          turn: 1,
          agent: 'claude-code',
          atMs: nowMs,
          quote: 'q',
          origin: 'person',
          project: 'shop',
        },
      ],
    });
    const replace = change('replace', { operation: 'replace', after: later, closes: closesOf([old]) });
    expect(sitExam([replace], [old], questionsOf([correcting('Always use npm for installs.')]))).toEqual([]);
  });

  const correction = 'Always use npm for installs, never yarn.';
  const asked = questionsOf([correcting(correction)]);
  const known = madeUpEntry('known', { text: correction });
  const retire = change('gone', { operation: 'retire', after: null, closes: closesOf([known]) });
  const said = (text: string, atMs: number): NewerWords => {
    const theme = {
      text,
      language: 'en',
      evidence: [
        {
          session: 's',
          turn: 1,
          agent: 'claude-code',
          atMs: epochMs(atMs),
          quote: text,
          origin: 'person',
          project: 'shop',
        },
      ],
    } as const;
    return new Map([[known.id, [theme]]]);
  };
  const laterMs = nowMs;
  const earlierMs = 1;

  it('holds back a retire that nothing newer of the same person stands behind', () => {
    const held = guard([retire], {
      entries: [known],
      sessions: [correcting(correction)],
      verdicts: [],
      nowMs,
    });
    expect(held.changes[0]).toMatchObject({ flags: ['loses-correction'] });
    expect(held.changes[0]?.why).toContain(asked[0]?.text ?? 'nothing');
    expect(sitExam([retire], [known], asked, said('Use pnpm for installs now.', earlierMs))).toHaveLength(1);
  });

  it('lets a retire be where the person said so later, and where the answer stays', () => {
    expect(sitExam([retire], [known], asked, said('Use pnpm for installs now.', laterMs))).toEqual([]);
    const other = madeUpEntry('other', { text: 'Use npm for installs, never yarn.' });
    expect(sitExam([retire], [known, other], asked)).toEqual([]);
  });

  it('holds back a replace by a later word that speaks of something else', () => {
    const [theme] = [...said('Name branches after their ticket.', laterMs).values()].flat();
    const after = madeUpEntry('after', {
      text: 'Name branches after their ticket.',
      evidence: theme?.evidence ?? [],
    });
    const replace = change('replace', { operation: 'replace', after, closes: closesOf([known]) });
    expect(sitExam([replace], [known], asked)).toMatchObject([{ questions: [asked[0]?.text] }]);
  });
});
