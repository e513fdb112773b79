// What runs inside a page before its own scripts: in a world of its own, as in Electron, the preload script with
// `ipcRenderer` and `contextBridge`; in the page's world the other end of that bridge, and what Electron changes there.
// The worlds share no objects. They speak by events of the document whose name only they know.
import type { Codec } from './values.ts';

/** Of a page; this process has none. */
declare const document: EventTarget;

export const isolatedWorld = 'Electron Isolated Context';
export const binding = '__standInSend';
export const receiver = '__standInReceive';

interface MainWorldNeeds {
  readonly hasNode: boolean;
}

/** Runs in the page's world. */
export function mainWorld(
  createCodec: () => Codec,
  changePage: (needs: PageNeeds) => void,
  { hasNode }: MainWorldNeeds,
): void {
  type Work = (...args: unknown[]) => unknown;
  const { encode, decode } = createCodec();
  const name = `stand-in-${Math.random()}-${Math.random()}`;
  const kept = new Map<unknown, Work>();
  const waiting = new Map<unknown, { resolve: Work; reject: Work }>();
  let last = 0;
  const keep = (work: unknown): unknown => {
    kept.set(++last, work as Work);
    return last;
  };
  /** Synchronous: an event is heard before `dispatchEvent` returns. */
  const say = (what: string, message: unknown): unknown => {
    let answer: unknown;
    const onAnswer = (event: Event): void => {
      answer = decode((event as CustomEvent<string>).detail, proxyFor);
    };
    document.addEventListener(`${name}-answer`, onAnswer, { once: true });
    document.dispatchEvent(new CustomEvent(`${name}-${what}`, { detail: encode(message, keep) }));
    document.removeEventListener(`${name}-answer`, onAnswer);
    return answer;
  };
  const proxyFor = (number: unknown): unknown => {
    return (...args: unknown[]): unknown => {
      const answer = say('call', { number, args }) as { error?: string; later?: number; value?: unknown };
      if (answer.error !== undefined) throw new Error(answer.error);
      if (answer.later === undefined) return answer.value;
      return new Promise((resolve, reject) => void waiting.set(answer.later, { resolve, reject }));
    };
  };
  const hear = (what: string, work: (message: never) => void): void => {
    document.addEventListener(`${name}-${what}`, (event) => {
      work(decode((event as CustomEvent<string>).detail, proxyFor) as never);
    });
  };
  hear('expose', ({ key, api }: { key: string; api: object }) => {
    Object.defineProperty(globalThis, key, { value: Object.freeze(api), enumerable: true });
  });
  hear(
    'callback',
    ({ number, args }: { number: number; args: unknown[] }) => void kept.get(number)?.(...args),
  );
  hear('settled', ({ later, error, value }: { later: number; error?: string; value?: unknown }) => {
    const waiter = waiting.get(later);
    waiting.delete(later);
    if (error === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(error));
  });
  document.addEventListener(
    'stand-in-hello',
    (event) => {
      event.stopImmediatePropagation();
      document.dispatchEvent(new CustomEvent('stand-in-name', { detail: name }));
    },
    { once: true },
  );

  changePage({ say, hear, nextNumber: () => ++last, hasNode });
}

interface PageNeeds {
  readonly say: (what: string, message: unknown) => unknown;
  readonly hear: (what: string, work: (message: never) => void) => void;
  readonly nextNumber: () => number;
  readonly hasNode: boolean;
}

/** What Electron asks the main process for, a page asks by these. Runs in the page's world. */
export function changePage({ say, hear, nextNumber, hasNode }: PageNeeds): void {
  type Work = (...args: unknown[]) => unknown;
  const asks = new Map<number, (isGranted: boolean) => void>();
  const ask = (kind: string, permission: string): Promise<boolean> =>
    new Promise((resolve) => {
      const number = nextNumber();
      asks.set(number, resolve);
      say('ask', { kind, permission, number });
    });
  hear('asked', ({ number, isGranted }: { number: number; isGranted: boolean }) =>
    asks.get(number)?.(isGranted),
  );
  const change = (target: unknown, method: string, work: Work): void => {
    if (typeof target === 'object' || typeof target === 'function')
      Object.assign(target ?? {}, { [method]: work });
  };
  const page = globalThis as unknown as Record<string, { prototype?: object } | undefined>;
  change(page['Permissions']?.prototype, 'query', async (asked) => {
    const permission = String((asked as { name?: unknown }).name);
    return { name: permission, state: (await ask('permission-check', permission)) ? 'granted' : 'denied' };
  });
  change(page['Geolocation']?.prototype, 'getCurrentPosition', async (onFound, onError) => {
    if (await ask('permission-request', 'geolocation'))
      (onFound as Work)({ coords: { latitude: 0, longitude: 0 } });
    else (onError as Work | undefined)?.({ code: 1, message: 'User denied Geolocation' });
  });
  change(page['Notification'], 'requestPermission', async () =>
    (await ask('permission-request', 'notifications')) ? 'granted' : 'denied',
  );
  change(globalThis, 'close', () => say('close', {}));
  if (hasNode) Object.assign(globalThis, { require: () => ({}), process: { versions: { node: '24' } } });
}

interface IsolatedNeeds {
  readonly sendName: string;
  readonly receiveName: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isIsolated: boolean;
}

type Preload = (require: unknown, module: unknown, exports: unknown, process: unknown) => void;

/** Runs in the preload script's world. */
export function preloadWorld(
  createCodec: () => Codec,
  createIpc: (needs: IpcNeeds) => Ipc,
  createRequire: (needs: RequireNeeds) => unknown,
  needs: IsolatedNeeds,
  preload: Preload,
): void {
  type Work = (...args: unknown[]) => unknown;
  const scope = globalThis as unknown as Record<string, unknown>;
  const post = scope[needs.sendName] as (text: string) => void;
  const codec = createCodec();
  const { encode, decode } = codec;
  let name = '';
  document.addEventListener('stand-in-name', (event) => (name = (event as CustomEvent<string>).detail), {
    once: true,
  });
  document.dispatchEvent(new CustomEvent('stand-in-hello'));
  const kept = new Map<unknown, Work>();
  let last = 0;
  const keep = (work: unknown): unknown => {
    kept.set(++last, work as Work);
    return last;
  };
  const say = (what: string, message: unknown): void => {
    document.dispatchEvent(new CustomEvent(`${name}-${what}`, { detail: encode(message, keep) }));
  };
  const callbackFor =
    (number: unknown) =>
    (...args: unknown[]): void =>
      say('callback', { number, args });
  const hear = (what: string, work: (message: never) => void): void => {
    document.addEventListener(`${name}-${what}`, (event) => {
      work(decode((event as CustomEvent<string>).detail, callbackFor) as never);
    });
  };
  hear('call', ({ number, args }: { number: number; args: unknown[] }) => {
    try {
      const value = kept.get(number)?.(...args);
      if (!(value instanceof Promise)) return say('answer', { value });
      const later = ++last;
      value.then(
        (settled: unknown) => say('settled', { later, value: settled }),
        (error: unknown) => say('settled', { later, error: String(error) }),
      );
      say('answer', { later });
    } catch (error) {
      say('answer', { error: String(error) });
    }
  });
  hear('ask', (asked: object) => post(encode({ ...asked })));
  hear('close', () => post(encode({ kind: 'close' })));

  const ipc = createIpc({ post, codec, onAsked: (asked) => say('asked', asked) });
  Object.defineProperty(globalThis, needs.receiveName, { value: ipc.receive });

  const require = createRequire({
    ipcRenderer: ipc.ipcRenderer,
    isIsolated: needs.isIsolated,
    expose: (given) => say('expose', given),
  });
  const module = { exports: {} };
  const process = {
    platform: needs.platform,
    versions: needs.versions,
    contextIsolated: needs.isIsolated,
    sandboxed: true,
  };
  preload(require, module, module.exports, process);
}

interface IpcNeeds {
  readonly post: (text: string) => void;
  readonly codec: Codec;
  readonly onAsked: (asked: object) => void;
}

interface Ipc {
  readonly ipcRenderer: object;
  readonly receive: (text: string) => void;
}

/** `ipcRenderer`. Runs in the preload script's world. */
export function createIpc({ post, codec, onAsked }: IpcNeeds): Ipc {
  type Work = (...args: unknown[]) => unknown;
  const { encode, decode } = codec;
  let last = 0;
  const invoked = new Map<number, { resolve: Work; reject: Work; channel: string }>();
  const listeners = new Map<string, Work[]>();
  const off = (channel: string, listener: Work): void => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((each) => each !== listener),
    );
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const text = encode({ kind: 'invoke', number: ++last, channel, args });
        invoked.set(last, { resolve, reject, channel });
        post(text);
      }),
    send: (channel: string, ...args: unknown[]) => post(encode({ kind: 'send', channel, args })),
    on: (channel: string, listener: Work) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off,
    removeListener: off,
  };
  const receive = (text: string): void => {
    const message = decode(text) as { kind: string; number: number; channel: string; args: unknown[] } & {
      error?: string;
      value?: unknown;
      isGranted?: boolean;
    };
    if (message.kind === 'asked') return onAsked({ number: message.number, isGranted: message.isGranted });
    if (message.kind === 'event') {
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer }, ...message.args);
      return;
    }
    const waiter = invoked.get(message.number);
    invoked.delete(message.number);
    if (message.error === undefined) waiter?.resolve(message.value);
    else waiter?.reject(new Error(`Error invoking remote method '${waiter.channel}': ${message.error}`));
  };
  return { ipcRenderer, receive };
}

interface RequireNeeds {
  readonly ipcRenderer: object;
  readonly isIsolated: boolean;
  readonly expose: (given: object) => void;
}

/** What a sandboxed preload script may require. Runs in its world. */
export function createRequire({ ipcRenderer, isIsolated, expose }: RequireNeeds): (id: string) => unknown {
  const contextBridge = {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (!isIsolated) throw new Error('contextBridge API can only be used when contextIsolation is enabled');
      expose({ key, api });
    },
  };
  const strictly = <T extends object>(what: string, target: T): T =>
    new Proxy(target, {
      get: (object, key) => {
        if (!(key in object)) throw new Error(`stand-in: ${what}.${String(key)} is not there`);
        return Reflect.get(object, key) as unknown;
      },
    });
  const electron = strictly('electron (in a preload script)', {
    ipcRenderer: strictly('ipcRenderer', ipcRenderer),
    contextBridge: strictly('contextBridge', contextBridge),
  });
  return (id) => {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`stand-in: a sandboxed preload script cannot require ${id}`);
  };
}
