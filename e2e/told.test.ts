// What the engine says in Chinese: the forms are read back from its own mouth, over a real night and over what it says when
// something is wrong. A sentence that is worded anew in the engine and not here fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { conflictSentence } from '../electron/engine/writeback/conflict.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { epochMs } from '../shared/ids.ts';
import { createEngine } from '../electron/engine/index.ts';
import { writeSample } from '../electron/engine/night/sample.ts';
import { readStory, type Span } from '../renderer/diary/story.ts';
import { createTell } from '../renderer/words/told.ts';
import { tells } from '../renderer/words/words.ts';

const nowMs = epochMs(Date.UTC(2026, 5, 1, 3));
const { zh } = tells;

/** Quotes, names and numbers may be in any letters; words of English outside of them are words that were left over. */
const leftOver = (text: string): string =>
  text
    .replaceAll(/“[^”]*”|（[^（）]*）|[`\w.-]*[-_/.@][`\w.-]*/gu, '')
    .replaceAll(/\b(?:UTC|Slowwave|booking|newsletter|routes|openclaw|codex|files undo)\b/gu, '');

async function night() {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-told-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = join(folder, 'home');
  const sample = resolve(import.meta.dirname, '..', 'resources', 'sample');
  writeSample({ sample, out: home, nowMs });
  const events = new Set<string>();
  const engine = await createEngine({
    clock: { now: () => nowMs, wall: () => nowMs, ticks: () => performance.now() },
    home,
    data: join(folder, 'data'),
    keyFolder: join(folder, 'keys'),
    env: {},
    sample: null,
  });
  if (!engine.ok) throw new Error(engine.error.happened);
  const options = {
    preview: false,
    instructions: null,
    sessionsMax: null,
    sinceMs: null,
    apply: 'review' as const,
    paths: [],
  };
  const done = await engine.value.dream(options, {
    onProgress: (event) => void (event.kind !== 'stage' && events.add(event.text)),
  });
  if (!done.ok) throw new Error(done.error.happened);
  const { proposal, receipt } = done.value;
  const looked = [
    ...receipt.nearestMisses.map(({ text }) => text),
    ...proposal.changes.map(({ title }) => title),
  ];
  const explained = await Promise.all(looked.map((text) => engine.value.explain(text)));
  engine.value.close();
  return { ...done.value, events, explanations: explained.flatMap((one) => (one.ok ? one.value : [])) };
}

const noSides = { before: null, theirs: null, ours: null, changeIds: [] };

describe('what the engine says in Chinese', () => {
  it('is all that a night says: reasons, gates, what nearly passed, events and the diary', async () => {
    const { proposal, receipt, diary, events, explanations } = await night();
    const gates = explanations.flatMap((one) => one.gates);
    const said = [
      receipt.because,
      ...proposal.changes.flatMap(({ why, closes }) => [why, ...closes.map(({ because }) => because)]),
      ...gates.flatMap(({ reason, flip }) => (flip === null ? [reason] : [reason, flip])),
      ...receipt.nearestMisses.map(({ flip }) => flip),
      ...explanations.flatMap(({ neighbours }) => neighbours.map(({ why }) => why)),
      ...events,
      ...proseOf(diary),
    ];
    expect(said.length).toBeGreaterThan(80);
    const unknown = said.filter((text) => zh(text) === null);
    expect([...new Set(unknown)]).toEqual([]);
    const halves = said.filter((text) => /[A-Za-z]{3,}/u.test(leftOver(zh(text) ?? '')));
    expect([...new Set(halves)]).toEqual([]);
  });

  it.each([
    ['Missed 03:00: laptop asleep 01:10–07:42.', '错过 03:00：电脑休眠 01:10–07:42。'],
    [
      conflictSentence({ path: 'inn/CLAUDE.md', reason: { kind: 'file-gone' }, ...noSides }),
      'inn/CLAUDE.md 已不存在，而有一项已采纳的改动要写入其中。可重新创建、选择别的文件，或放弃。',
    ],
    [
      conflictSentence({ path: 'inn/CLAUDE.md', reason: { kind: 'line-changed' }, ...noSides }),
      'inn/CLAUDE.md：本要改动的一行现在说的是别的，已原样保留。',
    ],
    ['Paused until 12 March, 03:00.', '暂停至3月12日 03:00。'],
    [
      'Skipped 03:00: on battery until 10:00, the latest start. It was late: Slowwave was not running.',
      '跳过 03:00：使用电池，直到最晚开始时间 10:00。迟了：Slowwave 未运行。',
    ],
    ['It was interrupted: its process ended (SIGKILL).', '被中断：它的进程已结束（SIGKILL）。'],
    [
      'The engine did not answer. It was lost in the middle and is being started again.',
      '引擎没有回答。中途丢失，正在重新启动。',
    ],
  ])('reads times, spans and several sentences: %s', (text, told) => {
    expect(zh(text)).toBe(told);
  });

  it('leaves alone what is nobody’s known sentence, and what is very long', () => {
    expect(zh('Use pnpm, not npm.')).toBeNull();
    expect(zh('')).toBeNull();
    expect(zh(`Reading codex · ${'x'.repeat(5_000)}`)).toBeNull();
    expect(tells.en('Use pnpm.')).toBe('Use pnpm.');
  });

  it('takes nothing that stands in a text for a form of its own', () => {
    const tell = createTell({
      sentences: [['It said (?<q>.+)\\.', '它说{{q}}。']],
      names: {},
      when: (day) => day,
      between: '',
      listed: '、',
    });
    expect(tell('It said {{q}} $& [[q|x]].')).toBe('它说{{q}} $& [[q|x]]。');
  });
});

/** All of the diary but memory's own words and quotes. */
function proseOf(diary: string): readonly string[] {
  const plain = (spans: readonly Span[]): readonly string[] =>
    spans.flatMap(({ text, weight }) => (weight === 'strong' || text.trim() === '' ? [] : [text]));
  return readStory(diary).flatMap((block) => {
    if (block.kind === 'heading') return [block.text];
    if (block.kind === 'paragraph') return plain(block.spans);
    return [...plain(block.item.spans), ...block.item.lines.flatMap(plain)];
  });
}
