// What holds of memory stores whoever asks: history that only grows, and words that are forgotten everywhere.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createEngine, type WholeEngine } from '../index.ts';
import {
  addMemory,
  addStore,
  changeMemory,
  memoriesListed,
  redactVersion,
  versionsListed,
} from '../store/api-stores.ts';
import { noonMs, openTempStore } from '../store/testing/temp-store.ts';
import { faultOfPath, foldersAbove, meaningOfPath, pathOfEntry } from './paths.ts';

const by = { kind: 'api', id: 'apikey_1' } as const;
const everything = {
  memoryId: null,
  operation: null,
  by: null,
  fromMs: null,
  untilMs: null,
  before: null,
  limit: 10,
};

describe('the versions of a store', () => {
  it('refuse to be changed or deleted, but for a redaction, which leaves who and when', () => {
    const { db } = openTempStore();
    const store = addStore(db, { name: 'n', description: '', metadata: {} }, noonMs).number;
    const id = addMemory(db, { store, path: '/a', content: 'one', by, nowMs: noonMs });
    changeMemory(db, id, { store, path: '/a', content: 'two', by, nowMs: noonMs });
    for (const command of [
      `UPDATE api_memory_versions SET content = NULL`,
      `UPDATE api_memory_versions SET maker = 'other', path = NULL, content = NULL, redacted_at_ms = 1`,
      `DELETE FROM api_memory_versions`,
    ]) {
      expect(() => db.script(command), command).toThrow(/append-only/u);
    }
    const [, first] = versionsListed(db, store, everything);
    redactVersion(db, first?.number ?? 0, 'apikey_1', noonMs);
    expect(versionsListed(db, store, everything)[1]).toEqual({
      ...first,
      path: null,
      content: null,
      redactedAtMs: noonMs,
      redactedBy: 'apikey_1',
    });
    expect(memoriesListed(db, store, { prefix: '', after: '', limit: 9 })).toMatchObject([
      { content: 'two' },
    ]);
  });
});

async function openEngine(): Promise<WholeEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-stores-'));
  const engine = await createEngine({
    clock: { now: () => noonMs, wall: () => noonMs, ticks: () => 0 },
    home: join(folder, 'home'),
    data: join(folder, 'data'),
    keyFolder: join(folder, 'keys'),
    env: {},
    sample: null,
  });
  if (!engine.ok) throw new Error(engine.error.happened);
  onTestFinished(() => {
    engine.value.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return engine.value;
}

describe('a word that its owner has forgotten', () => {
  it('goes out of stores, memories and every version, and the certificate finds it nowhere', async () => {
    const engine = await openEngine();
    const { api: ask } = engine;
    const made = await ask['api.storeCreate']({
      name: 'All on thrushnightingale',
      description: 'thrushnightingale',
      metadata: { bird: 'thrushnightingale "quoted"' },
    });
    if (!made.ok || !made.value.ok) throw new Error('a store was made');
    const { id: storeId } = made.value.value;
    const keyId = 'apikey_1';
    const written = await ask['api.memoryCreate']({
      storeId,
      keyId,
      path: '/birds/thrushnightingale.md',
      content: 'The thrushnightingale sings at night.',
    });
    if (!written.ok || !written.value.ok) throw new Error('a memory was written');
    const { id: memoryId } = written.value.value.memory;
    await ask['api.memoryUpdate']({
      storeId,
      keyId,
      memoryId,
      path: null,
      content: 'The thrushnightingale sings at dawn.',
      expectedSha256: null,
    });
    const forgotten = await engine.forget({ kind: 'word', text: 'thrushnightingale' });
    expect(forgotten).toMatchObject({ ok: true, value: { scan: { hits: 0 } } });
    const memory = await ask['api.memoryGet']({ storeId, memoryId });
    expect(memory).toMatchObject({
      value: { value: { content: expect.stringContaining('sings at dawn') as unknown } },
    });
    const paging = { limit: 9, after: null, fromMs: null, untilMs: null };
    const versions = await ask['api.versionList']({
      ...paging,
      storeId,
      memoryId: null,
      operation: null,
      actorId: null,
      withContent: true,
    });
    const stores = await ask['api.storeList']({ ...paging, archivedToo: true });
    expect(JSON.stringify([memory, versions, stores])).not.toContain('thrushnightingale');
    expect(stores).toMatchObject({
      value: { value: { items: [{ metadata: { bird: expect.any(String) as unknown } }, {}] } },
    });
  });
});

describe('paths', () => {
  it('of entries say scope and kind, and are paths whatever a project is called', () => {
    for (const name of [
      'shop',
      '..',
      'a/b',
      'cafe\u0301',
      'line\u2028end',
      '\u202e',
      'x'.repeat(2_000),
      '日本',
    ]) {
      const path = pathOfEntry({
        id: 'mem_0123456789abcdef' as never,
        scope: `project:${name}`,
        kind: 'fact',
      });
      expect(faultOfPath(path), path).toBeNull();
      expect(meaningOfPath(path)?.kind).toBe('fact');
    }
    expect(meaningOfPath('/projects/shop/decision/x')).toEqual({ scope: 'project:shop', kind: 'decision' });
    expect(meaningOfPath('/projects/shop/nonsense/x')).toBeNull();
    expect(foldersAbove('/a/b/c')).toEqual(['/a', '/a/b']);
  });
});
