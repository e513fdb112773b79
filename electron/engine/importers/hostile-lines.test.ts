import { describe, expect, it } from 'vitest';
import { createMasker } from '../masking/mask.ts';
import { maskState } from '../night/masked-transcript.ts';
import { importers } from './index.ts';
import { fixtureLines, joined, readAll } from './testing/read-fixture.ts';

const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
const base =
  '"sessionId":"s","uuid":"u","id":"u","timestamp":"2026-03-02T09:00:00.000Z","cwd":"/work/shop","version":"2.1.150"';
const message = (content: string): readonly string[] => [
  `{"type":"user",${base},"message":{"role":"user","content":${content}}}`,
  `{"type":"message",${base},"message":{"role":"user","content":[{"type":"text","text":${content}}]}}`,
  `{"type":"response_item",${base},"payload":{"type":"message","role":"user","content":[{"type":"input_text","text":${content}}]}}`,
];
const strange: readonly string[] = [
  ...[
    '"__proto__"',
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
  ].flatMap(message),
  '{"__proto__":{"polluted":true},"type":"user","sessionId":"__proto__","uuid":"constructor","message":{"role":"user","content":"x","__proto__":{"polluted":true}}}',
  '{"type":"__proto__","payload":{"type":"constructor","__proto__":{"polluted":true}}}',
  '{"type":"constructor","message":{"role":"toString","content":[{"type":"hasOwnProperty"}]}}',
  `{"type":"user",${base},"message":${deep}}`,
  deep,
  '['.repeat(100_000),
  ...[
    '1e999',
    '-1e999',
    '123456789012345678901234567890',
    '0.1e-999',
    'null',
    '[]',
    '"\\ud800"',
    '"\\udc00 \\ud83d"',
    '"a\\u0000b"',
  ].flatMap(message),
  `{"type":"user",${base.replace('"2026-03-02T09:00:00.000Z"', '1e308')},"message":{"role":"user","content":"x"}}`,
  `{"type":"user",${base.replace('2026-03-02', '+275761-01-01')},"message":{"role":"user","content":"x"}}`,
  '\u0000\u0000{"type":"user"}',
  '{"type":"user"\u0000}',
  '"\ud800"',
];

describe('a line that is made to do harm', () => {
  it.each([
    ['claude-code/2.1.150.jsonl', importers['claude-code']],
    ['codex/0.126.0.jsonl', importers.codex],
    ['openclaw/2026.2.jsonl', importers.openclaw],
  ] as const)(
    'stops no reading after the beginning of %s, changes no object, and leaves whole text',
    (fixture, importer) => {
      const [first = '', second = ''] = fixtureLines(fixture);
      const lines = [first, second, ...strange];
      const read = joined(readAll(importer, 'x.jsonl', lines, [3, 9]));
      expect(read.transcripts.flatMap(({ turns }) => turns).length).toBeGreaterThan(3);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
      for (const { turns } of read.transcripts) {
        for (const { text, atMs } of turns) {
          expect(text.isWellFormed()).toBe(true);
          expect(atMs === null || Number.isSafeInteger(atMs)).toBe(true);
        }
      }
    },
  );

  it('puts no name of its own into what a reader leaves behind', () => {
    const state = maskState(
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}}}',
      createMasker(),
    );
    expect(Reflect.get(JSON.parse(state), 'polluted')).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
