// Puts cases into sessions of all three agents, each in a turn of its own between two marks, and finds them again in
// what the store kept.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createChance } from '../../scripts/history/chance.ts';
import { writeClaudeCode } from '../../scripts/history/claude-code.ts';
import { writeCodex } from '../../scripts/history/codex.ts';
import { fileText } from '../../scripts/history/history.ts';
import type { Session, Step } from '../../scripts/history/day.ts';
import { writeOpenClaw } from '../../scripts/history/openclaw.ts';
import { localAgents } from '../../shared/transcript.ts';

const writers = { 'claude-code': writeClaudeCode, codex: writeCodex, openclaw: writeOpenClaw } as const;

const marksOf = (at: number): readonly [string, string] => [`Sheet ${at} begins.\n`, `\nSheet ${at} ends.`];
const between = (at: number, text: string): string => marksOf(at).join(text.replace(/\n$/, ''));

/** Where a case stands: what a tool printed, what the person pasted, what the agent said, what the agent ran. */
const placed = (at: number, text: string): readonly Step[] => {
  const sheet = between(at, text);
  switch (at % 5) {
    case 0:
      return [{ by: 'person', text: `Have a look at this, please.\n${sheet}` }];
    case 1:
      return [{ by: 'agent', text: `This is what I wrote.\n${sheet}` }];
    case 2:
      return [
        {
          by: 'tool',
          call: { tool: 'shell', target: `cat > sheet <<'END'\n${sheet}\nEND`, output: '', failed: false },
        },
      ];
    case 3:
      return [{ by: 'tool', call: { tool: 'read', target: 'sheet.txt', output: sheet, failed: false } }];
    default:
      return [
        { by: 'tool', call: { tool: 'shell', target: 'cat sheet.txt', output: sheet, failed: at % 2 === 0 } },
      ];
  }
};

const perSession = 24;
const firstMs = Date.UTC(2026, 9, 1, 9);

/** Writes a home folder and says how many sessions there are in it. */
export const writeSheets = (home: string, texts: readonly string[]): number => {
  const count = Math.ceil(texts.length / perSession);
  for (let index = 0; index < count; index++) {
    const kind = localAgents[index % localAgents.length] ?? 'codex';
    const chance = createChance(`sheets ${index}`);
    const session: Session = {
      id: chance.uuid(),
      agent: { key: kind, kind, projects: ['shop'] },
      project: { name: 'shop' } as Session['project'],
      startMs: firstMs + index * 600_000,
      exchanges: texts
        .slice(index * perSession, (index + 1) * perSession)
        .map((text, at) => placed(index * perSession + at, text)),
      helpers: [],
      forkOf: null,
      cut: false,
      strange: false,
    };
    for (const file of writers[kind](session, { home, chance, shownMemory: null })) {
      const path = join(home, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, fileText(file));
    }
  }
  return count;
};

/** What the store kept of each case, by its number. Null where nothing was kept. */
export const keptSheets = (turns: readonly string[], count: number): readonly (string | null)[] => {
  const kept: (string | null)[] = Array.from({ length: count }, () => null);
  for (const text of turns) {
    const at = Number(/Sheet (\d+) begins\.\n/.exec(text)?.[1] ?? -1);
    if (at < 0 || at >= count) continue;
    const [begin, end] = marksOf(at);
    const from = text.indexOf(begin) + begin.length;
    const to = text.indexOf(end, from);
    if (to >= 0) kept[at] = text.slice(from, to);
  }
  return kept;
};
