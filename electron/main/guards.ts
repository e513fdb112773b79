// What no page may do, ours or any other: leave its address, open windows, ask for permissions, load from elsewhere. Our
// own pages never try; whatever gets into one is stopped here.
import { readFile } from 'node:fs/promises';
import type { Session, WebContents } from 'electron';
import { mayLoad, ownScheme } from './addresses.ts';
import { ownFile, pageHeaders } from './own-files.ts';

interface GuardNeeds {
  /** Where the built page lies. */
  readonly folder: string;
  /** The address of the development server; null in what is shipped. */
  readonly developing: string | null;
  readonly warn: (text: string) => void;
}

export function guardSession(ours: Session, { folder, developing, warn }: GuardNeeds): void {
  ours.protocol.handle(ownScheme, (request) => giveOwnFile(folder, request.url));
  ours.setPermissionRequestHandler((_contents, permission, answer) => {
    warn(`A page asked for the permission "${permission}"; refused.`);
    answer(false);
  });
  ours.setPermissionCheckHandler(() => false);
  ours.setDevicePermissionHandler(() => false);
  ours.webRequest.onBeforeRequest(({ url }, answer) => {
    const isRefused = !mayLoad(url, developing);
    if (isRefused) warn(`A page asked for ${hostOf(url)}; refused.`);
    answer({ cancel: isRefused });
  });
  // The development server brings scripts of its own into the page, which the policy would stop.
  if (developing === null) {
    ours.webRequest.onHeadersReceived(({ responseHeaders }, answer) => {
      answer({ responseHeaders: withPageHeaders(responseHeaders ?? {}) });
    });
  }
}

type Headers = Readonly<Record<string, readonly string[] | string>>;

/** Ours take the place of any other of the same name, however it is spelled. */
function withPageHeaders(given: Headers): Record<string, string[] | string> {
  const others = Object.entries(given).filter(([name]) => pageHeaders[name.toLowerCase()] === undefined);
  const kept = others.map(([name, value]) => [name, typeof value === 'string' ? value : [...value]] as const);
  return Object.fromEntries([
    ...kept,
    ...Object.entries(pageHeaders).map(([name, value]) => [name, [value]] as const),
  ]);
}

async function giveOwnFile(folder: string, address: string): Promise<Response> {
  const file = ownFile(folder, address);
  if (file === null) return new Response(null, { status: 404, headers: pageHeaders });
  try {
    const bytes = await readFile(file.path);
    return new Response(new Uint8Array(bytes), { headers: { ...pageHeaders, 'content-type': file.kind } });
  } catch {
    return new Response(null, { status: 404, headers: pageHeaders });
  }
}

/** For every page there will ever be, also one that we did not mean to open. */
export function guardContents(contents: WebContents, warn: (text: string) => void): void {
  contents.on('will-navigate', (event) => {
    warn(`A page wanted to leave for ${hostOf(event.url)}; refused.`);
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    warn(`A page wanted to open ${hostOf(url)}; refused.`);
    return { action: 'deny' };
  });
}

/** For the log: whose it was, never the whole, which may carry somebody's words. */
function hostOf(address: string): string {
  try {
    const url = new URL(address);
    return `${url.protocol}//${url.host}`;
  } catch {
    return 'an address that is none';
  }
}
