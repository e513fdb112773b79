// The main-process side of the module "electron", as far as our app uses it. What is missing here fails by name.
export { app } from './app.ts';
export { webContents } from './contents.ts';
export { ipcMain } from './ipc.ts';
export { Menu, MenuItem, nativeImage, Notification, Tray } from './menus.ts';
export { session } from './session.ts';
export {
  dialog,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  shell,
} from './system.ts';
export { utilityProcess } from './utility.ts';
export { BrowserWindow } from './window.ts';
