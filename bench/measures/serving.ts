// What agents wait for: search, briefing and explain as the server gives them, over the large store and over a quarter of it.
// The baseline is the quarter's time taken four times: what a cost that grows as fast as its input would come to.
import { join } from 'node:path';
import { ask } from '../ask.ts';
import type { ServingQuestion, ServingTimes } from '../children/serving.ts';
import { benchNowMs, type MadeHistory } from '../histories.ts';
import { round } from '../line.ts';
import { queries } from '../queries.ts';
import { night, type Measure, type Room } from '../room.ts';

const queriesMax = 12;

async function timesOver(room: Room, { home }: MadeHistory, place: string): Promise<ServingTimes> {
  const data = join(room.histories.place(place), 'data');
  await night(room, home, [{ do: 'dream', nowMs: benchNowMs }], data);
  const asked: ServingQuestion = {
    data,
    project: 'shop',
    queries: queries.slice(0, queriesMax),
    rounds: room.sizes.rounds,
  };
  return (await ask<{ readonly times: ServingTimes }>('serving', asked, room.emptyHome)).times;
}

export const serving: Measure = async (room) => {
  const small = await room.histories.of(room.sizes.quarter);
  const large = await room.histories.of(room.sizes.large);
  const atSmall = await timesOver(room, small, 'serving-quarter');
  const atLarge = await timesOver(room, large, 'serving-large');
  const growth = large.size.sessions / small.size.sessions;
  for (const what of ['search', 'briefing', 'explain'] as const) {
    room.print({
      measure: `serving-${what}`,
      value: atLarge[what],
      unit: 'ms',
      baseline: growth * atSmall[what],
      aim: 1.15,
      details: {
        sessions: [small.size.sessions, large.size.sessions],
        ms: [round(atSmall[what]), round(atLarge[what])],
      },
    });
  }
};
