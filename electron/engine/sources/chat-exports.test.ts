import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findByName } from './by-name.ts';
import { lookIntoArchives, readExport } from './chat-exports.ts';
import type { Findings } from './source.ts';
import { makeZip, type ZipFile } from './testing/make-zip.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'exports-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const chatGpt = (id: string): object => ({
  title: id,
  create_time: 1_789_500_000,
  mapping: { [id]: { id, message: null, parent: null, children: [] } },
  current_node: id,
  conversation_id: id,
});
const claude = (id: string): object => ({ uuid: id, name: id, chat_messages: [] });
const listOf = (...chats: readonly object[]): string => JSON.stringify(chats);

const put = (name: string, content: string | Buffer): string => {
  const path = join(home, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const zip = (name: string, ...files: readonly ZipFile[]): string => put(name, makeZip(files));
const look = (path: string): Promise<Findings> => lookIntoArchives(findByName(home, path));

interface Taken {
  readonly chats: readonly string[];
  readonly long: number;
  readonly failure: string | null;
}

async function take(
  path: string,
  agent: 'chatgpt' | 'claude-ai' = 'chatgpt',
  lineBytesMax = 100_000,
): Promise<Taken> {
  const chats: string[] = [];
  let long = 0;
  const read = await readExport(
    { path, agent, isPacked: path.endsWith('.zip') },
    { line: (text) => void chats.push(text), tooLong: () => void long++ },
    { lineBytesMax },
  );
  return { chats, long, failure: read.ok ? null : read.error.why };
}

const member = (...chats: readonly object[]): ZipFile => ({
  name: 'conversations.json',
  content: listOf(...chats),
});

describe('an export of chats', () => {
  it('is known by what stands in it, packed and unpacked, in one file or several', async () => {
    zip('down/one.zip', { name: 'user.json', content: '{}' }, member(chatGpt('a')));
    zip('down/two.zip', { name: 'data/conversations.json', content: listOf(claude('b')), isStored: true });
    put('down/three/conversations-000.json', listOf(chatGpt('c')));
    put('down/three/conversations-001.json', listOf(chatGpt('d')));
    put('down/chat.zip', makeZip([{ name: 'conversations.json', content: '[]' }]));
    const { files, unread } = await look(join(home, 'down'));
    expect(files.map(({ shownPath, agent, format }) => [shownPath, agent, format])).toEqual([
      ['down/one.zip', 'chatgpt', 'export.zip'],
      ['down/three/conversations-000.json', 'chatgpt', 'export'],
      ['down/three/conversations-001.json', 'chatgpt', 'export'],
      ['down/two.zip', 'claude-ai', 'export.zip'],
    ]);
    expect(unread).toEqual([]);
  });

  it('is read chat by chat, through all its files, and a chat that is too long is passed over', async () => {
    const path = zip(
      'a.zip',
      { name: 'conversations-001.json', content: listOf(chatGpt('c')) },
      {
        name: 'conversations-000.json',
        content: listOf(chatGpt('a'), { ...chatGpt('b'), long: 'x'.repeat(2_000) }),
      },
    );
    const { chats, long } = await take(path, 'chatgpt', 1_000);
    expect(chats).toEqual([JSON.stringify(chatGpt('a')), JSON.stringify(chatGpt('c'))]);
    expect(long).toBe(1);
    expect(readdirSync(home)).toEqual(['a.zip']);
  });

  it('says what of it has no reader', async () => {
    const path = zip(
      'c.zip',
      member(claude('a')),
      { name: 'projects.json', content: '[]' },
      { name: 'memories.json', content: '{}' },
    );
    const { files, notReadYet } = await look(path);
    expect(files).toHaveLength(1);
    expect(notReadYet.map(({ what }) => what)).toEqual([
      'Claude.ai projects (projects.json)',
      'Claude.ai memory (memories.json)',
    ]);
  });

  it('reads archives of 64 bits', async () => {
    const path = zip('long.zip', { ...member(chatGpt('a')), isZip64: true });
    expect((await look(path)).files).toHaveLength(1);
    expect((await take(path)).chats).toHaveLength(1);
  });

  it('takes names in it for names: no path, no link, no file is made of them', async () => {
    const path = zip(
      'evil.zip',
      { name: '../../../conversations.json', content: listOf(chatGpt('a')) },
      { name: '/etc/passwd.json', content: '[]' },
      { name: 'C:\\x\\conversations-1.json', content: listOf(chatGpt('b')) },
    );
    expect((await look(path)).files).toHaveLength(1);
    expect((await take(path)).chats).toHaveLength(2);
    expect(readdirSync(home)).toEqual(['evil.zip']);
  });
});

describe('an archive that is no export, or a trap', () => {
  const whyOf = async (path: string): Promise<string> => {
    const { files, unread } = await look(path);
    expect(files).toEqual([]);
    return unread.map(({ why }) => why).join();
  };
  const bomb = Buffer.alloc(48 * 1024 ** 2, ' ');

  it.each<readonly [string, readonly ZipFile[], RegExp]>([
    ['locked', [{ ...member(chatGpt('a')), isEncrypted: true }], /password/],
    ['a bomb', [{ name: 'conversations.json', content: bomb }], /far more than text/],
    [
      'a giant by its own words',
      [{ ...member(chatGpt('a')), saysBytes: 9 * 1024 ** 3, isZip64: true }],
      /more than 8 GiB/,
    ],
    ['a zip in a zip', [{ name: 'all.zip', content: makeZip([member(chatGpt('a'))]) }], /other zips/],
    ['somebody’s pictures', [{ name: 'a.png', content: 'x' }], /without chats/],
    ['a list of something else', [{ name: 'conversations.json', content: '[{"a":1}]' }], /without chats/],
  ])('is told of where it is %s', async (_, files, why) => {
    expect(await whyOf(zip('x.zip', ...files))).toMatch(why);
  });

  it('is told of where it is cut off or broken', async () => {
    const whole = makeZip([member(chatGpt('a'))]);
    expect(await whyOf(put('cut.zip', whole.subarray(0, -30)))).toMatch(/damaged/);
    const torn = Buffer.from(whole);
    torn.fill(0xff, 60, 90);
    expect(await whyOf(put('torn.zip', torn))).toMatch(/damaged/);
  });

  it('is passed over in a folder where it is none, and told of where it is locked', async () => {
    zip('down/pictures.zip', { name: 'a.png', content: 'x' });
    expect((await look(join(home, 'down'))).unread).toEqual([
      { path: join(home, 'down'), why: 'holds no transcript' },
    ]);
    zip('down/chats.zip', { ...member(chatGpt('a')), isEncrypted: true });
    expect((await look(join(home, 'down'))).unread.map(({ why }) => why).join()).toMatch(/password/);
  });

  it('fails where its bytes are not what its directory says, and keeps what came before', async () => {
    const long = { ...chatGpt('b'), more: Array.from({ length: 9_000 }, (_, i) => i * 7) };
    const few = await take(zip('short.zip', { ...member(chatGpt('a'), long), saysBytes: 500 }));
    expect(few.failure).toMatch(/damaged/);
    const many = Array.from({ length: 1_000 }, (_, i) => chatGpt(`chat-${i}`));
    const other = await take(zip('crc.zip', { ...member(...many), saysCrc: 7 }));
    expect(other.failure).toMatch(/damaged/);
    expect(other.chats).toHaveLength(1_000);
  });

  it('stops where its owner asks for it', async () => {
    const path = zip('a.zip', member(chatGpt('a')));
    const ended = await readExport(
      { path, agent: 'chatgpt', isPacked: true },
      { line: () => undefined, tooLong: () => undefined },
      { signal: AbortSignal.abort() },
    );
    expect(ended).toMatchObject({ ok: false, error: { kind: 'stopped' } });
  });
});
