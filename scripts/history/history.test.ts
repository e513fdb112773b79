import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isWanted, validateBank, type Bank } from './bank.ts';
import { fileText, planHistory, writeHistory } from './history.ts';
import type { Truth } from './plant.ts';
import { says } from './words.ts';
import { createSpoken, filesBelow, flat, recordsOf } from './spoken.ts';

const nowMs = Date.parse('2026-11-20T03:00:00Z');
const parsed = validateBank(
  JSON.parse(readFileSync(new URL('../../bench/banks/tune.json', import.meta.url), 'utf8')),
);
if (!parsed.ok) throw new Error(parsed.error.join('\n'));
const bank: Bank = parsed.value;

const field = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Object.entries(inner).find(([k]) => k === key)?.[1]
        : undefined,
    value,
  );

describe.each(bank.people.map((person) => [person.key, person] as const))(
  'the history of %s',
  (key, person) => {
    let out = '';
    let home = '';
    let truth: Truth;
    beforeAll(() => {
      out = mkdtempSync(join(tmpdir(), 'slowwave-history-'));
      ({ home, truth } = writeHistory({ bank, person: key, seed: 7, sessions: 120, nowMs, out }));
    });
    afterAll(() => rmSync(out, { recursive: true, force: true }));

    it('has every word that proves an item in the place that the truth names', () => {
      const spoken = createSpoken(home);
      const absent = truth.items.flatMap((item) =>
        item.said.filter(({ at, text }) => !spoken(at).some((each) => each.includes(flat(text)))),
      );
      expect(absent).toEqual([]);
      for (const item of truth.items) {
        if (item.want === 'remember') expect(item.said.length, item.id).toBeGreaterThan(0);
      }
    });

    it('says what is meant for everywhere in more than one place', () => {
      for (const item of person.items.filter((each) => each.scope === 'global' && isWanted(each.type))) {
        const at = truth.items.find((each) => each.id === item.id)?.said.map((said) => said.at) ?? [];
        const folders = new Set(
          filesBelow(home)
            .filter((path) => at.some((id) => path.endsWith(`${id}.jsonl`)))
            .flatMap((path) => {
              const cwd = readFileSync(path, 'utf8').match(/"cwd":"([^"]+)"/)?.[1];
              return cwd === undefined ? [] : [cwd];
            }),
        );
        expect(folders.size, item.id).toBeGreaterThan(1);
      }
    });

    it('plants every secret in a transcript and none in the truth of what is wanted', () => {
      const all = filesBelow(home).map((path) => readFileSync(path, 'utf8'));
      for (const secret of truth.secrets) expect(all.some((text) => text.includes(secret))).toBe(true);
      expect(truth.secrets.length).toBeGreaterThan(1);
    });

    it('says the older value of a change only before the newer', () => {
      const times = new Map(
        filesBelow(home)
          .filter((path) => path.endsWith('.jsonl'))
          .map((path) => [path, statSync(path).mtimeMs] as const),
      );
      const timeOf = (id: string): number =>
        [...times].find(([path]) => path.endsWith(`${id}.jsonl`))?.[1] ?? Number.NaN;
      for (const item of person.items.filter((each) => each.earlier.length > 0)) {
        const older = person.items.find(
          (each) => each.type === 'stale' && item.earlier.at(-1)?.some((phrase) => says(phrase, each)),
        );
        if (older === undefined) throw new Error(`${item.id} has no older side`);
        const said = truth.items.find((each) => each.id === item.id)?.said ?? [];
        const first = Math.min(...said.filter((each) => each.by === 'person').map((each) => timeOf(each.at)));
        // A fork repeats old words under new times: the same turns, by their ids.
        const after = [...times]
          .filter(
            ([path, at]) => at > first + 43_200_000 && !readFileSync(path, 'utf8').includes('forked_from_id'),
          )
          .flatMap(([path]) => recordsOf(path));
        const typed = [
          ['message', 'content'],
          ['payload', 'message'],
        ].flatMap((path) =>
          after.map((record) => field(record, ...path)).filter((text) => typeof text === 'string'),
        );
        expect(typed.length).toBeGreaterThan(0);
        expect(
          typed.filter((text) => says(text, older)),
          item.id,
        ).toEqual([]);
      }
    });

    it('links every record of Claude Code to one before it', () => {
      for (const path of filesBelow(join(home, '.claude/projects')).filter((each) =>
        each.endsWith('.jsonl'),
      )) {
        const seen = new Set<unknown>([null]);
        for (const record of recordsOf(path)) {
          const uuid = field(record, 'uuid');
          if (uuid === undefined) continue;
          expect(seen.has(field(record, 'parentUuid'))).toBe(true);
          expect(seen.has(uuid)).toBe(false);
          seen.add(uuid);
        }
      }
    });

    it('writes what a person says twice in Codex, and pairs every call with an output', () => {
      for (const path of filesBelow(join(home, '.codex/sessions'))) {
        const payloads = recordsOf(path).map((record) => field(record, 'payload'));
        const of = (type: string): readonly unknown[] =>
          payloads.filter((each) => field(each, 'type') === type);
        const twice = payloads.map((each) => JSON.stringify(field(each, 'content') ?? ''));
        for (const event of of('user_message')) {
          const text = JSON.stringify(field(event, 'message'));
          expect(twice.some((each) => each.includes(text))).toBe(true);
        }
        const ids = (type: string): readonly unknown[] => of(type).map((each) => field(each, 'call_id'));
        expect(ids('function_call')).toEqual(ids('function_call_output'));
        expect(ids('custom_tool_call')).toEqual(ids('custom_tool_call_output'));
      }
    });
  },
);

describe('writing a history', () => {
  const plan = { bank, person: 'mei', seed: 3, sessions: 90, nowMs };

  it('gives the same bytes for the same seed and others for another', () => {
    const text = (seed: number): string =>
      planHistory({ ...plan, seed }, '/home/a')
        .files.map(fileText)
        .join('');
    expect(text(3)).toBe(text(3));
    expect(text(4)).not.toBe(text(3));
  });

  it('grows with the number and the length of sessions and with padding', () => {
    const size = (more: object): number =>
      planHistory({ ...plan, ...more }, '/home/a').files.reduce(
        (sum, file) => sum + fileText(file).length,
        0,
      );
    expect(size({ sessions: 180 })).toBeGreaterThan(size({}) * 1.4);
    expect(size({ lengthMax: 20 })).toBeGreaterThan(size({}) * 2);
    expect(size({ padKib: 8 })).toBeGreaterThan(size({}) + 400_000);
  });

  it('holds every oddity of real histories, and none when told so', () => {
    const all = bank.people.map((person) =>
      planHistory({ ...plan, person: person.key, sessions: 300 }, '/home/a'),
    );
    const texts = all.flatMap((history) => history.files.map(fileText)).join('\n');
    const signs = [
      'isCompactSummary',
      'compact_boundary',
      '[Request interrupted by user]',
      'turn_aborted',
      'forked_from_id',
      'thread_spawn',
      '<system-reminder>',
      '# AGENTS.md instructions',
      'HEARTBEAT_OK',
      'weather-report',
      'moon_phase',
      'tide_table',
      '"is_error":true',
    ];
    for (const sign of signs) expect(texts.includes(sign), sign).toBe(true);
    const paths = all.flatMap((history) => history.files.map((file) => file.path));
    expect(paths.some((path) => path.includes('/subagents/agent-'))).toBe(true);
    expect(paths.some((path) => path.includes('.jsonl.bak-'))).toBe(true);
    expect(
      all.some((history) => history.files.some((file) => file.rows.length > 0 && file.rest !== '')),
    ).toBe(true);
    const tame = planHistory({ ...plan, sessions: 300, oddities: false }, '/home/a')
      .files.map(fileText)
      .join('');
    for (const sign of ['isCompactSummary', 'forked_from_id', 'moon_phase', 'turn_aborted']) {
      expect(tame.includes(sign), sign).toBe(false);
    }
  });
});
