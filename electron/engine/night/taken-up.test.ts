// A session that is taken up again, days or months later, comes out as if it had been read in one go.
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NightResult } from '../../../shared/engine.ts';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { openStore } from '../store/open.ts';
import { sourceFiles } from '../store/source-files.ts';
import { turnsOfSession } from '../store/turns.ts';
import {
  claudeLines,
  claudePath,
  dayMs,
  dreamOnce,
  firstMs,
  fourDays,
  tempHome,
  writeDay,
  type Day,
  type TempHome,
} from './testing/temp-home.ts';

const session: Day = {
  id: 'day-e',
  day: 2,
  title: 'The build',
  said: [
    'Run the build.',
    { run: 'npm run build', printed: 'no such module', failed: true },
    { run: 'npm ci', printed: 'added 40 packages' },
    { run: 'npm run build', printed: 'built' },
    'Always run npm ci first, please.',
  ],
};
// Before what the first night proposed goes by itself, which would tell the two apart for another reason.
const soonMs = firstMs + 20 * dayMs;
const lateMs = firstMs + 300 * dayMs;

const linesIn = (place: TempHome): readonly string[] =>
  claudeLines(place, session)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${line}\n`);

function homeWith(linesMax: number): TempHome {
  const place = tempHome();
  for (const day of [...fourDays, session]) writeDay(place, day);
  writeFileSync(join(place.home, claudePath(session)), linesIn(place).slice(0, linesMax).join(''));
  return place;
}

/** Without folders and files' marks, which are of one run. */
const outcome = (place: TempHome, { proposal, receipt }: NightResult): string =>
  JSON.stringify([proposal.changes, receipt.found, receipt.read.turns]).replaceAll(place.home, '');

/** How many files have notes for going on, and the session's turns as they are stored. */
function stored(place: TempHome): { readonly notes: number; readonly turns: readonly Turn[] } {
  const store = openStore({ dataFolder: place.data, nowMs: epochMs(lateMs) });
  if (!store.ok) throw new Error(store.error.happened);
  const { db, close } = store.value;
  try {
    const notes = sourceFiles(db).filter(({ readerState }) => readerState !== null).length;
    return { notes, turns: [...turnsOfSession(db, sessionId('claude-code', session.id))] };
  } finally {
    close();
  }
}

describe.each<readonly [string, number, number, number]>([
  ['the next day', firstMs + 3 * dayMs, soonMs, 5],
  ['months later', lateMs - dayMs, lateMs, 0],
])('a session that is taken up again %s', (_, firstReadMs, takenUpMs, notes) => {
  // Cut before a call, between a call and its result, and before the last word.
  it.each([2, 3, 5, 8])('was cut after line %i and is as if it had been read in one go', async (lines) => {
    const inParts = homeWith(lines);
    await dreamOnce(inParts, {}, firstReadMs);
    expect(stored(inParts).notes).toBe(notes);
    appendFileSync(join(inParts.home, claudePath(session)), linesIn(inParts).slice(lines).join(''));
    const second = await dreamOnce(inParts, {}, takenUpMs);
    expect(second.imported).toMatchObject({ unchangedFiles: 4, newSessions: 0 });
    const atOnce = homeWith(linesIn(inParts).length);
    const first = await dreamOnce(atOnce, {}, takenUpMs);
    expect(outcome(inParts, second)).toBe(outcome(atOnce, first));
    expect(stored(inParts).turns).toEqual(stored(atOnce).turns);
  });
});
