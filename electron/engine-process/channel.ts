// How this process speaks with the app that started it: over Electron's port or Node's, alike for all the rest.
import { assert } from '../../shared/result.ts';

export interface Channel<From, To> {
  send(message: From): void;
  onMessage(hear: (message: To) => void): void;
  /** The app is gone, without a word. */
  onLost(hear: () => void): void;
}

/** As much of Electron's parentPort as we use. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', hear: (event: { readonly data: unknown }) => void): void;
}

export function findChannel<From, To>(): Channel<From, To> {
  const port = 'parentPort' in process ? (process.parentPort as ParentPort | null | undefined) : null;
  return port ? overElectron(port) : overNode();
}

// Our own app speaks at the other end, in these words: the types of both ends are the same file.
const overElectron = <From, To>(port: ParentPort): Channel<From, To> => ({
  send: (message) => port.postMessage(message),
  onMessage: (hear) => port.on('message', ({ data }) => hear(data as To)),
  // Electron ends a utility process together with its app.
  onLost: () => undefined,
});

function overNode<From, To>(): Channel<From, To> {
  assert(process.send !== undefined, 'this process is started by the app');
  return {
    send: (message) => {
      // An app that is gone is heard of in onLost.
      if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
    },
    onMessage: (hear) => void process.on('message', (message) => hear(message as To)),
    onLost: (hear) => void process.once('disconnect', hear),
  };
}
