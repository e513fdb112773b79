// What of the computer's system an app may ask: a quiet computer on mains power with one display, that a test can change
// by replacing a method or emitting an event, as it would in Electron.
import { EventEmitter } from 'node:events';
import { registerStandardScheme } from './addresses.ts';
import { life } from './life.ts';
import { sessionProtocol } from './session.ts';
import { strict } from './strict.ts';

export const powerMonitor = strict(
  'powerMonitor',
  Object.assign(new EventEmitter(), {
    getSystemIdleTime: () => 0,
    getSystemIdleState: (_thresholdSeconds: number) => 'active',
    isOnBatteryPower: () => false,
  }),
);

const blockers = new Set<number>();
let lastBlocker = 0;
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start: (kind: string) => {
    if (!['prevent-app-suspension', 'prevent-display-sleep'].includes(kind)) throw new TypeError(kind);
    blockers.add(++lastBlocker);
    return lastBlocker;
  },
  stop: (id: number) => blockers.delete(id),
  isStarted: (id: number) => blockers.has(id),
});

export const nativeTheme = strict(
  'nativeTheme',
  Object.assign(new EventEmitter(), { shouldUseDarkColors: true, themeSource: 'system' }),
);

/** Nothing is safe here: it turns the letters around. */
const turned = (text: string): string => text.split('').toReversed().join('');
export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: () => life.isReady,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string) => Buffer.from(`stand-in:${turned(text)}`),
  decryptString: (sealed: Buffer) => turned(sealed.toString().replace(/^stand-in:/u, '')),
});

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 }, scaleFactor: 1 };
export const screen = strict(
  'screen',
  Object.assign(new EventEmitter(), { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }),
);

export const dialog = strict('dialog', {
  showMessageBox: (_options: object) => Promise.resolve({ response: 0, checkboxChecked: false }),
  showErrorBox: (_title: string, _content: string) => undefined,
  showOpenDialog: (_options: object) => Promise.resolve({ canceled: true, filePaths: [] }),
});

export const shell = strict('shell', {
  showItemInFolder: (_file: string) => undefined,
  openPath: (_path: string) => Promise.resolve(''),
  openExternal: (_url: string) => Promise.resolve(),
});

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: { readonly standard?: boolean };
}

export const protocol = strict(
  'protocol',
  Object.assign(Object.create(sessionProtocol) as typeof sessionProtocol, {
    registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]) => {
      if (life.isReady)
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      for (const { scheme, privileges } of schemes) {
        if (privileges?.standard !== true)
          throw new Error('stand-in: a scheme that is not standard is not there');
        registerStandardScheme(scheme);
      }
    },
  }),
);
