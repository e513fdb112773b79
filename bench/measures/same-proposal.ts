// The same input gives the same proposal, byte for byte, in whatever order it was imported: files come into the home in
// several lots, in another order each time, and are imported lot by lot.
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createChance } from '../../scripts/history/chance.ts';
import type { Step } from '../children/night.ts';
import { benchNowMs } from '../histories.ts';
import { dreamStep, night, type Measure } from '../room.ts';

const lots = 4;

export const sameProposal: Measure = async (room) => {
  const history = await room.histories.of(room.sizes.orderSize);
  const atOnce = dreamStep(await night(room, history.home, [{ do: 'dream', nowMs: benchNowMs }]));
  let equal = 0;
  for (let order = 0; order < room.sizes.orders; order++) {
    const aside = room.histories.place('aside');
    const moves = createChance(`order ${String(order)}`)
      .shuffle(history.sessionFiles)
      .map((path): readonly [string, string] => [join(aside, relative(history.home, path)), path]);
    for (const [to, from] of moves) {
      mkdirSync(dirname(to), { recursive: true });
      renameSync(from, to);
    }
    const perLot = Math.ceil(moves.length / lots);
    const steps = Array.from({ length: lots }, (_, lot): readonly Step[] => [
      { do: 'move', moves: moves.slice(lot * perLot, (lot + 1) * perLot) },
      { do: 'import' },
    ]).flat();
    const one = dreamStep(await night(room, history.home, [...steps, { do: 'dream', nowMs: benchNowMs }]));
    if (one.proposalHash === atOnce.proposalHash) equal++;
  }
  const { orders } = room.sizes;
  room.print({
    measure: 'same-proposal',
    value: orders - equal,
    unit: 'orders that differ',
    baseline: orders,
    aim: 0,
    details: { equal: equal === orders, changes: atOnce.changes, sessions: history.size.sessions, lots },
  });
};
