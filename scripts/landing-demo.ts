// The landing demo: six simulated sites, agents that know only their memory, one night between two runs.
//
//   npm run demo:landing                 the table of both runs, and the playbook that the night wrote
//   also: --seed WORD (another weather), --out DIR (keeps transcripts, store and memory file there), --json
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tellStory, type Landing, type Story } from './landing-demo/run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: 'monday' },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const cell = (landing: Landing): string => (landing.landed ? 'landed' : 'LOST');
const detail = ({ speed, fuel, offMetres, twins }: Landing): string =>
  `${speed.toFixed(1)} m/s, ${offMetres.toFixed(0)} m off, ${fuel.toFixed(0)} % fuel, ${twins} on the twin`;

function table({ first, second }: Story): readonly string[] {
  const rows = first.map((before, at) => {
    const after = second[at];
    return after === undefined
      ? []
      : [
          `${before.site.padEnd(10)} ${cell(before).padEnd(7)} ${detail(before).padEnd(46)} ${cell(after).padEnd(7)} ${detail(after)}`,
          ...before.failures.map((failure) => `${' '.repeat(11)}${failure}`),
        ];
  });
  const count = (all: readonly Landing[]): string =>
    `${all.filter(({ landed }) => landed).length} of ${all.length}`;
  return [
    `${'site'.padEnd(10)} ${'before the night'.padEnd(54)} after it`,
    ...rows.flat(),
    `${'landed'.padEnd(10)} ${count(first).padEnd(54)} ${count(second)}`,
  ];
}

const words = (story: Story): string =>
  [
    ...table(story),
    '',
    `The night read ${story.night.receipt.read.sessions} sessions and proposed ${story.night.proposal.changes.length} changes; all were approved.`,
    '',
    '--- the playbook as the night wrote it ---',
    '',
    ...story.playbooks.map(({ markdown }) => markdown),
    '--- the memory file that the agents read in the second run ---',
    '',
    story.memory,
    `After the second run another night proposed ${story.nightAfter.proposal.changes.filter(({ after }) => after?.kind === 'playbook').length} new rules; the counts now:`,
    ...story.playbooksAfter.flatMap(({ rules }) =>
      rules.map(({ text, helpful, harmful }) => `  ${text}  helped ${helpful}, harmed ${harmful}`),
    ),
    '',
  ].join('\n');

const folder =
  values.out === undefined ? mkdtempSync(join(tmpdir(), 'slowwave-landing-')) : resolve(values.out);
try {
  const story = await tellStory({ folder, seed: values.seed });
  const { first, second, memory, playbooks, playbooksAfter } = story;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ first, second, proposed: story.night.proposal.changes, playbooks, memory, playbooksAfter }, null, 2)}\n`
      : words(story),
  );
  process.exitCode = second.every(({ landed }) => landed) ? 0 : 1;
} finally {
  if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
}
