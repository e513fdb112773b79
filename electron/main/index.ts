// Where Electron starts. One app at a time; a second start, or a link, shows the first one's window. Everything that must
// stand before Electron is ready stands here.
import path from 'node:path';
import { app, protocol } from 'electron';
import { makeFolder } from '../engine/folders/make-folder.ts';
import { ownScheme } from './addresses.ts';
import { guardContents } from './guards.ts';
import { linkAmong, linkScheme, routeOfLink } from './links.ts';
import { hiddenWord } from './login.ts';
import { openLogs } from './logs.ts';
import { openShell, type Shell } from './shell.ts';

/** Given by electron-vite while developing; what is shipped never looks at it. */
const developing = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);

/** Chromium's files lie apart from the store and its key. */
function settleDown(): void {
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    const name = process.platform === 'linux' ? 'slowwave' : 'Slowwave';
    app.setPath('userData', path.join(app.getPath('appData'), name, 'window'));
  }
  makeFolder(app.getPath('userData'), 0o700);
}

function start(): void {
  const logs = openLogs(path.join(app.getPath('userData'), 'logs', 'slowwave.log'), developing !== null);
  let shell: Shell | null = null;
  // A link may come before there is anything to show it in.
  let route: string | null = null;
  const show = (asked: string | null): void => {
    if (shell === null) route = asked;
    else shell.show(asked);
  };
  const openLink = (link: string): void => show(routeOfLink(link));

  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([
    { scheme: ownScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme);
  app.setAppUserModelId('app.slowwave');

  app.on('web-contents-created', (_event, contents) => guardContents(contents, logs.warn));
  app.on('second-instance', (_event, words) => {
    const link = linkAmong(words);
    if (link === null) show(null);
    else openLink(link);
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    openLink(link);
  });
  app.on('activate', () => show(null));
  // Closing the window is not quitting: the night needs no window.
  app.on('window-all-closed', () => undefined);
  endCleanly(() => shell?.close() ?? Promise.resolve(), logs.warn);

  void app.whenReady().then(() => {
    logs.info(`Slowwave ${app.getVersion()} starts.`);
    shell = openShell({ logs, developing });
    const link = linkAmong(process.argv);
    if (link !== null) openLink(link);
    else if (!process.argv.includes(hiddenWord)) shell.show(route);
  });
}

/** Quitting waits for the engine: it wakes what is at work, and lets go of the store. */
function endCleanly(close: () => Promise<void>, warn: (text: string) => void): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close()
      .catch((error: unknown) => warn(`The engine did not end cleanly: ${String(error)}`))
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
}

settleDown();
if (app.requestSingleInstanceLock()) start();
else app.exit(0);
