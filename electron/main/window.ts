// The one window: made when it is asked for, gone when it is closed, in its old place when it comes again.
import { BrowserWindow, screen, type IpcMainInvokeEvent, type Rectangle } from 'electron';
import type { LiveEvent } from '../../shared/contract.ts';
import { startAddress } from './addresses.ts';
import { smallestSize, visibleBounds } from './bounds.ts';
import { afterCrash } from './crash.ts';
import type { ShellMemory } from './shell-memory.ts';

interface WindowNeeds {
  readonly preload: string;
  readonly developing: string | null;
  readonly memory: ShellMemory;
  readonly background: () => string;
  readonly nowMs: () => number;
  readonly warn: (text: string) => void;
  readonly onClosed: () => void;
  /** Its page died twice in a row. */
  readonly onGivenUp: () => void;
}

export interface MainWindow {
  /** Brings it to the front, makes it where there is none, and opens a screen where one is named. */
  readonly show: (route: string | null) => void;
  readonly send: (event: LiveEvent) => void;
  readonly isSender: (event: IpcMainInvokeEvent) => boolean;
  readonly wearBackground: () => void;
}

/** So long after the last move a place is kept: a drag is many moves. */
const settledMs = 400;

export function createMainWindow(needs: WindowNeeds): MainWindow {
  let window: BrowserWindow | null = null;
  let isLoaded = false;
  let route: string | null = null;

  const send = (event: LiveEvent): void => {
    if (isLoaded) window?.webContents.send('event', event);
  };
  const go = (): void => {
    if (route === null || !isLoaded) return;
    send({ kind: 'go', route });
    route = null;
  };
  const open = (): BrowserWindow => {
    const made = openWindow(needs);
    const { webContents } = made;
    webContents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) isLoaded = false;
    });
    webContents.on('did-finish-load', () => {
      isLoaded = true;
      go();
    });
    made.on('closed', () => {
      window = null;
      isLoaded = false;
      needs.onClosed();
    });
    void made.loadURL(needs.developing ?? startAddress).catch((error: unknown) => {
      needs.warn(`The page did not load: ${String(error)}`);
    });
    return made;
  };

  return {
    show: (asked) => {
      if (asked !== null) route = asked;
      if (window === null) {
        window = open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      go();
    },
    send,
    // The window that there is, not any that ever was.
    isSender: (event) => window !== null && event.sender === window.webContents,
    wearBackground: () => window?.setBackgroundColor(needs.background()),
  };
}

function openWindow(needs: WindowNeeds): BrowserWindow {
  const { memory } = needs;
  const made = new BrowserWindow({
    ...placeFor(memory),
    minWidth: smallestSize.width,
    minHeight: smallestSize.height,
    title: 'Slowwave',
    backgroundColor: needs.background(),
    show: false,
    webPreferences: {
      preload: needs.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      // It would fetch dictionaries from the network.
      spellcheck: false,
      devTools: needs.developing !== null,
    },
  });
  made.once('ready-to-show', () => {
    if (memory.get().isMaximized) made.maximize();
    made.show();
  });
  rememberPlace(made, memory);
  bringBack(made, needs);
  return made;
}

function placeFor(memory: ShellMemory): Rectangle {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return {
    ...visibleBounds(
      memory.get().bounds,
      [main, ...others].map(({ workArea }) => workArea),
    ),
  };
}

function rememberPlace(window: BrowserWindow, memory: ShellMemory): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    // What a maximized window goes back to is its place, not what it fills now.
    memory.keep({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, settledMs);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('close', keep);
}

function bringBack(window: BrowserWindow, needs: WindowNeeds): void {
  let lastAtMs: number | null = null;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const atMs = needs.nowMs();
    const then = afterCrash({ reason, atMs, lastAtMs });
    lastAtMs = atMs;
    needs.warn(`The page is gone (${reason}): ${then}.`);
    if (then === 'reload') window.webContents.reload();
    if (then === 'close') {
      window.destroy();
      needs.onGivenUp();
    }
  });
}
