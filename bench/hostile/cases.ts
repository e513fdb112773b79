// Bad input, one case each: what is written into a home, and what must be true afterwards.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createChance, type Chance } from '../../scripts/history/chance.ts';
import type { StepAnswer } from '../children/night.ts';
import { benchNowMs, ownBank } from '../histories.ts';
import { dayMs } from '../room.ts';
import { lineOf, sessionPath, writeLines, writeSession, type Turn } from './sessions.ts';

export interface Case {
  readonly name: string;
  /** Fills the home; gives how many turns must be in the store afterwards. */
  readonly write: (home: string) => number;
  /** What else must be true. */
  readonly holds?: (night: StepAnswer) => boolean;
  /** What of the night's answer says how it was taken. */
  readonly tell?: (night: StepAnswer) => Readonly<Record<string, unknown>>;
}

const megabyte = 1024 * 1024;
const startMs = benchNowMs - 30 * dayMs;

/** The bank's own words: some thousand, in several languages. */
const words: readonly string[] = [
  ...new Set(readFileSync(ownBank, 'utf8').match(/(?<![\p{L}\\{])\p{L}{2,14}(?![\p{L}}])/gu)),
];
/** A few words are most of what is said, as in any language. */
const word = (chance: Chance): string => words[Math.floor(chance.next() ** 3 * words.length)] ?? '';
const sentence = (chance: Chance, length: number): string =>
  `${Array.from({ length }, () => word(chance)).join(' ')}.`;
const said = (chance: Chance, n: number, length = 40): Turn => ({
  by: n % 2 === 0 ? 'user' : 'assistant',
  text: sentence(chance, length),
  atMs: startMs + n * 1000,
});

const manyLines = (megabytes: number): Case => ({
  name: `one-session-of-${String(megabytes)}-MB-in-many-lines`,
  write: (home) => {
    const chance = createChance('many lines');
    let turns = 0;
    const lines = function* (): Generator<string, void, void> {
      for (let bytes = 0; bytes < megabytes * megabyte; turns++) {
        const line = lineOf(home, 'shop', 'long', said(chance, turns, 300), turns);
        bytes += line.length;
        yield line;
      }
    };
    writeLines(sessionPath(home, 'shop', 'long'), lines());
    return turns;
  },
});

const oneLine = (megabytes: number): Case => ({
  name: `one-line-of-${String(megabytes)}-MB`,
  write: (home) => {
    const chance = createChance('one line');
    const line = (n: number): string => lineOf(home, 'shop', 'wide', said(chance, n), n);
    const text = 'x '.repeat((megabytes * megabyte) / 2);
    const wide = lineOf(home, 'shop', 'wide', { by: 'assistant', text, atMs: startMs }, 5);
    writeLines(sessionPath(home, 'shop', 'wide'), [0, 1, 2, 3].map(line).concat(wide, [6, 7].map(line)));
    return 6;
  },
  // Its place is kept: from the end of the fourth line, as long as it is.
  holds: ({ skippedByReason }) => skippedByReason?.['too-long'] === 1,
  tell: ({ skipped }) => ({ skipped }),
});

const sameInTwoPlaces: Case = {
  name: 'the-same-session-in-two-places',
  write: (home) => {
    const chance = createChance('two places');
    writeSession(
      home,
      'shop',
      'twin',
      Array.from({ length: 200 }, (_, n) => said(chance, n)),
    );
    const copy = sessionPath(home, 'shop-backup', 'twin');
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(sessionPath(home, 'shop', 'twin'), copy);
    return 200;
  },
  holds: ({ imported }) => imported?.sessions === 1,
};

const rule = 'Always write prices with VAT, never without.';

const clocksBackwards: Case = {
  name: 'clocks-that-run-backwards',
  write: (home) => {
    const chance = createChance('backwards');
    for (let session = 0; session < 5; session++) {
      const turns = Array.from({ length: 40 }, (_, n): Turn => ({
        by: n % 2 === 0 ? 'user' : 'assistant',
        text: n === 20 ? rule : sentence(chance, 12),
        atMs: startMs + session * dayMs - n * 3_600_000,
      }));
      writeSession(home, 'shop', `back-${String(session)}`, turns);
    }
    return 200;
  },
  holds: ({ texts }) => texts?.some((text) => text.includes('VAT')) ?? false,
  tell: ({ texts }) => ({ proposed: texts }),
};

const withoutTime: Case = {
  name: 'turns-without-time',
  write: (home) => {
    const chance = createChance('no time');
    for (let session = 0; session < 5; session++) {
      const turns = Array.from({ length: 40 }, (_, n): Turn => ({
        by: n % 2 === 0 ? 'user' : 'assistant',
        text: n === 20 ? rule : sentence(chance, 12),
        atMs: null,
      }));
      writeSession(home, 'shop', `timeless-${String(session)}`, turns);
    }
    return 200;
  },
  tell: ({ texts }) => ({ proposed: texts }),
};

/** Latin, Cyrillic, Han, Arabic and Devanagari, each with a word that only it holds. */
const rules = [
  ['Always write prices with VAT, never without.', 'VAT'],
  ['Всегда пиши цены с НДС, никогда без.', 'НДС'],
  ['价格一律含税，不要写未税价。', '含税'],
  ['اكتب الأسعار دائمًا مع الضريبة، ولا تكتبها بدونها أبدًا.', 'الضريبة'],
  ['कीमतें हमेशा कर सहित लिखो, बिना कर कभी नहीं।', 'कर सहित'],
] as const;

const fiveScripts: Case = {
  name: 'five-scripts',
  write: (home) => {
    for (let session = 0; session < 5; session++) {
      const turns = rules.flatMap(([text], n): readonly Turn[] => [
        { by: 'user', text, atMs: startMs + session * 2 * dayMs + n * 60_000 },
        {
          by: 'assistant',
          text: '好 · OK · да · نعم · ठीक',
          atMs: startMs + session * 2 * dayMs + n * 60_000 + 1000,
        },
      ]);
      writeSession(home, 'shop', `scripts-${String(session)}`, turns);
    }
    return 5 * 2 * rules.length;
  },
  tell: ({ texts }) => ({
    scriptsProposed: rules.filter(([, word]) => texts?.some((text) => text.includes(word))).length,
    proposed: texts,
  }),
};

const longMemory = (lines: number): Case => ({
  name: `memory-file-of-${String(lines)}-lines`,
  write: (home) => {
    const chance = createChance('memory');
    writeSession(home, 'shop', 'short', [said(chance, 0), said(chance, 1)]);
    const line = (n: number): string => `- Rule ${String(n)}: ${sentence(chance, 10)}\n`;
    writeLines(
      join(home, 'shop', 'CLAUDE.md'),
      Array.from({ length: lines }, (_, n) => (n === 0 ? '# Rules\n\n' : line(n))),
    );
    return 2;
  },
  holds: ({ imported, unread }) => (imported?.memoryLines ?? 0) >= lines - 1 || (unread?.length ?? 0) > 0,
  tell: ({ imported, unread }) => ({ memoryLines: imported?.memoryLines, unread }),
});

export const casesOf = (size: 'quick' | 'full'): readonly Case[] => [
  manyLines(size === 'full' ? 200 : 50),
  oneLine(200),
  sameInTwoPlaces,
  clocksBackwards,
  withoutTime,
  fiveScripts,
  longMemory(size === 'full' ? 50_000 : 5000),
];

/** Sessions of two turns each. */
export function writeTinySessions(home: string, count: number): void {
  const chance = createChance('tiny');
  for (let n = 0; n < count; n++) {
    const id = `tiny-${String(n).padStart(8, '0')}`;
    const atMs = startMs + n * 1000;
    writeSession(home, `project-${String(n % 20)}`, id, [
      { by: 'user', text: sentence(chance, 12), atMs },
      { by: 'assistant', text: sentence(chance, 12), atMs: atMs + 500 },
    ]);
  }
}
