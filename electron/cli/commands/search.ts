// `slowwave search`: finds again what is remembered and what was said, with the words shown and the place of each.
import { Option } from 'commander';
import { epochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type {
  Excerpt,
  FoundEntry,
  FoundPassage,
  PassageTurn,
  SearchAnswer,
  SearchOptions,
} from '../../../shared/search.ts';
import { agentKinds, type AgentKind } from '../../../shared/transcript.ts';
import { counted, day } from '../figures.ts';
import { isoOrNull, memoryAnswerWithHistory } from '../json-answer.ts';
import { readCount, readMoment, readQuery, readText } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import type { Call, Command, Paint, Register } from '../world.ts';

interface SearchFlags {
  readonly limit: number;
  readonly agent?: AgentKind;
  readonly project?: string;
  readonly since?: number;
}

const flagsToOptions = (flags: SearchFlags): SearchOptions => ({
  limit: flags.limit,
  agent: flags.agent ?? null,
  project: flags.project ?? null,
  sinceMs: flags.since === undefined ? null : epochMs(flags.since),
});

/** On one line, what answers bright. Each part is made safe by itself, so that no mark moves. */
function brightLine(excerpt: Excerpt, paint: Paint): string {
  let [shown, at] = ['', 0];
  for (const { start, end } of excerpt.marks) {
    shown += `${inLine(excerpt.text.slice(at, start))}${paint.bold(paint.yellow(oneLine(excerpt.text.slice(start, end))))}`;
    at = end;
  }
  shown += inLine(excerpt.text.slice(at));
  return `${excerpt.isCutBefore ? '…' : ''}${shown.trim()}${excerpt.isCutAfter ? '…' : ''}`;
}

/** As oneLine, but the space at either end stays: a word follows. */
const inLine = (text: string): string =>
  `${/^\s/u.test(text) ? ' ' : ''}${oneLine(text)}${/\S\s+$/u.test(text) ? ' ' : ''}`;

function entryLines({ entry, excerpt, wasTrue }: FoundEntry, paint: Paint): readonly string[] {
  const { trueFromMs, trueUntilMs, retiredAtMs } = entry.validity;
  const endedMs = trueUntilMs ?? retiredAtMs;
  const since = trueFromMs === null ? [] : [`since ${day(trueFromMs)}`];
  const until = endedMs === null ? 'was true, and is closed' : `was true until ${day(endedMs)}`;
  const place = ['', oneLine(entry.scope), ...(wasTrue ? [until] : since), entry.id].join(' · ');
  const because =
    wasTrue && entry.closedBecause !== null ? [paint.dim(`    closed: ${oneLine(entry.closedBecause)}`)] : [];
  return [`  ${brightLine(excerpt, paint)}${paint.dim(place)}`, ...because];
}

function passageLines(passage: FoundPassage, paint: Paint): readonly string[] {
  const { agent, project, atMs, nativeId, ordinal, closedBecause } = passage;
  const place = [
    agent,
    ...(project === null ? [] : [oneLine(project)]),
    ...(atMs === null ? [] : [day(atMs)]),
    `${oneLine(nativeId)}:${ordinal}`,
  ].join(' · ');
  return [
    paint.cyan(place),
    ...(closedBecause === null ? [] : [paint.yellow(`  no longer so: ${oneLine(closedBecause)}`)]),
    ...passage.turns.map((turn) => turnLine(turn, paint)),
  ];
}

function turnLine({ speaker, answers, excerpt }: PassageTurn, paint: Paint): string {
  const line = `  ${speaker.padEnd(7)}${brightLine(excerpt, paint)}`;
  return answers ? line : paint.dim(line);
}

function answerLines(answer: SearchAnswer, query: string, { paint, ownName }: Call): readonly string[] {
  const { memory, passages } = answer;
  if (answer.terms.length === 0) return [`There is no word to look for in “${oneLine(query)}”.`];
  if (memory.length + passages.length === 0) {
    return [
      `Nothing speaks of “${oneLine(query)}”.`,
      `Try fewer or other words, or read what is new: ${ownName} import`,
    ];
  }
  return [
    ...(memory.length === 0
      ? []
      : [
          paint.bold(`In memory: ${counted(memory.length, 'entry', 'entries')}`),
          ...memory.flatMap((one) => entryLines(one, paint)),
        ]),
    ...(memory.length === 0 || passages.length === 0 ? [] : ['']),
    ...(passages.length === 0 ? [] : [paint.bold(`In transcripts: ${counted(passages.length, 'passage')}`)]),
    ...passages.flatMap((one, at) => [...(at === 0 ? [] : ['']), ...passageLines(one, paint)]),
  ];
}

const searchAnswer = (answer: SearchAnswer, query: string): object => ({
  query,
  terms: answer.terms,
  memory: answer.memory.map(({ entry, excerpt, score, wasTrue }) => ({
    ...memoryAnswerWithHistory(entry),
    rank: score,
    wasTrue,
    excerpt,
  })),
  passages: answer.passages.map(({ atMs, nativeId, ordinal, session: _whole, score, turns, ...passage }) => ({
    session: nativeId,
    turn: ordinal,
    at: isoOrNull(atMs),
    rank: score,
    ...passage,
    turns: turns.map(({ atMs: saidAtMs, ordinal: turn, ...rest }) => ({
      turn,
      at: isoOrNull(saidAtMs),
      ...rest,
    })),
  })),
});

const search =
  (query: string, flags: SearchFlags): Command =>
  async (call) => {
    const answer = await call.engine.search(query, flagsToOptions(flags));
    if (!answer.ok) return answer;
    return ok({
      json: { search: searchAnswer(answer.value, query) },
      lines: answerLines(answer.value, query, call),
    });
  };

const more = `
How it looks
  For each word in any of its forms, in any script; "in quotation marks" and paths like src/api/orders.ts count more
  where they stand together. No sign in a query has another meaning. A person's words come before an agent's, those
  before a tool's; of answers that are alike the newest comes first. What is closed in memory is shown only where
  nothing newer is known on the same subject.

Examples
  slowwave search package manager
  slowwave search "failing tests" --project shop --since 2026-11-01
  slowwave search src/api/orders.ts --agent codex --limit 3
  slowwave search 制表符 --json | jq .search.passages`;

export const addSearch: Register = (program, run) => {
  program
    .command('search')
    .description('find again what is remembered and what was said')
    .argument('<query...>', 'words, names, paths; any language')
    .option('--limit <n>', 'at most N entries and N passages', readCount, 10)
    .addOption(new Option('--agent <agent>', 'only what this agent heard').choices(agentKinds))
    .option('--project <name>', 'only this project (in memory also what holds everywhere)', readText)
    .option(
      '--since <date>',
      "only what was said since then (a day begins at this computer's midnight)",
      readMoment,
    )
    .addHelpText('after', more)
    .action((words: string[], flags: SearchFlags) => run(search(readQuery(words), flags)));
};
