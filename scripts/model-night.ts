// One whole night with a model's help, call by call, for whoever wants to see what is asked and answered:
//   npm run model-night [-- --mode shadow|full|batch]
// The answers are a scripted mind's of ours over a server of ours on 127.0.0.1. No model ever said them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { scriptedMind, type ScriptedRules } from '../electron/engine/minds/testing/scripted-mind.ts';
import { startFakeClaude, type Heard } from '../electron/engine/models/testing/fake-claude.ts';
import { writeSample } from '../electron/engine/night/sample.ts';
import { commandLine, repository, runNode } from './exam/run.ts';

const { values } = parseArgs({ options: { mode: { type: 'string', default: 'full' } } });
const place = mkdtempSync(join(tmpdir(), 'slowwave-model-night-'));
const nowMs = Date.UTC(2026, 10, 20, 3);
const telling = /\b(?:always|never|from now on|instead|anymore)\b/iu;
const shownChars = 1_400;

/** Finds a sentence of the person's that sounds like a rule, and is of another mind than the engine now and then. */
const rules: ScriptedRules = {
  read: (turns) => ({
    findings: turns
      .filter(({ by, kind, text }) => by === 'person' && kind === 'said' && telling.test(text))
      .flatMap(({ place: at, text }) => {
        const quote = text.split(/(?<=[.!?])\s+|\n/u).find((part) => telling.test(part) && part.length < 300);
        return quote === undefined
          ? []
          : [
              {
                kind: 'preference' as const,
                statement: quote,
                quotes: [{ place: at, text: quote }],
                because: 'It sounds like a rule.',
              },
            ];
      })
      .slice(0, 2),
  }),
  decide: ({ what, may }) =>
    what === 'near-gate' && may.includes('add') ? { operation: 'add', because: 'It is meant to last.' } : {},
};

const mind = scriptedMind(rules);
const answers = new Map<number, string>();
const answer = (heard: Heard) => {
  const text = mind(heard);
  answers.set(heard.number, text);
  return { kind: 'say' as const, text };
};
const server = await startFakeClaude({
  reply: answer,
  batch: { looksUntilEnded: 0, ends: (_, heard) => answer(heard) },
});

async function slowwave(...typed: readonly string[]): Promise<string> {
  const folders = ['--home', join(place, 'home'), '--data', join(place, 'data')];
  const { status, stdout, stderr } = await runNode(commandLine, [...typed, ...folders]);
  if (status !== 0) throw new Error(`slowwave ${typed.join(' ')}: ${stderr}`);
  return stdout;
}

const shortened = (text: string): string =>
  text.length > shownChars
    ? `${text.slice(0, shownChars)}\n… ${text.length - shownChars} characters more`
    : text;

/** The first call of each role, whole but for length. */
function callsOfEachRole(): readonly string[] {
  const firsts = new Map(server.heard.toReversed().map((heard) => [heard.system.slice(0, 24), heard]));
  return [...firsts.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(
      ({ number, model, system, user }) =>
        `--- call ${number} · ${model}\nSYSTEM:\n${shortened(system)}\nUSER:\n${shortened(user)}\nANSWER:\n${shortened(answers.get(number) ?? 'none')}\n`,
    );
}

try {
  const sample = join(repository, 'resources', 'sample');
  const written = writeSample({ sample, out: join(place, 'home'), nowMs });
  if (!written.ok) throw new Error(written.error);
  await slowwave(
    'model',
    'use',
    'server',
    '--url',
    server.url,
    '--mode',
    values.mode,
    '--agree',
    '--reader',
    'claude-haiku-4-5',
    '--consolidator',
    'claude-sonnet-5',
  );
  const said = await slowwave('dream', '--now', new Date(nowMs).toISOString());
  process.stdout.write(
    `The answers are a scripted mind's of ours; no model said them.\n\n${said}\n${await slowwave('model', 'trace')}\n`,
  );
  process.stdout.write(callsOfEachRole().join('\n'));
} finally {
  await server.close();
  rmSync(place, { recursive: true, force: true });
}
