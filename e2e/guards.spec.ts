// Each guard of the shell, with an attack that it stops. The attack is made on the app as built, where it must fail, and
// on a copy of the bundle with only that guard taken out, where it must succeed: else the test would prove nothing.
import { createServer, type Server } from 'node:http';
import { expect, test, type ElectronApplication } from '@playwright/test';
import { DesktopApp, type Patch } from './desktop/desktop-app.ts';
import { windows } from './desktop/watching.ts';

interface Attack {
  readonly name: string;
  /** Takes the guard out. */
  readonly patch: Patch;
  /** True: it got through. */
  readonly attempt: (desktop: DesktopApp) => Promise<boolean>;
}

const home = 'app://slowwave/index.html';

/** In the first window's page, whatever that has become. */
const inPage = (app: ElectronApplication, code: string): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }, given) => {
    const [window] = BrowserWindow.getAllWindows();
    return window?.webContents.executeJavaScript(given) as Promise<unknown>;
  }, code);

/** As the main process could be brought to: no page asks for it. Gives the error's words, if any. */
const load = (app: ElectronApplication, address: string): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }, given) => {
    try {
      await BrowserWindow.getAllWindows()[0]?.loadURL(given);
      return '';
    } catch (error) {
      return String(error);
    }
  }, address);

const addressNow = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '');

const ask = "slowwave.call('night.list', {}).then((answer) => answer.ok)";

/** One of two things happens; which one? */
async function which(isThrough: () => Promise<boolean>, isStopped: () => boolean): Promise<boolean> {
  let through = false;
  await expect
    .poll(async () => {
      through = await isThrough();
      return through || isStopped();
    })
    .toBe(true);
  return through;
}

let server: Server;
let hits = 0;
const serverAddress = (): string => {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
};

test.beforeAll(async () => {
  server = createServer((_request, response) => {
    hits += 1;
    response.end('<h1>elsewhere</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
test.afterAll(() => new Promise((resolve) => server.close(resolve)));

const attacks: readonly Attack[] = [
  {
    name: 'a page in a window that is not ours asks',
    patch: [[/isOwnWindow && frame !== null/u, 'frame !== null']],
    attempt: ({ app }) =>
      app.evaluate(
        async ({ app: running, BrowserWindow }, { code, address }) => {
          const preload = `${running.getAppPath()}/out/preload/preload.cjs`;
          const other = new BrowserWindow({ show: false, webPreferences: { preload } });
          await other.loadURL(address);
          const answer: unknown = await other.webContents.executeJavaScript(code);
          other.destroy();
          return answer === true;
        },
        { code: ask, address: home },
      ),
  },
  {
    name: 'another page in our window asks',
    patch: [[/ && isOwnAddress\(frame\.url, developing\)/u, '']],
    attempt: async ({ app }) => {
      await load(app, 'data:text/html,<h1>not ours</h1>');
      return (await inPage(app, ask)) === true;
    },
  },
  {
    name: 'a page leaves for another address',
    patch: [[/contents\.on\("will-navigate"[\s\S]*?preventDefault\(\);\s*\}\);/u, '']],
    attempt: async (desktop) => {
      await inPage(desktop.app, "void (location.href = '/page.js')");
      return which(
        async () => (await addressNow(desktop.app)).endsWith('/page.js'),
        () => desktop.log().includes('wanted to leave'),
      );
    },
  },
  {
    name: 'a page opens a window',
    patch: [[/action: "deny"/u, 'action: "allow"']],
    attempt: async (desktop) => {
      await inPage(desktop.app, 'void window.open(location.href)');
      return which(
        async () => (await windows(desktop.app)).length > 1,
        () => desktop.log().includes('wanted to open'),
      );
    },
  },
  {
    name: 'a page asks for a permission',
    patch: [[/answer\(false\)/u, 'answer(true)']],
    // 1: denied. Granted, it may still not be found.
    attempt: async ({ app }) =>
      (await inPage(
        app,
        'new Promise((done) => navigator.geolocation.getCurrentPosition(() => done(0), ({ code }) => done(code)))',
      )) !== 1,
  },
  {
    name: 'a page has a permission that nobody was asked for',
    patch: [[/setPermissionCheckHandler\(\(\) => false\)/u, 'setPermissionCheckHandler(() => true)']],
    attempt: async ({ app }) =>
      (await inPage(
        app,
        "navigator.permissions.query({ name: 'notifications' }).then(({ state }) => state)",
      )) === 'granted',
  },
  {
    name: 'a script that came in as text runs',
    patch: [[/"content-security-policy": \[[^\]]*\]\.join\("; "\)/u, '"content-security-policy": ""']],
    attempt: async ({ app }) =>
      (await inPage(
        app,
        `(() => {
          const script = document.createElement('script');
          script.textContent = 'globalThis.isOwned = true';
          document.head.append(script);
          return globalThis.isOwned === true;
        })()`,
      )) === true,
  },
  {
    name: 'a page has Node',
    patch: [
      [/app\.enableSandbox\(\);/u, ''],
      [/sandbox: true/u, 'sandbox: false'],
      [/nodeIntegration: false/u, 'nodeIntegration: true'],
    ],
    attempt: async ({ app }) => (await inPage(app, 'typeof require')) === 'function',
  },
  {
    name: 'the window loads something of the network',
    patch: [[/answer\(\{ cancel: isRefused \}\)/u, 'answer({ cancel: false })']],
    attempt: async ({ app }) => {
      const before = hits;
      await load(app, serverAddress());
      return hits > before;
    },
  },
  {
    name: 'our scheme gives a file from outside of the page’s folder',
    patch: [[/file\.startsWith\(.*\) && kind/u, 'kind']],
    attempt: async ({ app }) => {
      await load(app, 'app://slowwave/..%2f..%2fpackage.json');
      const isShown = async (): Promise<boolean> =>
        String(await inPage(app, "document.documentElement?.textContent ?? ''")).includes('"name"');
      // A page that is let through is shown soon; one that is not is never.
      for (let looks = 0; looks < 10; looks++) {
        if (await isShown()) return true;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return false;
    },
  },
  {
    name: 'a second app opens beside the first, on the same store',
    patch: [[/if \(app\.requestSingleInstanceLock\(\)\) start\(\);\s*else app\.exit\(0\);/u, 'start();']],
    attempt: async (desktop) => {
      const born = desktop.enginePids().length;
      const second = desktop.spawnAgain();
      let hasEnded = false;
      second.once('exit', () => (hasEnded = true));
      const through = await which(
        () => Promise.resolve(desktop.enginePids().length > born),
        () => hasEnded,
      );
      second.kill('SIGTERM');
      return through;
    },
  },
];

test('no attack gets through', async () => {
  const desktop = new DesktopApp().scripted();
  try {
    await desktop.start();
    for (const { name, attempt } of attacks) {
      expect({ name, isThrough: await attempt(desktop) }).toEqual({ name, isThrough: false });
      await load(desktop.app, home);
    }
    expect((await windows(desktop.app)).length).toBe(1);
    expect(await inPage(desktop.app, ask)).toBe(true);
  } finally {
    await desktop.end();
  }
});

for (const { name, patch, attempt } of attacks) {
  test(`without its guard: ${name}`, async () => {
    const desktop = new DesktopApp(patch).scripted();
    try {
      await desktop.start();
      expect(await attempt(desktop)).toBe(true);
    } finally {
      await desktop.end();
    }
  });
}

test('without worlds kept apart, the page gets no bridge at all', async () => {
  const desktop = new DesktopApp([[/contextIsolation: true/u, 'contextIsolation: false']]).scripted();
  try {
    await desktop.launch();
    await expect.poll(() => windows(desktop.app)).toHaveLength(1);
    await expect.poll(() => addressNow(desktop.app)).toBe(home);
    expect(await inPage(desktop.app, "'slowwave' in globalThis")).toBe(false);
  } finally {
    await desktop.end();
  }
});
