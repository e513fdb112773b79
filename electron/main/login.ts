// Starting at login, as the owner set it: by the system's own call where there is one, by a file on Linux.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { makeFolder } from '../engine/folders/make-folder.ts';
import { autostartEntry } from './autostart.ts';

/** Started so, it shows no window: the tray is enough in the morning. */
export const hiddenWord = '--hidden';

export function startAtLogin(isWanted: boolean, warn: (text: string) => void): void {
  // Started from sources, Electron itself is the program and the app its first word.
  const words = app.isPackaged ? [hiddenWord] : [app.getAppPath(), hiddenWord];
  try {
    if (process.platform === 'linux') keepAutostart(isWanted, [programFile(), ...words]);
    else app.setLoginItemSettings({ openAtLogin: isWanted, path: process.execPath, args: words });
  } catch (error) {
    warn(`Starting at login was not set: ${String(error)}`);
  }
}

/** An AppImage is mounted anew at each start; only its own file stays where it is. */
const programFile = (): string => process.env['APPIMAGE'] ?? process.execPath;

function keepAutostart(isWanted: boolean, command: readonly string[]): void {
  const file = path.join(app.getPath('appData'), 'autostart', 'slowwave.desktop');
  const entry = autostartEntry(command);
  const is = existsSync(file) ? readFileSync(file, 'utf8') : null;
  if (!isWanted && is !== null) rmSync(file);
  if (!isWanted || is === entry) return;
  makeFolder(path.dirname(file), 0o700);
  writeFileSync(file, entry);
}
