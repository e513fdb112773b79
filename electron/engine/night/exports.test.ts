// An export of chats from end to end: imported, dreamt about, followed back to its file, read again, and forgotten.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Progress } from '../../../shared/engine.ts';
import { epochMs } from '../../../shared/ids.ts';
import { usualSource } from '../../../shared/settings.ts';
import { createEngine, type WholeEngine } from '../index.ts';
import { makeZip } from '../sources/testing/make-zip.ts';
import {
  dayMs,
  depsOf,
  firstMs,
  nightMs,
  plainNight,
  tempHome,
  valueOf,
  type TempHome,
} from './testing/temp-home.ts';

interface Chat {
  readonly id: string;
  readonly day: number;
  readonly said: readonly string[];
}

const uuid = (id: string, at: number): string =>
  `${Buffer.from(id).toString('hex').padEnd(8, '0').slice(0, 8)}-0000-4000-8000-${String(at).padStart(12, '0')}`;

/** As ChatGPT writes it: the person's words and an answer to each. */
function chatGpt({ id, day, said }: Chat): object {
  const nodes = said.flatMap((text, i) => [
    { role: 'user', text, at: 2 * i },
    { role: 'assistant', text: 'Certainly!', at: 2 * i + 1 },
  ]);
  const mapping = nodes.map(({ role, text, at }) => {
    const node = uuid(id, at);
    const message = {
      id: node,
      author: { role },
      create_time: (firstMs + day * dayMs) / 1000 + at,
      content: { content_type: 'text', parts: [text] },
      recipient: 'all',
      metadata: {},
    };
    const next = at + 1 < nodes.length ? [uuid(id, at + 1)] : [];
    return [node, { id: node, message, parent: at === 0 ? null : uuid(id, at - 1), children: next }] as const;
  });
  const current = uuid(id, nodes.length - 1);
  return {
    title: id,
    create_time: 1,
    mapping: Object.fromEntries(mapping),
    current_node: current,
    conversation_id: id,
  };
}

function putZip(place: TempHome, name: string, chats: readonly Chat[]): string {
  const path = join(place.home, name);
  writeFileSync(path, makeZip([{ name: 'conversations.json', content: JSON.stringify(chats.map(chatGpt)) }]));
  return path;
}

async function open(place: TempHome, nowMs = nightMs): Promise<WholeEngine> {
  const engine = valueOf(await createEngine(depsOf(place, nowMs)));
  onTestFinished(() => engine.close());
  return engine;
}

const chats: readonly Chat[] = [
  { id: 'soup', day: 1, said: ['Please always write recipes in grams, never in cups.'] },
  { id: 'bread', day: 3, said: ['How long does bread bake?', 'I always want recipes in grams.'] },
  { id: 'cake', day: 5, said: ['A cake for Lena. From now on write recipes in grams.'] },
];

describe('an export of chats', () => {
  it('is imported once, dreamt about with its words for a proof, and leads back to its file', async () => {
    const place = tempHome();
    const zip = putZip(place, 'chats.zip', chats);
    const engine = await open(place);
    const told: string[] = [];
    const onProgress = (event: Progress): void =>
      void told.push(event.kind === 'step' ? event.text : event.stage);
    expect(valueOf(await engine.import([zip], { onProgress }))).toMatchObject({
      newSessions: 3,
      personTurns: 4,
      unread: [],
    });
    expect(told).toContain('Reading chatgpt · chats.zip');
    expect(valueOf(await engine.import([zip], {}))).toMatchObject({ newSessions: 0, unchangedFiles: 1 });
    expect(valueOf(await engine.sources())).toMatchObject([
      { agent: 'chatgpt', place: 'chats.zip', sessions: 3, isAdded: false, importedAtMs: nightMs },
    ]);
    const { proposal } = valueOf(await engine.dream(plainNight, {}));
    const [change] = proposal.changes;
    expect(change?.after).toMatchObject({ scope: 'global' });
    expect(change?.after?.text).toMatch(/grams/);
    expect(
      change?.after?.evidence.map(({ agent, quote }) => [agent, quote.includes('grams')]),
    ).toContainEqual(['chatgpt', true]);
    expect(valueOf(await engine.evidencePath({ agent: 'chatgpt', session: 'soup' }))).toBe(zip);
  });

  it('adds what is new where a newer one of the same account is read', async () => {
    const place = tempHome();
    const engine = await open(place);
    valueOf(await engine.import([putZip(place, 'old.zip', chats)], {}));
    const [soup, ...others] = chats;
    const grown = { ...(soup ?? { id: '', day: 0 }), said: [...(soup?.said ?? []), 'And for four people.'] };
    const newer = [grown, ...others, { id: 'jam', day: 7, said: ['Less sugar in jam.'] }];
    expect(valueOf(await engine.import([putZip(place, 'new.zip', newer)], {}))).toMatchObject({
      newSessions: 1,
      newTurns: 4,
    });
    expect(valueOf(await engine.sources()).map(({ place: at, sessions }) => [at, sessions])).toEqual([
      ['new.zip', 1],
      ['old.zip', 3],
    ]);
  });

  it('is left out as far as its owner says: by what was said since, or all of it', async () => {
    const place = tempHome();
    const zip = putZip(place, 'chats.zip', chats);
    const engine = await open(place);
    const since = { ...usualSource('chatgpt'), sinceMs: epochMs(firstMs + 4 * dayMs) };
    valueOf(await engine.setSettings({ sources: [since] }));
    expect(valueOf(await engine.import([zip], {}))).toMatchObject({ newSessions: 1 });
    valueOf(await engine.setSettings({ sources: [{ ...since, isRead: false }], folders: [place.home] }));
    expect(valueOf(await engine.import([], {}))).toMatchObject({ newSessions: 0 });
    valueOf(await engine.setSettings({ sources: [] }));
    expect(valueOf(await engine.import([], {}))).toMatchObject({ newSessions: 2 });
    expect(valueOf(await engine.sources())).toMatchObject([
      { agent: 'chatgpt', place: place.home, sessions: 3, isAdded: true },
    ]);
  });

  it('is forgotten with all that it alone proved, and stays away, also in a newer one', async () => {
    const place = tempHome();
    const zip = putZip(place, 'chats.zip', chats);
    const engine = await open(place);
    valueOf(await engine.import([zip], {}));
    valueOf(await engine.dream({ ...plainNight, apply: 'auto' }, {}));
    expect(valueOf(await engine.blast({ kind: 'source', id: 'chatgpt' })).entries).toHaveLength(1);
    const certificate = valueOf(await engine.forget({ kind: 'source', place: zip }));
    expect(certificate).toMatchObject({ scan: { hits: 0 }, counts: { sessions: 3, closedEntries: 1 } });
    expect(valueOf(await engine.import([zip], {}))).toMatchObject({ sessions: 0 });
    expect(valueOf(await engine.import([putZip(place, 'new.zip', chats)], {}))).toMatchObject({
      newSessions: 0,
    });
    expect(valueOf(await engine.memoryList({ closedToo: false }))).toEqual([]);
  });
});
