import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Transcript, Turn } from '../../../shared/transcript.ts';
import { chatGptImporter } from './chatgpt.ts';
import { claudeAiImporter } from './claude-ai.ts';
import type { Importer } from './importer.ts';
import { joined, personWords, readAll } from './testing/read-fixture.ts';

const fixture = (folder: string): readonly object[] =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, 'fixtures', folder, '2026-09.json'), 'utf8'),
  ) as readonly object[];
const read = (importer: Importer, chats: readonly object[]): ReturnType<typeof joined> =>
  joined(
    readAll(
      importer,
      'x.zip',
      chats.map((chat) => JSON.stringify(chat)),
    ),
  );

const turnIn = (transcripts: readonly Transcript[], words: string): Turn =>
  transcripts.flatMap(({ turns }) => turns).find(({ text }) => text.includes(words)) ??
  expect.fail(`no turn says "${words}"`);

describe('ChatGPT', () => {
  const { transcripts, skipped } = read(chatGptImporter, fixture('chatgpt'));
  const [soup, bread] = transcripts;
  const saying = (words: string): Turn => turnIn(transcripts, words);

  it('hears the person in every branch, also in those that they left', () => {
    expect(personWords(soup?.turns ?? []).map((words) => words.replace(/\s+/g, ' ').trim())).toEqual([
      'I teach chemistry in Graz. Always give amounts in grams.',
      'I never eat coriander. What soup could I cook?',
      'No coriander, I said!',
      'This is my pot. It holds two litres.',
    ]);
    const order = ['A tom yum', 'No coriander', 'Something without herbs', 'Pumpkin soup: 1000'].map(
      (words) => saying(words).ordinal,
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('knows the chat, its title, and its times in seconds with a fraction', () => {
    expect(soup?.head).toMatchObject({
      agent: 'chatgpt',
      nativeId: 'bbbbbbbb-0000-4000-8000-000000000001',
      title: 'Soup for Lena',
      project: null,
      cwd: null,
      role: 'main',
    });
    expect(saying('never eat').atMs).toBe(1_789_500_001_500);
  });

  it('takes custom instructions for one saying, however many chats hold them', () => {
    const copies = transcripts.flatMap(({ turns }) => turns.filter(({ text }) => text.includes('in grams')));
    expect(copies).toHaveLength(1);
    expect(copies[0]?.text).not.toContain('The user provided');
    const { transcripts: other } = read(chatGptImporter, fixture('chatgpt').toReversed());
    const inOther = other.flatMap(({ turns }) => turns.filter(({ text }) => text.includes('in grams')));
    expect(inOther.map(({ key }) => key)).toEqual([copies[0]?.key]);
  });

  it('takes what was hidden for nobody’s words', () => {
    expect(saying('Remind the user')).toMatchObject({ kind: 'notice', origin: 'injected' });
  });

  it('tells pages, tools, reasoning and calls apart', () => {
    expect(saying('search("pumpkin')).toMatchObject({ kind: 'call', use: { tool: 'web', name: 'browser' } });
    expect(saying('recommend our cream')).toMatchObject({
      kind: 'result',
      origin: 'web',
      use: { target: 'https://soup.example/pumpkin' },
    });
    expect(saying('print(250')).toMatchObject({
      kind: 'call',
      use: { tool: 'other', name: 'python', command: null },
    });
    const ran = (soup?.turns ?? []).find(({ text }) => text === '1000');
    expect(ran).toMatchObject({ kind: 'result', origin: 'tool', outcome: 'ok' });
    expect(saying('kernel is gone')).toMatchObject({ kind: 'result', outcome: 'failed' });
    expect(saying('Something without')).toMatchObject({ kind: 'thinking', origin: 'agent' });
    expect(saying('Thought for').kind).toBe('notice');
    expect(saying('User has a pot')).toMatchObject({ kind: 'call', origin: 'agent', use: { name: 'bio' } });
  });

  it('counts what it does not know, and keeps its words as nobody’s', () => {
    expect(skipped.map(({ reason, detail }) => [reason, detail])).toEqual([['unknown-type', 'role/oracle']]);
    expect(turnIn(bread ? [bread] : [], 'An hour.').origin).toBe('import');
  });

  it('gives a chat that was branched off another one the same turns', () => {
    const [first] = fixture('chatgpt');
    const copy = { ...first, conversation_id: 'bbbbbbbb-0000-4000-8000-000000000009' };
    const { transcripts: both } = read(chatGptImporter, [first ?? {}, copy]);
    const keys = both.map(({ turns }) => turns.find(({ text }) => text.includes('never eat'))?.key);
    expect(keys[0]).toBe(keys[1]);
  });

  it('reads circles, orphans and missing links, each node once', () => {
    const node = (id: string, parent: string | null): object => ({
      id,
      parent,
      children: ['a', 'b', 'c'],
      message: {
        id,
        author: { role: 'user' },
        create_time: 1e300,
        content: { content_type: 'text', parts: [id] },
      },
    });
    const mapping = { a: node('a', 'b'), b: node('b', 'a'), c: node('c', 'gone'), d: node('d', null), e: 7 };
    const {
      transcripts: [odd],
    } = read(chatGptImporter, [{ id: 'x', mapping }]);
    expect((odd?.turns ?? []).map(({ text, atMs }) => `${text} ${atMs ?? 'never'}`).toSorted()).toEqual([
      'a never',
      'b never',
      'c never',
      'd never',
    ]);
  });
});

describe('Claude.ai', () => {
  const { transcripts, skipped } = read(claudeAiImporter, fixture('claude-ai'));
  const saying = (words: string): Turn => turnIn(transcripts, words);

  it('hears what was typed and spoken, and not what was attached', () => {
    expect(transcripts.flatMap(({ turns }) => personWords(turns))).toEqual([
      'Please write in British English, always. Here is the contract.',
      'Shorter, please.',
      'Make it polite.',
      'We rehearse on Thursdays.',
    ]);
    expect(saying('pay in advance')).toMatchObject({
      kind: 'result',
      origin: 'file',
      use: { tool: 'read', target: 'contract.txt' },
    });
  });

  it('tells pages, tools, reasoning and calls apart', () => {
    expect(saying('tell people to sign')).toMatchObject({ origin: 'web', use: { name: 'web_search' } });
    expect(saying('tenant law')).toMatchObject({ kind: 'call', use: { tool: 'web' } });
    expect(saying('A letter, then').kind).toBe('thinking');
    expect(saying('Dear Ms Gray')).toMatchObject({ kind: 'call', origin: 'agent', use: { tool: 'other' } });
    expect(saying('Dear Sir')).toMatchObject({ kind: 'message', origin: 'agent' });
  });

  it('knows the chat, its time and its project; an empty chat is none', () => {
    expect(transcripts.map(({ head }) => [head.title, head.project])).toEqual([
      ['Letter to the landlord', null],
      [null, 'Choir'],
    ]);
    expect(saying('Shorter').atMs).toBe(Date.parse('2026-09-14T08:01:00Z'));
    expect(skipped.map(({ detail }) => detail)).toEqual(['block/hologram']);
  });
});

describe('a chat of any shape', () => {
  it.each([chatGptImporter, claudeAiImporter])('never throws, and its spans cover its words', (importer) => {
    const [known] = fixture(importer.agent);
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(known ?? {})), fc.jsonValue()),
      fc.record({
        mapping: fc.dictionary(
          fc.string(),
          fc.record({
            message: fc.record({
              author: fc.record({ role: fc.constantFrom('user', 'tool', 'assistant') }),
              content: fc.jsonValue(),
              metadata: fc.jsonValue(),
            }),
            parent: fc.string(),
            children: fc.jsonValue(),
          }),
        ),
        id: fc.string(),
      }),
      fc.record({
        uuid: fc.string(),
        chat_messages: fc.array(
          fc.record({
            sender: fc.constantFrom('human', 'assistant'),
            content: fc.jsonValue(),
            text: fc.jsonValue(),
            attachments: fc.jsonValue(),
          }),
        ),
      }),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), (chats) => {
        const { transcripts } = joined(
          readAll(
            importer,
            'x.zip',
            chats.map((chat) => JSON.stringify(chat)),
          ),
        );
        for (const { turns } of transcripts)
          for (const { text, spans } of turns)
            expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('tells one that was cut off from one that is none', () => {
    const { skipped } = joined(
      readAll(chatGptImporter, 'x.zip', ['{"id":"a","mapping":{"b', '{,}', '7', '{}']),
    );
    expect(skipped.map(({ reason }) => reason)).toEqual(['cut', 'not-json', 'wrong-shape', 'wrong-shape']);
  });
});
