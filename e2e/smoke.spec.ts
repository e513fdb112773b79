// The main job from end to end: a home without any agent gets the sample's night, and everything that can be asked
// about it afterwards. Then wrong use, bad input, two dreams at once, and the diary in a browser.
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import { chromiumPath } from '../scripts/chromium.ts';
import { root, Stranger } from './stranger.ts';

interface Quote {
  readonly session: string;
  readonly turn: number;
  readonly agent: string;
  readonly at: string | null;
  readonly quote: string;
}

interface Entry {
  readonly id: string;
  readonly text: string;
  readonly scope: string;
  readonly origin: string;
  readonly score: number | null;
  readonly dimensions: object | null;
  readonly evidence: readonly Quote[];
}

interface Night {
  readonly dream: {
    readonly sample: boolean;
    readonly outcome: string;
    readonly read: { readonly sessions: number };
  };
  readonly proposals: readonly {
    readonly id: string;
    readonly operation: string;
    readonly after: Entry | null;
  }[];
  readonly memory: readonly Entry[];
}

let stranger: Stranger;

test.beforeEach(() => {
  stranger = new Stranger();
});

test.afterEach(() => {
  stranger.leave();
});

const dream = (...typed: readonly string[]): Night => {
  const { status, value } = stranger.json('dream', ...typed);
  expect(status).toBe(0);
  return value as Night;
};

test('a home without any agent gets a night worth reading, labelled as a sample', () => {
  const { status, out } = stranger.run('dream');
  expect(status).toBe(0);
  expect(out).toContain('SAMPLE');
  expect(out).toMatch(/chg_[0-9a-f]{16}/u);
  expect(out).toContain('“');
  expect(out).toContain('slowwave review');
  expect(stranger.filesOfOthers()).toEqual([]);
});

test('the night as JSON is one value in the promised shape', () => {
  const night = dream('--apply', 'auto');
  expect(Object.keys(night)).toEqual(['dream', 'proposals', 'memory']);
  expect(night.dream).toMatchObject({ sample: true, outcome: 'done' });
  expect(night.dream.read.sessions).toBeGreaterThan(0);
  expect(night.proposals.length).toBeGreaterThan(2);
  expect(night.memory.length).toBeGreaterThan(2);
  for (const entry of night.memory) {
    expect(entry.scope).toMatch(/^(global|project:.+|agent:.+)$/u);
    expect(entry.evidence.length).toBeGreaterThan(0);
    if (entry.origin === 'file') expect([entry.score, entry.dimensions]).toEqual([null, null]);
    else expect(Object.keys(entry.dimensions ?? {})).toHaveLength(6);
    for (const quote of entry.evidence) {
      expect(['claude-code', 'codex', 'openclaw']).toContain(quote.agent);
      expect(quote.quote.trim()).not.toBe('');
      if (quote.at !== null) expect(new Date(quote.at).toISOString()).toBe(quote.at);
    }
  }
});

test('the same home and moment give the same night again, in another store', () => {
  const now = ['--now', '2026-11-20T03:00:00Z', '--apply', 'auto'];
  const first = dream(...now, '--data', path.join(stranger.home, 'one'));
  const second = dream(...now, '--data', path.join(stranger.home, 'two'));
  expect(second.proposals).toEqual(first.proposals);
  expect(second.memory).toEqual(first.memory);
});

test('a preview leaves nothing behind', () => {
  expect(stranger.run('dream', '--preview').out).toContain('PREVIEW');
  expect(stranger.json('review', 'list').value).toEqual({ review: [] });
  expect(stranger.json('memory', 'list').value).toEqual({ memory: [] });
});

test('decisions first, then one apply, and a way back', () => {
  const night = dream();
  const added = night.proposals.find(({ operation }) => operation === 'add');
  const id = added?.id ?? '';
  expect(stranger.run('review', 'list').out).toContain(id);
  expect(stranger.run('review', 'show', id).out).toContain(added?.after?.text ?? '');
  const before = (stranger.json('memory').value as { readonly memory: readonly Entry[] }).memory;
  expect(stranger.run('review', 'approve', id).status).toBe(0);
  expect((stranger.json('memory').value as { readonly memory: readonly Entry[] }).memory).toEqual(before);
  const applied = stranger.json('review', 'apply');
  expect(applied).toMatchObject({ status: 0, value: { applied: [id] } });
  const { version } = applied.value as {
    readonly version: { readonly number: number; readonly parent: number };
  };
  expect(stranger.run('memory', 'list').out).toContain(added?.after?.text ?? '');
  expect(stranger.run('memory', 'history').out).toMatch(new RegExp(String.raw`^ *${version.number} `, 'mu'));
  expect(stranger.run('memory', 'diff', String(version.parent), String(version.number)).out).toContain('+ ');
  expect(stranger.run('memory', 'rollback', String(version.parent)).status).toBe(0);
  expect((stranger.json('memory').value as { readonly memory: readonly Entry[] }).memory).toEqual(before);
  expect(stranger.run('memory', 'export').status).toBe(0);
  expect(stranger.run('check').out).toContain('sound');
});

test('explains why, with scores, gates and quotes, and tells the diary', () => {
  const night = dream('--apply', 'auto');
  const entry = night.memory.find(({ origin }) => origin === 'dream');
  const { status, out } = stranger.run('explain', ...(entry?.text ?? '').split(' ').slice(0, 6));
  expect(status).toBe(0);
  for (const word of ['Score', 'relevance', 'Gates', '“']) expect(out).toContain(word);
  const diary = stranger.run('diary');
  expect(diary.status).toBe(0);
  expect(diary.out.length).toBeGreaterThan(200);
});

test('lists sources and imports, and finds nothing new the second time', () => {
  const sessions = stranger.folder('.codex', 'sessions', '2026', '11', '18');
  writeFileSync(path.join(sessions, 'rollout-2026-11-18T12-00-00-broken.jsonl'), '{"not": "whole"\n');
  const before = stranger.filesOfOthers();
  expect(stranger.run('sources').out).toContain('codex');
  expect(stranger.json('import')).toMatchObject({
    status: 0,
    value: { import: { skipped: expect.any(Array) } },
  });
  expect(stranger.json('import')).toMatchObject({
    status: 0,
    value: { import: { newFiles: 0, newTurns: 0 } },
  });
  expect(stranger.filesOfOthers()).toEqual(before);
});

test('wrong use ends with 2 and failures with 1, each with one clear message', () => {
  for (const typed of [
    ['dream', '--now', 'soon'],
    ['dream', '--nonsense'],
    ['nonsense'],
    ['dream', '--sessions', 'x'],
  ]) {
    expect(stranger.run(...typed)).toMatchObject({ status: 2, out: '' });
    expect(stranger.json(...typed)).toMatchObject({ status: 2, value: { error: { kind: 'wrong-use' } } });
  }
  writeFileSync(path.join(stranger.home, 'file'), 'x');
  for (const typed of [
    ['sources', '--home', '/nowhere/at/all'],
    ['dream', '--data', 'file'],
    ['import', 'nowhere.jsonl'],
    ['diary', '1999-01-01'],
    ['review', 'show', 'chg_ffffffffffffffff'],
    ['memory', 'show', 'mem_ffffffffffffffff'],
    ['memory', 'rollback', '999'],
    ['explain', 'zyzzyva'],
  ]) {
    const { status, errors, out } = stranger.run(...typed);
    expect({ typed, status, out }).toEqual({ typed, status: 1, out: '' });
    expect(errors).toMatch(/slowwave: .+\n {2}safe .+\n {2}to do .+\n$/u);
    expect(stranger.json(...typed)).toMatchObject({ status: 1, value: { error: {} } });
  }
});

/** Starts a long dream and waits until it says that it is at a stage. */
async function startDream(stage: string) {
  stranger.writeHistory(400);
  const sleeper = stranger.start('dream', '--json');
  const heard = { out: '', errors: '' };
  sleeper.stdout?.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  const ended = once(sleeper, 'exit');
  await new Promise<void>((resolve) => {
    sleeper.stderr?.on('data', (chunk: Buffer) => {
      heard.errors += chunk.toString();
      if (heard.errors.includes(stage)) resolve();
    });
    sleeper.once('exit', () => resolve());
  });
  return { sleeper, heard, ended };
}

test('a second dream is turned away and told who holds the store; the first ends as if alone', async () => {
  const { sleeper, heard, ended } = await startDream('Light sleep');
  // Held still in the middle of its night.
  sleeper.kill('SIGSTOP');
  try {
    let second = stranger.json('dream');
    // Held in the middle of a write, nobody can read who holds it: it goes on for a blink, and is asked again.
    for (let asked = 0; asked < 5 && JSON.stringify(second.value).includes('writing to the store'); asked++) {
      sleeper.kill('SIGCONT');
      await new Promise((resolve) => setTimeout(resolve, 5));
      sleeper.kill('SIGSTOP');
      second = stranger.json('dream');
    }
    expect(second).toMatchObject({ status: 1, value: { error: { kind: 'store-busy' } } });
    expect(JSON.stringify(second.value)).toContain(String(sleeper.pid));
    expect(stranger.run('memory', 'list').status).toBe(0);
  } finally {
    sleeper.kill('SIGCONT');
  }
  expect((await ended)[0]).toBe(0);
  expect(JSON.parse(heard.out)).toHaveProperty('memory');
  expect(stranger.run('dream').status).toBe(0);
});

test('Ctrl-C wakes a dream: it ends within five seconds, with a receipt', async () => {
  const { sleeper, heard, ended } = await startDream('Reading');
  const askedMs = Date.now();
  sleeper.kill('SIGINT');
  expect((await ended)[0]).toBe(0);
  expect(Date.now() - askedMs).toBeLessThan(5_500);
  expect(JSON.parse(heard.out)).toMatchObject({ dream: { outcome: 'woken' } });
  expect(heard.errors).toContain('Waking');
  expect(stranger.run('check').out).toContain('sound');
});

test('starts from the launcher, under the project’s own Node and under the system’s', () => {
  const own = path.join(root, 'node_modules', '.bin', 'node');
  const nodes = [process.execPath, ...['/usr/bin/node', '/usr/local/bin/node', own].filter(existsSync)];
  for (const node of nodes) {
    expect(stranger.launch(node, '--version')).toMatchObject({ status: 0, out: '0.1.0\n' });
    expect(stranger.launch(node, 'nonsense').status).toBe(2);
    expect(stranger.launch(node, 'memory', 'list').status).toBe(0);
  }
});

test('the diary opens in a browser, loads nothing and is cut nowhere', async () => {
  test.setTimeout(300_000);
  dream('--apply', 'auto');
  const page = path.join(stranger.home, 'diary.html');
  expect(stranger.run('diary', '--html', page).status).toBe(0);
  expect(readFileSync(page, 'utf8')).toContain('Sample: ');
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await browser.newPage({ viewport: { width: 640, height: 800 }, colorScheme });
      const asked: string[] = [];
      const complaints: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      tab.on('console', (message) => complaints.push(message.text()));
      await tab.goto(`file://${page}`);
      await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Dream diary');
      await expect(tab.getByRole('table')).toBeVisible();
      expect(asked).toEqual([`file://${page}`]);
      expect(complaints).toEqual([]);
      const widths = await tab.evaluate('[document.documentElement.scrollWidth, window.innerWidth]');
      expect(widths).toEqual([640, 640]);
      await tab.screenshot({ path: test.info().outputPath(`diary-${colorScheme}.png`), fullPage: true });
      await tab.close();
    }
  } finally {
    await browser.close();
  }
});
