// `session.defaultSession`: the app's schemes, what it lets pages load, which headers they get, what they may ask for.
import { EventEmitter } from 'node:events';
import { missing, strict } from './strict.ts';

type Headers = Record<string, string[] | string>;
type BeforeRequest = (
  details: object,
  answer: (what: { cancel?: boolean; redirectURL?: string }) => void,
) => void;
type HeadersReceived = (
  details: object,
  answer: (what: { responseHeaders?: Headers; cancel?: boolean }) => void,
) => void;
type PermissionRequest = (
  contents: unknown,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: object,
) => void;
type PermissionCheck = (contents: unknown, permission: string, origin: string, details: object) => boolean;

export const rules = {
  handlers: new Map<string, (request: Request) => Promise<Response> | Response>(),
  beforeRequest: null as BeforeRequest | null,
  headersReceived: null as HeadersReceived | null,
  permissionRequest: null as PermissionRequest | null,
  permissionCheck: null as PermissionCheck | null,
};

/** Electron takes a filter first, or none; ours is for every address. */
function onlyListener(what: string, given: readonly unknown[]): unknown {
  if (given.length > 1) throw missing(`${what} with a filter`);
  return given[0] ?? null;
}

const webRequest = strict('webRequest', {
  onBeforeRequest: (...given: readonly unknown[]) => {
    rules.beforeRequest = onlyListener('onBeforeRequest', given) as BeforeRequest | null;
  },
  onHeadersReceived: (...given: readonly unknown[]) => {
    rules.headersReceived = onlyListener('onHeadersReceived', given) as HeadersReceived | null;
  },
});

export const sessionProtocol = strict('protocol', {
  handle: (scheme: string, handler: (request: Request) => Promise<Response> | Response) => {
    if (rules.handlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`);
    rules.handlers.set(scheme, handler);
  },
  unhandle: (scheme: string) => void rules.handlers.delete(scheme),
  isProtocolHandled: (scheme: string) => rules.handlers.has(scheme),
});

const defaultSession = strict(
  'session',
  Object.assign(new EventEmitter(), {
    protocol: sessionProtocol,
    webRequest,
    setPermissionRequestHandler: (handler: PermissionRequest | null) =>
      void (rules.permissionRequest = handler),
    setPermissionCheckHandler: (handler: PermissionCheck | null) => void (rules.permissionCheck = handler),
    // Asked for USB and the like, which a headless Chromium has none of.
    setDevicePermissionHandler: (_handler: unknown) => undefined,
  }),
);

export const session = strict('session (the module)', { defaultSession });

/** Electron's own answer where no handler stands: granted. */
export const permissionChecked = (contents: unknown, permission: string, origin: string): boolean =>
  rules.permissionCheck?.(contents, permission, origin, {}) ?? true;

export const permissionRequested = (contents: unknown, permission: string): Promise<boolean> =>
  new Promise((resolve) => {
    if (rules.permissionRequest === null) resolve(true);
    else rules.permissionRequest(contents, permission, resolve, {});
  });

export const mayRequest = (details: object): Promise<boolean> =>
  new Promise((resolve) => {
    if (rules.beforeRequest === null) resolve(true);
    else rules.beforeRequest(details, ({ cancel }) => resolve(cancel !== true));
  });

export const headersAfter = (details: object, headers: Headers): Promise<Headers> =>
  new Promise((resolve) => {
    if (rules.headersReceived === null) resolve(headers);
    else
      rules.headersReceived({ ...details, responseHeaders: headers }, ({ responseHeaders }) =>
        resolve(responseHeaders ?? headers),
      );
  });
