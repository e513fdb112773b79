// Which addresses are ours. The window's files have a scheme of their own: a page of `file:` could read every file of
// the computer, and has no origin by which to tell it from another.

export const ownScheme = 'app';
export const ownOrigin = `${ownScheme}://slowwave`;
export const startAddress = `${ownOrigin}/index.html`;

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** `developing`: the address of the development server; null in what is shipped. */
export function isOwnAddress(address: string, developing: string | null): boolean {
  const url = parsed(address);
  if (url === null) return false;
  if (`${url.protocol}//${url.host}` === ownOrigin) return true;
  const server = developing === null ? null : parsed(developing);
  return server !== null && server.origin === url.origin;
}

/** Whether the window may load it. Nothing of the network is ours; while developing, the server and its tools are. */
export function mayLoad(address: string, developing: string | null): boolean {
  if (isOwnAddress(address, developing)) return true;
  const url = parsed(address);
  if (url === null) return false;
  if (url.protocol === 'blob:') return isOwnAddress(url.pathname, developing);
  if (developing === null) return false;
  const live = new URL(developing);
  return url.protocol === 'devtools:' || (url.protocol === 'ws:' && url.host === live.host);
}

interface Sender {
  /** Sent by the one window that we opened ourselves, and that is still there. */
  readonly isOwnWindow: boolean;
  /** Null where the frame is gone by now. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null;
}

/** Whether a question over IPC is taken: only from our own page in our own window, never from a frame inside it. */
export const isOwnSender = ({ isOwnWindow, frame }: Sender, developing: string | null): boolean =>
  isOwnWindow && frame !== null && frame.isTop && isOwnAddress(frame.url, developing);
