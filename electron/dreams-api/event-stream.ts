// What happens in the session of a dream, as it happens: server-sent events as the SDK reads them. A stream tells all of the
// session from its beginning, each event under an id of its own, and ends with the session.
import type { ServerResponse } from 'node:http';
import { err, ok } from '../../shared/result.ts';
import { wireEvent } from './dream-wire.ts';
import { askApp, idOf, type Ask, type Outcome } from './endpoint.ts';
import { apiError } from './errors.ts';

/** So long may an event be on its way that no news of the app announced. */
const lookEachMs = 500;
/** A line that is silent for longer may be dead; both ends want to know. */
const pingEachMs = 15_000;
/** A client that does not read is hung up on; it comes back, and is told all of it again. */
const unreadBytesMax = 1024 * 1024;
/** More than a person follows at one time. */
const streamsMax = 32;

let open = 0;

export async function streamEvents(ask: Ask): Promise<Outcome> {
  const { response } = ask;
  // Before the head is sent, so that a session that is not there is an error like any other.
  const first = await eventsAfter(ask, 0);
  if (!first.ok) return first;
  if (open >= streamsMax)
    return err(apiError('rate_limit_error', 'too many streams are open', { 'retry-after': '5' }));
  open += 1;
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.flushHeaders();
  try {
    await tellAll(ask);
  } finally {
    open -= 1;
    response.end();
  }
  return ok({});
}

const eventsAfter = (ask: Ask, after: number) =>
  askApp(ask, 'api.events', { sessionId: idOf(ask, 'session'), after }, (told) => told);

/** Until the session is over, the client is gone, or the engine is lost: whoever comes back is told where it stands. */
async function tellAll(ask: Ask): Promise<void> {
  const { response, bridge } = ask;
  const gone = new AbortController();
  const bell = createBell();
  const stopListening = bridge.listen(({ kind }) => {
    if (kind === 'run' || kind === 'run-ended' || kind === 'changed') bell.ring();
  });
  for (const end of ['close', 'error'])
    response.on(end, () => {
      gone.abort();
      bell.ring();
    });
  let [told, silentMs] = [0, 0];
  while (!gone.signal.aborted) {
    const news = await eventsAfter(ask, told);
    if (!news.ok) break;
    const { events, isOver } = news.value;
    for (const event of events) {
      const wire = wireEvent(idOf(ask, 'session'), event);
      response.write(`event: ${wire.type}\ndata: ${JSON.stringify(wire)}\n\n`);
      told = event.number;
    }
    if (isOver) break;
    silentMs = events.length === 0 ? silentMs + lookEachMs : 0;
    if (silentMs >= pingEachMs) silentMs = ping(response);
    if (response.writableLength > unreadBytesMax) response.destroy();
    await bell.heard(lookEachMs);
  }
  stopListening();
}

function ping(response: ServerResponse): 0 {
  response.write('event: ping\ndata: {"type":"ping"}\n\n');
  return 0;
}

/** What rings before anybody listens is heard as well. */
function createBell() {
  let isRung = false;
  let wake: (() => void) | null = null;
  return {
    ring: (): void => {
      isRung = true;
      wake?.();
    },
    heard: async (withinMs: number): Promise<void> => {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      wake = null;
      isRung = false;
    },
  };
}
