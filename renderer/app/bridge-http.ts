// The page's way to the app where there is no desktop shell: questions by POST, live events as a stream that is opened
// anew whenever it breaks. Read with fetch and not with EventSource, which would hide from us why it was refused.
import type {
  Bridge,
  CallAnswer,
  CallArgs,
  CallName,
  CarrierFailure,
  LiveEvent,
} from '../../shared/contract.ts';
import { err, type Result } from '../../shared/result.ts';

/** What of a browser is needed; tests bring a cookie and an address of their own. */
export interface HttpCarrier {
  readonly fetch: (address: string, request: RequestInit) => Promise<Response>;
  /** How long to wait before the first attempt to come back; each further one waits twice as long, up to the last. */
  readonly comeBackAfterMs: { readonly first: number; readonly last: number };
  /** The host gives a sign of life each 15 s: without any for so long the line is dead. */
  readonly silenceMaxMs: number;
}

const browser: HttpCarrier = {
  fetch: (address, request) => fetch(address, request),
  comeBackAfterMs: { first: 500, last: 15_000 },
  silenceMaxMs: 40_000,
};

const hostGone: CarrierFailure = {
  kind: 'not-reached',
  happened: 'Slowwave does not answer: it was ended, or its computer sleeps.',
  safe: 'What was decided and applied before is kept.',
  todo: 'Start Slowwave again, and open the address that it prints.',
};

const isAnswer = <N extends CallName>(value: unknown): value is Result<CallAnswer<N>, CarrierFailure> =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  (value.ok === true ? 'value' in value : 'error' in value);

const eventKinds: ReadonlySet<unknown> = new Set<LiveEvent['kind']>([
  'run',
  'run-ended',
  'changed',
  'go',
  'engine',
]);

const isLiveEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' && value !== null && 'kind' in value && eventKinds.has(value.kind);

async function callOver<N extends CallName>(
  carrier: HttpCarrier,
  name: N,
  args: CallArgs<N>,
): Promise<Result<CallAnswer<N>, CarrierFailure>> {
  try {
    const response = await carrier.fetch('/api/call', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name, args }),
    });
    // A refusal is an answer as well, and says what to do: who is not known any more opens the address again.
    const answer: unknown = await response.json();
    return isAnswer<N>(answer) ? answer : err(hostGone);
  } catch {
    return err(hostGone);
  }
}

interface Message {
  readonly id: string | null;
  readonly event: LiveEvent | null;
}

/** One message of the stream, as our host writes it. Its beats are named events, and none for the page. */
function readMessage(block: string): Message {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  const data = fields.get('data');
  const id = fields.get('id') ?? null;
  if (data === undefined || fields.has('event')) return { id, event: null };
  const event: unknown = JSON.parse(data);
  return { id, event: isLiveEvent(event) ? event : null };
}

/** Reads until the stream ends, is silent for too long, or `stop` is asked for. Throws where it breaks. */
async function readStream(
  response: Response,
  silenceMaxMs: number,
  stop: AbortController,
  onMessage: (message: Message) => void,
): Promise<void> {
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const silence = setTimeout(() => stop.abort(), silenceMaxMs);
    const part = await reader.read().finally(() => clearTimeout(silence));
    if (part.done) return;
    const blocks = (text + part.value).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) onMessage(readMessage(block));
  }
}

/** Keeps one stream open, and says "lost" and "back" once each. Gives back how to end it. */
function keepListening(carrier: HttpCarrier, onEvent: (event: LiveEvent) => void): () => void {
  const { first, last } = carrier.comeBackAfterMs;
  let lastSeen: string | null = null;
  let isOver = false;
  let isLost = false;
  let waitMs = first;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stop = new AbortController();

  const listenOnce = async (): Promise<void> => {
    stop = new AbortController();
    const headers = lastSeen === null ? {} : { 'Last-Event-ID': lastSeen };
    const response = await carrier.fetch('/api/events', { headers, signal: stop.signal });
    if (!response.ok) {
      await response.body?.cancel();
      return;
    }
    await readStream(response, carrier.silenceMaxMs, stop, ({ id, event }) => {
      if (isOver) return;
      waitMs = first;
      lastSeen = id ?? lastSeen;
      if (isLost) onEvent({ kind: 'engine', state: 'back' });
      isLost = false;
      if (event !== null) onEvent(event);
    });
  };
  const goOn = (): void => {
    void listenOnce()
      .catch(() => undefined)
      .then(() => {
        if (isOver) return;
        if (!isLost) onEvent({ kind: 'engine', state: 'lost' });
        isLost = true;
        timer = setTimeout(goOn, waitMs);
        waitMs = Math.min(waitMs * 2, last);
      });
  };
  goOn();
  return () => {
    isOver = true;
    if (timer !== null) clearTimeout(timer);
    stop.abort();
  };
}

/** One stream for all who listen: a browser opens six connections to a host and no more. */
export function createHttpBridge(carrier: HttpCarrier = browser): Bridge {
  const listeners = new Set<(event: LiveEvent) => void>();
  let end: (() => void) | null = null;
  return {
    call: (name, args) => callOver(carrier, name, args),
    listen: (onEvent) => {
      // The same function may listen twice, and stop once.
      const listener = (event: LiveEvent): void => onEvent(event);
      listeners.add(listener);
      end ??= keepListening(carrier, (event) => {
        for (const each of listeners) each(event);
      });
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        end?.();
        end = null;
      };
    },
  };
}
