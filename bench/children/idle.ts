// Opens the engine, asks it one thing, and then nothing: what it does of its own accord is what it costs to be there.
import { setTimeout as wait } from 'node:timers/promises';
import { createEngine } from '../../electron/engine/index.ts';
import { epochMs } from '../../shared/ids.ts';
import { answer, question, timed } from './answer.ts';

const asked = question() as { readonly home: string; readonly data: string; readonly waitMs: number };
const now = (): ReturnType<typeof epochMs> => epochMs(Date.now());
const engine = await createEngine({
  clock: { now, wall: now, ticks: () => performance.now() },
  home: asked.home,
  data: asked.data,
  keyFolder: `${asked.data}-key`,
  env: {},
  sample: null,
});
if (!engine.ok) throw new Error(engine.error.happened);
const nights = await engine.value.nights();
if (!nights.ok) throw new Error(nights.error.happened);
// What was begun at the start (compiling, collecting) comes to its end first.
await wait(1000);
const { cpuMs } = await timed(() => wait(asked.waitMs));
engine.value.close();
answer({ cpuMs });
