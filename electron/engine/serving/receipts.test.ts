import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { EntryReceipt } from '../../../shared/receipts.ts';
import {
  dayMs,
  firstMs,
  fourDays,
  openEngine,
  tempHome,
  valueOf,
  writeDay,
  type Opened,
  type TempHome,
} from '../night/testing/temp-home.ts';

const at = (day: number): number => firstMs + day * dayMs;
const noChoices = { extraFiles: [], blocks: {} };

/** The rule about pnpm, approved and written into the agent's file on day 15. */
async function served(): Promise<{ readonly place: TempHome; readonly rule: MemoryEntry }> {
  const place = tempHome();
  fourDays.forEach((day) => writeDay(place, day));
  const { engine, dream } = await openEngine(place, at(15));
  await dream();
  const waiting = valueOf(await engine.reviewList());
  const change = waiting.find(({ change: one }) => one.after?.text.includes('pnpm'))?.change;
  valueOf(await engine.reviewDecide([change?.id ?? ''], 'approved'));
  valueOf(await engine.reviewApply());
  valueOf(await engine.filesApply(noChoices));
  engine.close();
  const rule = change?.after;
  if (rule === undefined || rule === null) throw new Error('a rule about pnpm was proposed');
  expect(readFileSync(join(place.home, 'shop/CLAUDE.md'), 'utf8')).toContain(rule.text);
  return { place, rule };
}

async function nightOn(place: TempHome, day: number): Promise<Opened> {
  const opened = await openEngine(place, at(day));
  await opened.dream();
  return opened;
}

const receiptOf = async ({ engine }: Opened, rule: MemoryEntry): Promise<EntryReceipt> => {
  const { receipts } = valueOf(await engine.memoryReceipts());
  const found = receipts.find(({ id }) => id === rule.id);
  if (found === undefined) throw new Error('every active entry has a receipt');
  return found;
};

describe('the receipt of an entry', () => {
  it('counts sessions that loaded it, those that followed it, and those in which it had to be said again', async () => {
    const { place, rule } = await served();
    for (let day = 16; day < 26; day++) {
      writeDay(place, {
        id: `later-${day}`,
        day,
        said: [
          `Add the page number ${day}.`,
          { run: day % 2 === 0 ? 'pnpm install' : 'node build.js', printed: 'done' },
          { agent: 'Added.' },
          // the second time word for word as memory has it: no evidence, and yet it had to be said
          ...(day === 20 ? ['No, wrong. Never npm for installs, always use pnpm.'] : []),
          ...(day === 22 ? [rule.text] : []),
        ],
      });
    }
    writeDay(place, {
      id: 'elsewhere',
      day: 20,
      project: 'other',
      said: ['Write the poem.', { agent: 'Here.' }],
    });
    const night = await nightOn(place, 30);
    const receipt = await receiptOf(night, rule);
    expect(receipt).toMatchObject({
      loaded: 10,
      handedOut: 0,
      applied: 5,
      violated: 2,
      harmed: 0,
      helped: 0,
    });
    expect(receipt.rentTokens).toBe(10 * receipt.tokens);
    expect(receipt.curve).toMatchObject({
      before: { sessions: 4, occurrences: 4 },
      after: { sessions: 10, occurrences: 2 },
    });
    expect(receipt.evidence.map(({ session }) => session).toSorted()).toEqual(['later-20', 'later-22']);
  });

  it('leads to a proposal to retire what was found wrong, with quotes, and never by itself', async () => {
    const { place, rule } = await served();
    writeDay(place, { id: 'later', day: 18, said: ['Add a page.', { agent: 'Added.' }] });
    const first = await nightOn(place, 20);
    valueOf(await first.engine.entryFeedback(rule.id, 'wrong'));
    const again = await nightOn(place, 21);
    const waiting = valueOf(await again.engine.reviewList()).map(({ change }) => change);
    const retire = waiting.find((change) => change.operation === 'retire');
    expect(retire).toMatchObject({
      flags: ['weak-evidence', 'loses-correction'],
      closes: [{ entryId: rule.id, because: 'you said that it is wrong' }],
    });
    expect(retire?.against?.evidence.length).toBeGreaterThan(0);
    expect(await receiptOf(again, rule)).toMatchObject({ harmed: 1, isCalledWrong: true });

    valueOf(await again.engine.entryFeedback(rule.id, 'taken-back'));
    const after = await nightOn(place, 22);
    expect(await receiptOf(after, rule)).toMatchObject({ harmed: 0, isCalledWrong: false });
    expect(valueOf(await after.engine.reviewList()).map(({ change }) => change.operation)).not.toContain(
      'retire',
    );
    expect(existsSync(join(place.home, 'shop/CLAUDE.md'))).toBe(true);
  });
});
