// The desktop app once Electron is ready: one engine, one window, one tray, and who tells whom.
import path from 'node:path';
import { app, dialog, ipcMain, Menu, nativeTheme, session, shell } from 'electron';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import { startEngine } from './engine.ts';
import { withFileChoice } from './file-choice.ts';
import { withFileManager } from './file-manager.ts';
import { guardSession } from './guards.ts';
import { answerWindow } from './ipc.ts';
import { startAtLogin } from './login.ts';
import type { Logs } from './logs.ts';
import { menuTemplate } from './menu.ts';
import { createMorning, showNotice } from './notifications.ts';
import { watchPower } from './power.ts';
import { openShellMemory } from './shell-memory.ts';
import { keepStanding } from './standing.ts';
import { backgroundFor, nativeThemeFor } from './theme.ts';
import { trayView, type Standing } from './tray-view.ts';
import { createTray } from './tray.ts';
import { createMainWindow, type MainWindow } from './window.ts';
import { createWishes } from './wishes.ts';
import { wordsFor, type Words } from './words.ts';

interface ShellNeeds {
  readonly logs: Logs;
  readonly developing: string | null;
}

export interface Shell {
  readonly show: (route: string | null) => void;
  /** Ends the engine, and with it whatever it dreams. */
  readonly close: () => Promise<void>;
}

const beside = (...parts: readonly string[]): string => path.resolve(import.meta.dirname, '..', ...parts);
const showFile = (file: string): void => shell.showItemInFolder(file);
/** An export of chats, as it came or unpacked. */
async function chooseExport(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    properties: ['openFile'],
    filters: [{ name: 'ChatGPT, Claude.ai', extensions: ['zip', 'json'] }],
  });
  return filePaths[0] ?? null;
}

const nowMs = (): EpochMs => epochMs(Date.now());

export function openShell({ logs, developing }: ShellNeeds): Shell {
  const warn = logs.warn;
  const memory = openShellMemory(path.join(app.getPath('userData'), 'shell.json'), warn);
  let words: Words = wordsFor('system', app.getLocale());
  const { link, bridge } = startEngine(logs);
  guardSession(session.defaultSession, { folder: beside('renderer'), developing, warn });

  const window = createMainWindow({
    preload: beside('preload', 'preload.cjs'),
    developing,
    memory,
    background: () => backgroundFor(nativeTheme.shouldUseDarkColors),
    nowMs,
    warn,
    onClosed: () => {
      if (isClosing || memory.get().hasSaidItStays) return;
      memory.keep({ hasSaidItStays: true });
      showNotice({ title: words.staysTitle, body: words.stays, route: '/tonight' }, window.show);
    },
    onGivenUp: () => dialog.showErrorBox('Slowwave', words.crashed),
  });
  answerWindow({
    ipcMain,
    bridge: withFileChoice(withFileManager(bridge, showFile), chooseExport),
    developing,
    isOwnWindow: window.isSender,
    warn,
  });
  link.listen(window.send);

  const wish = createWishes({ link, logFile: logs.file, words: () => words, show: window.show });
  const tray = createTray({ folder: beside('..', 'resources', 'tray'), onWish: wish });
  const morning = createMorning({
    link,
    memory,
    standing: () => standing(),
    words: () => words,
    nowMs,
    isLocked: () => power.isLocked(),
    idleMs: () => power.idleMs(),
    onOpen: window.show,
  });
  const power = watchPower({ link, nowMs, onUnlock: morning.onUnlock, onShutdown: () => app.quit() });

  const setMenu = (): void => {
    const isMac = process.platform === 'darwin';
    const template = menuTemplate({ words, isMac, isDeveloping: developing !== null, onWish: wish });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const onChange = (now: Standing): void => {
    const before = words;
    words = wordsFor(now.settings?.appearance.language ?? 'system', app.getLocale());
    if (words !== before) setMenu();
    tray.show(trayView(now, words, nowMs()));
    power.keepAwake(!now.isEngineLost && now.night?.running?.kind === 'dream');
    follow(now, window, warn);
    morning.look();
  };
  const standing = keepStanding({ link, onChange });
  tray.show(trayView(standing(), words, nowMs()));
  setMenu();

  let isClosing = false;
  return {
    show: window.show,
    close: () => {
      isClosing = true;
      return link.close();
    },
  };
}

let followed = '';

/** What the owner set that the system must know of. Each is set only when it differs. */
function follow({ settings }: Standing, window: MainWindow, warn: (text: string) => void): void {
  if (settings === null) return;
  const theme = nativeThemeFor(settings.appearance.theme, new Date().getHours());
  if (nativeTheme.themeSource !== theme) {
    nativeTheme.themeSource = theme;
    window.wearBackground();
  }
  const wanted = String(settings.startAtLogin);
  if (followed === wanted) return;
  followed = wanted;
  startAtLogin(settings.startAtLogin, warn);
}
