// Search over the large store against a bare FTS5 query over the same text, query by query.
import { join } from 'node:path';
import { ask } from '../ask.ts';
import type { SearchQuestion, SearchTimes } from '../children/search.ts';
import { benchNowMs } from '../histories.ts';
import { median, round } from '../line.ts';
import { queries } from '../queries.ts';
import { night, plainPass, type Measure } from '../room.ts';

const roundsPerQuery = 7;
const millisecondsAim = 30;

export const search: Measure = async (room) => {
  const history = await room.histories.of(room.sizes.large);
  const data = join(room.histories.place('store'), 'data');
  const database = join(room.histories.place('plain'), 'plain.db');
  await night(room, history.home, [{ do: 'dream', nowMs: benchNowMs }], data);
  await plainPass(room, history.home, database);
  const asked: SearchQuestion = { home: history.home, data, database, queries, rounds: roundsPerQuery };
  const { times } = await ask<{ readonly times: readonly SearchTimes[] }>('search', asked, room.emptyHome);
  const answered = times.filter((one) => one.bareRows > 0);
  const slowest = times.toSorted((a, b) => b.ms - a.ms)[0];
  room.print({
    measure: 'search',
    value: median(answered.map((one) => one.ms)),
    unit: 'ms',
    baseline: median(answered.map((one) => one.bareMs)),
    aim: 3,
    valueAim: millisecondsAim,
    details: {
      sessions: history.size.sessions,
      ratioOfSums: round(
        times.reduce((n, one) => n + one.ms, 0) / answered.reduce((n, one) => n + one.bareMs, 0),
      ),
      medianOfRatios: round(median(answered.map((one) => one.ms / one.bareMs))),
      slowest: slowest === undefined ? null : [slowest.query, round(slowest.ms)],
      perQuery: times.map((one) => [one.query, round(one.ms), round(one.bareMs), one.passages, one.bareRows]),
    },
  });
};
