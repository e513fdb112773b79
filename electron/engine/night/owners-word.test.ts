// Whole nights, one after another: what its owner said to the first is obeyed by the second.
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../shared/decisions.ts';
import type { NightResult } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import { decide } from '../review/decide.ts';
import { openStore } from '../store/open.ts';
import { setPin } from '../store/owners-word.ts';
import { currentMemory } from '../store/memory.ts';
import {
  dayMs,
  dreamOnce,
  fourDays,
  nightMs,
  openEngine,
  rule,
  tempHome,
  valueOf,
  write,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

const saidAgain = {
  id: 'day-e',
  day: 31,
  said: ['Please remember: for installs always pnpm, never npm.', { agent: 'Yes.' }],
};

function homeOf(): TempHome {
  const place = tempHome();
  for (const day of fourDays) writeDay(place, day);
  return place;
}

const about = ({ proposal }: NightResult, word: string): NightResult['proposal']['changes'] =>
  proposal.changes.filter(({ title }) => title.includes(word));

function withStore<T>(place: TempHome, work: (db: ReturnType<typeof storeOf>['db']) => T): T {
  const store = storeOf(place);
  try {
    return work(store.db);
  } finally {
    store.close();
  }
}
const storeOf = (place: TempHome) => valueOf(openStore({ dataFolder: place.data, nowMs: epochMs(nightMs) }));

async function afterRuling(place: TempHome, ruling: Ruling): Promise<NightResult> {
  const [change] = about(await dreamOnce(place), 'pnpm');
  expect(change).toBeDefined();
  withStore(place, (db) =>
    valueOf(decide(db, [change?.id ?? ''], { ...ruling, by: 'you', nowMs: epochMs(nightMs) })),
  );
  writeDay(place, saidAgain);
  return dreamOnce(place, {}, nightMs + 2 * dayMs);
}

describe('the night after', () => {
  it.each<Ruling>([
    { kind: 'rejected', reason: 'wrong' },
    { kind: 'rejected', reason: 'outdated' },
    { kind: 'rejected', reason: 'never-again' },
  ])('$kind $reason offers it in no words, counts it in the receipt and explains it', async (ruling) => {
    const place = homeOf();
    const night = await afterRuling(place, ruling);
    expect(about(night, 'pnpm')).toEqual([]);
    expect(night.receipt.turnedDown['owner']).toBe(1);
    const { engine } = await openEngine(place);
    const [explained] = valueOf(await engine.explain('pnpm installs'));
    expect(explained?.gates.find((gate) => !gate.passed)).toMatchObject({ name: 'owner' });
  });

  it('an edit keeps the person’s words and offers nothing over them', async () => {
    const place = homeOf();
    const [change] = about(await dreamOnce(place), 'pnpm');
    const { engine } = await openEngine(place);
    withStore(place, (db) =>
      valueOf(
        decide(db, [change?.id ?? ''], {
          kind: 'edited',
          text: 'pnpm. Never npm.',
          by: 'you',
          nowMs: epochMs(nightMs),
        }),
      ),
    );
    valueOf(await engine.reviewApply());
    writeDay(place, saidAgain);
    const night = await dreamOnce(place, { apply: 'auto' }, nightMs + 2 * dayMs);
    expect(about(night, 'pnpm')).toEqual([]);
    expect(night.memory.map(({ text }) => text)).toContain('pnpm. Never npm.');
  });

  it('a pinned line of a file stays though another tool took it out, and waits for its owner’s hand', async () => {
    const place = homeOf();
    write(place, '.claude/CLAUDE.md', '# Rules\n\n- Use npm for installs.\n- Answer in English.\n');
    await dreamOnce(place);
    const pinned = withStore(place, (db) => {
      const entry = currentMemory(db).entries.find(({ text }) => text.includes('npm for installs'));
      if (!entry) throw new Error('the line is in memory');
      setPin(db, entry.id, true, epochMs(nightMs));
      return entry.id;
    });
    write(place, '.claude/CLAUDE.md', '# Rules\n\n- Answer in English.\n', nightMs + dayMs);
    const night = await dreamOnce(place, { apply: 'auto' }, nightMs + 2 * dayMs);
    expect(night.memory.map(({ id }) => id)).toContain(pinned);
    const closing = night.proposal.changes.filter(({ closes }) => closes.some((c) => c.entryId === pinned));
    for (const change of closing) expect(change.flags).toContain('conflict');
  });

  it('offers it again where nothing was said to it', async () => {
    const place = homeOf();
    const first = about(await dreamOnce(place), 'pnpm');
    expect(first[0]?.after?.text).toBe(rule);
    expect(about(await dreamOnce(place, {}, nightMs + dayMs), 'pnpm')).toHaveLength(first.length);
  });
});
