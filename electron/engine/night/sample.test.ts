import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSample, sampleFiles, writeSample, type Sample } from './sample.ts';

const shipped = fileURLToPath(new URL('../../../resources/sample', import.meta.url));
const nowMs = Date.parse('2027-03-01T06:30:00Z');
const dayMs = 86_400_000;

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'slowwave-sample-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const written = (): readonly string[] =>
  readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the sample that ships with us', () => {
  it('is written as three agents would have left it, with memory files', () => {
    const result = writeSample({ sample: shipped, out, nowMs });
    expect(result).toEqual({ ok: true, value: { home: out, files: written().length } });
    const below = written().map((path) => path.slice(out.length + 1).replaceAll('\\', '/'));
    for (const start of ['.claude/projects/', '.codex/sessions/', '.openclaw/agents/main/sessions/']) {
      expect(
        below.filter((path) => path.startsWith(start) && path.endsWith('.jsonl')).length,
      ).toBeGreaterThan(5);
    }
    expect(below).toContain('projects/booking-site/CLAUDE.md');
    expect(below).toContain('.openclaw/workspace/MEMORY.md');
  });

  it('lies wholly within the weeks before now, in lines that are JSON', () => {
    writeSample({ sample: shipped, out, nowMs });
    for (const path of written()) {
      expect(statSync(path).mtimeMs).toBeLessThan(nowMs);
      const text = readFileSync(path, 'utf8');
      expect(text).not.toMatch(/\{\{(home|slug|iso|ms|day|stamp|minute)/);
      if (!path.endsWith('.jsonl')) continue;
      for (const line of text.trimEnd().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow();
      const times = [...text.matchAll(/"timestamp":"([^"]+)"/g)].map((match) => Date.parse(match[1] ?? ''));
      expect(times.length).toBeGreaterThan(0);
      for (const atMs of times) {
        expect(atMs).toBeLessThan(nowMs);
        expect(atMs).toBeGreaterThan(nowMs - 37 * dayMs);
      }
    }
  });
});

describe('filling in times and places', () => {
  const sample: Sample = {
    about: 'a test',
    files: [
      {
        path: '.codex/{{day:1440}}/{{stamp:1440}}-{{slug}}.jsonl',
        minutesBeforeNow: 60,
        rows: [
          {
            cwd: '{{home}}/a',
            timestamp: '{{iso:0.5}}',
            at: '{{ms:1}}',
            text: '[{{minute:0}} UTC] {{ tour }}',
          },
        ],
        text: 'cut {{home}}',
      },
    ],
  };

  it('puts each time in the form that its place asks for', () => {
    const [file] = sampleFiles(sample, 'C:\\home "a"', nowMs);
    expect(file?.path).toBe('.codex/2027/02/28/2027-02-28T06-30-00-C--home--a-.jsonl');
    expect(file?.modifiedMs).toBe(nowMs - 3_600_000);
    const [row, rest] = file?.text.split('\n') ?? [];
    expect(JSON.parse(row ?? '')).toEqual({
      cwd: 'C:\\home "a"/a',
      timestamp: '2027-03-01T06:29:30.000Z',
      at: nowMs - 60_000,
      text: '[Mon 2027-03-01 06:30 UTC] {{ tour }}',
    });
    expect(rest).toBe('cut C:\\home "a"');
  });
});

describe('a sample that is not there', () => {
  it('is said in a sentence', () => {
    const result = readSample(out);
    expect(result.ok ? '' : result.error).toMatch(/could not be read/);
    writeFileSync(join(out, 'sample.json'), '{"about":3}');
    const odd = writeSample({ sample: out, out, nowMs });
    expect(odd.ok ? '' : odd.error).toMatch(/is not a sample history/);
  });
});
