// All that a page has: the bridge, over two channels. It runs in a world of its own; the page gets these functions and
// nothing of Electron.
import { contextBridge, ipcRenderer } from 'electron';
import type {
  Bridge,
  CallAnswer,
  CallArgs,
  CallName,
  CarrierFailure,
  LiveEvent,
} from '../../shared/contract.ts';
import type { Result } from '../../shared/result.ts';

type Listener = (event: LiveEvent) => void;

const listeners = new Set<Listener>();
/** What came before the page listened: a link that opened the window, mostly. */
const early: LiveEvent[] = [];
const earlyMax = 20;

ipcRenderer.on('event', (_event, live: LiveEvent) => {
  if (listeners.size === 0 && early.length < earlyMax) early.push(live);
  for (const listener of listeners) listener(live);
});

const bridge: Bridge = {
  call: async <N extends CallName>(name: N, args: CallArgs<N>) => {
    try {
      // Main answers with nothing else: the types of both ends are the same file.
      return (await ipcRenderer.invoke('rpc', name, args)) as Result<CallAnswer<N>, CarrierFailure>;
    } catch {
      return {
        ok: false,
        error: {
          kind: 'not-reached',
          happened: 'The app did not take the question.',
          safe: 'Nothing was done.',
          todo: 'Close the window and open it again.',
        },
      };
    }
  },
  listen: (onEvent) => {
    listeners.add(onEvent);
    for (const live of early.splice(0)) onEvent(live);
    return () => void listeners.delete(onEvent);
  },
};

contextBridge.exposeInMainWorld('slowwave', bridge);
