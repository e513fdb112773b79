// What a person waits for before a command says anything, against a Node that does nothing; and what an open engine that
// nobody asks anything costs.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, runNode } from '../ask.ts';
import { benchNowMs, tiny } from '../histories.ts';
import { median } from '../line.ts';
import { night, type Measure } from '../room.ts';

const commandLine = fileURLToPath(new URL('../../electron/cli/slowwave.mjs', import.meta.url));
const startsPerRound = 3;

export const startUp: Measure = async (room) => {
  const history = await room.histories.of(tiny(60));
  const data = join(room.histories.place('store'), 'data');
  await night(room, history.home, [{ do: 'dream', nowMs: benchNowMs }], data);
  const commands = {
    bare: ['--eval', '0'],
    version: [commandLine, '--version'],
    nights: [commandLine, 'nights', '--home', history.home, '--data', data],
  };
  const tookMs: Record<keyof typeof commands, number[]> = { bare: [], version: [], nights: [] };
  const names = ['bare', 'version', 'nights'] as const;
  // The first start of each fills the disk's cache and Node's own.
  for (const name of names) await runNode(commands[name], room.emptyHome);
  for (let done = 0; done < room.sizes.rounds * startsPerRound; done++) {
    for (const name of names) {
      const ended = await runNode(commands[name], room.emptyHome);
      if (ended.status !== 0)
        throw new Error(`"slowwave ${name}" failed: ${ended.stderr.trim().slice(-1000)}`);
      tookMs[name].push(ended.tookMs);
    }
  }
  for (const name of ['version', 'nights'] as const) {
    const details = { command: name === 'version' ? 'slowwave --version' : 'slowwave nights' };
    const baseline = median(tookMs.bare);
    room.print({
      measure: `start-up-${name}`,
      value: median(tookMs[name]),
      unit: 'ms',
      baseline,
      aim: null,
      details,
    });
  }
};

export const idle: Measure = async (room) => {
  const history = await room.histories.of(tiny(60));
  const data = join(room.histories.place('store'), 'data');
  await night(room, history.home, [{ do: 'dream', nowMs: benchNowMs }], data);
  const asked = { home: history.home, data, waitMs: room.sizes.idleMs };
  const { cpuMs } = await ask<{ cpuMs: number }>('idle', asked, room.emptyHome);
  room.print({
    measure: 'idle',
    value: cpuMs,
    unit: 'ms of CPU',
    baseline: room.sizes.idleMs,
    // "About nil": a thousandth of one core.
    aim: 0.001,
    details: { waitedMs: room.sizes.idleMs },
  });
};
