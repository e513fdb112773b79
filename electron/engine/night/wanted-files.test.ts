// What is read of an agent's sessions, as its owner set it: none, or those since a day; and that memory files stay looked at.
import { expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import { createEngine } from '../index.ts';
import {
  dayMs,
  depsOf,
  firstMs,
  fourDays,
  nightMs,
  tempHome,
  valueOf,
  write,
  writeDay,
} from './testing/temp-home.ts';

it('an agent is read or not, since a day or from its beginning, and what was read stays', async () => {
  const place = tempHome();
  // Each file changed last on its day.
  for (const day of fourDays) writeDay(place, day);
  write(place, '.claude/CLAUDE.md', '# Rules\n\n- Answer in English.\n');
  const sinceMs = epochMs(firstMs + (fourDays[2]?.day ?? 0) * dayMs);
  const engine = valueOf(await createEngine(depsOf(place, nightMs)));
  const set = async (isRead: boolean, since: typeof sinceMs | null) =>
    valueOf(await engine.setSettings({ sources: [{ agent: 'claude-code', isRead, sinceMs: since }] }));
  const read = async (): Promise<number> => valueOf(await engine.import([], {})).newSessions;
  await set(false, null);
  expect(valueOf(await engine.willRead())).toMatchObject({ newSessions: 0, memoryFiles: 1 });
  expect(await read()).toBe(0);
  await set(true, sinceMs);
  expect(valueOf(await engine.willRead()).newSessions).toBe(2);
  expect(await read()).toBe(2);
  await set(true, null);
  expect(await read()).toBe(2);
  // Nothing new is read, and what was read stays.
  await set(false, null);
  writeDay(place, { id: 'later', day: 40, said: ['Now and then.'] });
  expect(await read()).toBe(0);
  expect(valueOf(await engine.import([], {}))).toMatchObject({ sessions: 4 });
  engine.close();
});
