// GET /api/events: what happens, as it happens. Each event has a number; whoever comes back after a break says the last
// one they saw and is told what came since, or, where that is no longer known, that everything may have changed.
import type { ServerResponse } from 'node:http';
import { subjects, type Bridge, type LiveEvent } from '../../shared/contract.ts';
import type { Limits } from './limits.ts';
import { refusals } from './reply.ts';
import type { Route } from './routes.ts';

export interface Live {
  readonly route: Route;
  close(): void;
}

interface Numbered {
  readonly number: number;
  readonly text: string;
}

const everythingChanged: LiveEvent = { kind: 'changed', subjects };
// What a browser waits before it comes back by itself.
const comeBackAfterMs = 1_000;

/** The newest events, as they are sent. */
function createMemory(limits: Limits) {
  let kept: readonly Numbered[] = [];
  let bytes = 0;
  let newest = 0;
  return {
    newest: (): number => newest,
    add: (text: (number: number) => string): Numbered => {
      newest += 1;
      const made = { number: newest, text: text(newest) };
      kept = [...kept, made];
      bytes += made.text.length;
      while (kept.length > limits.eventsKept || (bytes > limits.eventBytesKept && kept.length > 1)) {
        bytes -= kept[0]?.text.length ?? 0;
        kept = kept.slice(1);
      }
      return made;
    },
    /** Null where some of them are gone, or the number was never given. */
    since: (number: number): readonly Numbered[] | null => {
      const oldest = kept[0]?.number ?? newest + 1;
      if (number > newest || number < oldest - 1) return null;
      return kept.filter((each) => each.number > number);
    },
  };
}

/** `life` tells the numbers of this process from those of one before it. */
export function createLive(needs: {
  readonly bridge: Bridge;
  readonly limits: Limits;
  readonly life: string;
}): Live {
  const { limits, life } = needs;
  const streams = new Set<ServerResponse>();
  const memory = createMemory(limits);
  const idOf = (number: number): string => `${life}-${number}`;
  const textOf = (id: string, event: LiveEvent): string => `id: ${id}\ndata: ${JSON.stringify(event)}\n\n`;

  const write = (stream: ServerResponse, text: string): void => {
    stream.write(text);
    if (stream.writableLength > limits.streamBytesMax) stream.destroy();
  };
  const tellAll = (text: string): void => {
    for (const stream of streams) write(stream, text);
  };
  const stopListening = needs.bridge.listen((event) =>
    tellAll(memory.add((number) => textOf(idOf(number), event)).text),
  );
  // An event and no comment: a page cannot see comments, and this is how it knows that the line is not dead.
  const heart = setInterval(() => tellAll('event: beat\ndata: 1\n\n'), limits.heartbeatEachMs);
  heart.unref();

  const missedBy = (lastSeen: string | null): string => {
    if (lastSeen === null) return '';
    const [ofLife, number = ''] = lastSeen.split('-');
    const missed = ofLife === life && /^\d{1,15}$/u.test(number) ? memory.since(Number(number)) : null;
    if (missed === null) return textOf(idOf(memory.newest()), everythingChanged);
    return missed.map((each) => each.text).join('');
  };
  return {
    route: {
      path: '/api/events',
      methods: ['GET'],
      answer: ({ request, response, target }) => {
        if (streams.size >= limits.streamsMax) return Promise.resolve(refusals.tooOften(30));
        const header = request.headers['last-event-id'];
        const lastSeen = typeof header === 'string' ? header : target.query.get('after');
        response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
        response.write(`retry: ${comeBackAfterMs}\n\n${missedBy(lastSeen)}`);
        // Where it stands now, so that one who leaves before the first event can come back as well.
        write(response, `event: here\nid: ${idOf(memory.newest())}\ndata: 1\n\n`);
        streams.add(response);
        response.once('close', () => streams.delete(response));
        response.on('error', () => streams.delete(response));
        return Promise.resolve(null);
      },
    },
    close: () => {
      stopListening();
      clearInterval(heart);
      for (const stream of streams) stream.end();
    },
  };
}
