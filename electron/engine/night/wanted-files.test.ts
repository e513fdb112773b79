// What is read of an agent's sessions, as its owner set it: none, or those since a day; and that memory files stay looked at.
import { expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import { usualSource, type SettingsPatch } from '../../../shared/settings.ts';
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
    valueOf(
      await engine.setSettings({ sources: [{ ...usualSource('claude-code'), isRead, sinceMs: since }] }),
    );
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

it('a session that is too large is named and not read, and is read once it may be; so are other projects', async () => {
  const place = tempHome();
  for (const day of fourDays) writeDay(place, day);
  writeDay(place, { id: 'long', day: 5, project: 'client', said: ['A long story. '.repeat(2_000)] });
  const engine = valueOf(await createEngine(depsOf(place, nightMs)));
  const read = async (setting: Partial<ReturnType<typeof usualSource>>): Promise<number> => {
    const sources = [{ ...usualSource('claude-code'), ...setting }];
    valueOf(await engine.setSettings({ sources }));
    return valueOf(await engine.import([], {})).newSessions;
  };
  const report = async () => valueOf(await engine.sources()).find(({ agent }) => agent === 'claude-code');
  expect(await read({ onlyProjects: ['client'], bytesMax: 20_000 })).toBe(0);
  expect((await report())?.tooLarge).toMatchObject([{ path: expect.stringContaining('long') }]);
  expect(valueOf(await engine.willRead()).newSessions).toBe(4);
  expect(await read({ onlyProjects: ['client'] })).toBe(1);
  expect((await report())?.projects).toMatchObject([{ name: 'client', sessions: 1 }]);
  expect(await read({})).toBe(4);
  engine.close();
});

it('a folder that its owner added is looked into each time, with a row of its own, until it is taken out', async () => {
  const [place, old] = [tempHome(), tempHome()];
  for (const day of fourDays) writeDay(old, day);
  const engine = valueOf(await createEngine(depsOf(place, nightMs)));
  const set = async (patch: SettingsPatch): Promise<void> => void valueOf(await engine.setSettings(patch));
  const read = async (): Promise<number> => valueOf(await engine.import([], {})).newSessions;
  expect(await read()).toBe(0);
  await set({ folders: [old.home, '~/gone'] });
  expect(await read()).toBe(4);
  writeDay(old, { id: 'later', day: 40, said: ['Now and then.'] });
  expect(await read()).toBe(1);
  expect(valueOf(await engine.sources())).toMatchObject([
    { agent: 'claude-code', place: old.home, isAdded: true, sessions: 5 },
    { agent: 'unknown', place: '~/gone', isAdded: true, sessions: 0 },
  ]);
  await set({ folders: [] });
  writeDay(old, { id: 'last', day: 41, said: ['Never again.'] });
  expect(await read()).toBe(0);
  expect(valueOf(await engine.import([], {}))).toMatchObject({ sessions: 5 });
  engine.close();
});

it('what was masked is told by kind and place, each of which shows its mark in its transcript', async () => {
  const place = tempHome();
  const token = `ghp_${'0a1B2c3D4e5F6g7H8i9J'.repeat(2).slice(0, 36)}`;
  writeDay(place, { id: 'said', day: 3, said: ['Hello.', `Push with ${token}, please.`, `Again: ${token}`] });
  const engine = valueOf(await createEngine(depsOf(place, nightMs)));
  expect(valueOf(await engine.maskedSecrets())).toMatchObject({ secrets: 0, places: [] });
  valueOf(await engine.import([], {}));
  const masked = valueOf(await engine.maskedSecrets());
  expect(masked).toMatchObject({ secrets: 2, kinds: [{ kind: 'github-token', secrets: 2 }], turns: 2 });
  const evidence = masked.places.at(-1)?.evidence;
  assert(evidence !== undefined, 'a place');
  const around = valueOf(await engine.evidenceAround({ ...evidence, around: 1 }));
  const turn = around.turns.find(({ marks }) => marks.length > 0);
  expect(turn?.text.slice(turn.marks[0]?.start, turn.marks[0]?.end)).toBe(evidence.quote);
  expect(JSON.stringify(masked)).not.toContain(token.slice(4, 16));
  engine.close();
});
