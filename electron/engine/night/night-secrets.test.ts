import { describe, expect, it } from 'vitest';
import { planted, type Planted } from '../masking/testing/planted.ts';
import { everyStoredText } from '../store/testing/stored-text.ts';
import {
  dayMs,
  dreamOnce,
  nightMs,
  openEngine,
  tempHome,
  valueOf,
  write,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

// What is shorter may stand in innocent text by chance.
const partCharsMin = 12;

/** The secret, and what of it would still be one: each line of a key, each run of its characters. */
function partsOf({ secret }: Planted): readonly string[] {
  const runs = secret.split(/\s+|\\n/u).filter((run) => run.length >= partCharsMin);
  return [
    secret,
    ...runs,
    ...runs.map((run) => run.slice(0, partCharsMin)),
    ...runs.map((run) => run.slice(-partCharsMin)),
  ];
}

/** Where what lies on the disk holds a part of one of them: every file, every row, every packed block, unpacked. */
function spilt(place: TempHome, secrets: readonly Planted[]): readonly string[] {
  const parts = new Set(secrets.flatMap(partsOf));
  const found = new Set<string>();
  for (const { place: where, text } of everyStoredText(place.data)) {
    for (const part of parts) if (text.includes(part)) found.add(`${part} in ${where}`);
  }
  return [...found].sort();
}

// A key without its first line, and a bare word that only its indentation tells to be a value, are not told as secrets
// behind a list mark or in one line: whether they should be is the masker's to say, and tested there.
// Four digits stand in many a hash by chance.
const isToldAnywhere = ({ text, secret }: Planted): boolean =>
  secret.length >= 6 && !/^ +password: [a-z]+$/u.test(text) && !/^[^-]{60,}\n[^-]{60,}\n-----END/u.test(text);
const all = planted.filter(isToldAnywhere);

/** A dozen of different notations. */
const dozen: readonly Planted[] = all.filter((_, i) => i % Math.floor(all.length / 12) === 0).slice(0, 12);

describe('a secret', () => {
  it('is planted often enough for this to mean something', () => {
    expect(dozen).toHaveLength(12);
    expect(new Set(dozen.map((one) => one.secret)).size).toBeGreaterThan(8);
  });

  it('in what was said, run, printed, titled or noted is on no disk of ours, however packed', async () => {
    const place = tempHome();
    all.forEach((one, i) => {
      writeDay(place, {
        id: `day-${i}`,
        day: 1 + (i % 20),
        title: one.text.replaceAll('\n', ' '),
        said: [
          `Look at this:\n${one.text}`,
          { agent: `I see it.\n${one.text}` },
          { run: `run it <<'END'\n${one.text}\nEND`, printed: `it failed:\n${one.text}`, failed: true },
          { run: 'npm run mend', printed: one.text },
          `Always remember this for the shop.\n${one.text}`,
        ],
      });
    });
    write(place, '.claude/CLAUDE.md', all.map((one) => `## About\n\n${one.text}\n`).join('\n'));
    write(place, 'shop/CLAUDE.md', all.map((one) => `- ${one.text.replaceAll('\n', '\n  ')}\n`).join(''));
    write(
      place,
      '.openclaw/workspace/MEMORY.md',
      `- Use pnpm.\n${dozen.map(({ text }) => `\`\`\`\n${text}\n\`\`\`\n`).join('')}`,
    );
    const first = await dreamOnce(place, { apply: 'auto' });
    expect(first.receipt.read.maskedSecrets).toBeGreaterThan(all.length);
    const preview = await dreamOnce(place, { preview: true }, nightMs + dayMs);
    expect(spilt(place, all)).toEqual([]);
    const told = JSON.stringify([first, preview]);
    const said = all.flatMap(partsOf).filter((part) => told.includes(JSON.stringify(part).slice(1, -1)));
    expect(said).toEqual([]);
  }, 120_000);

  it('in a heading above a line, or in several lines of one item, is on no disk of ours', async () => {
    const place = tempHome();
    writeDay(place, { id: 'day', day: 1, said: ['Always use pnpm.'] });
    const text = dozen
      .map(
        (one) =>
          `# ${one.text.split('\n')[0] ?? ''}\n\n- Prices are in cents.\n- Notes:\n${one.text
            .split('\n')
            .map((line) => `  ${line}\n`)
            .join('')}`,
      )
      .join('\n');
    write(place, 'shop/AGENTS.md', text);
    await dreamOnce(place, { apply: 'auto' });
    expect(spilt(place, dozen)).toEqual([]);
  });

  it('in instructions is on no disk of ours, and in no receipt', async () => {
    const place = tempHome();
    writeDay(place, { id: 'day', day: 1, said: ['Always use pnpm.'] });
    const [one] = all;
    const night = await dreamOnce(place, { instructions: `only pnpm. ${one?.text ?? ''}` });
    expect(night.receipt.instructions?.raise).toContain('pnpm');
    expect(JSON.stringify(night)).not.toContain(one?.secret);
    expect(spilt(place, one ? [one] : [])).toEqual([]);
  });

  it('in the names that a file gives its own parts is on no disk of ours', async () => {
    const place = tempHome();
    const [one] = all;
    const secret = one?.secret ?? '';
    const base = {
      sessionId: 'odd',
      cwd: `/work/${secret}`,
      uuid: 'u1',
      timestamp: '2026-03-02T09:00:00.000Z',
      version: `2 ${secret}`,
    };
    const rows = [
      { ...base, type: 'user', message: { role: 'user', content: 'Always use pnpm.' } },
      {
        ...base,
        uuid: 'u3',
        type: 'assistant',
        message: {
          id: 'm',
          role: 'assistant',
          content: [
            {
              type: 'tool_use',
              id: `t ${secret}`,
              name: secret,
              input: { command: secret, file_path: secret, url: secret },
            },
          ],
        },
      },
      { ...base, uuid: 'u4', type: 'system', subtype: secret, content: secret },
      {
        type: 'queue-operation',
        operation: 'enqueue',
        sessionId: 'odd',
        timestamp: base.timestamp,
        content: secret,
      },
      { type: 'summary', summary: secret, leafUuid: 'x' },
    ];
    write(
      place,
      '.claude/projects/-odd/odd.jsonl',
      `${rows.map((row) => JSON.stringify(row)).join('\n')}\n${secret}\n`,
    );
    await dreamOnce(place, { apply: 'auto' });
    expect(spilt(place, one ? [one] : [])).toEqual([]);
  });

  it('is in no memory, and no quote spans the place where it was', async () => {
    const place = tempHome();
    for (const day of [1, 3, 5, 7]) {
      writeDay(place, {
        id: `day-${day}`,
        day,
        said: dozen.map((one) => `Always use the staging server for it, never production. ${one.text}`),
      });
    }
    const night = await dreamOnce(place, { apply: 'auto' });
    const { engine } = await openEngine(place);
    const memory = valueOf(await engine.memoryList({ closedToo: true }));
    engine.close();
    expect(memory.length).toBeGreaterThan(0);
    for (const { text, evidence } of memory) {
      for (const words of [text, ...evidence.map((e) => e.quote)]) expect(words).not.toContain('⟦masked:');
    }
    expect(night.diary).not.toContain('⟦masked:');
  });
});
