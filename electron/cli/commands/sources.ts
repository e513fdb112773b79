// `slowwave sources`: what was found on this computer, what no importer can read yet, and what was masked.
import { secretInWords } from '../../../shared/masked-words.ts';
import { ok } from '../../../shared/result.ts';
import type { SourceReport } from '../../../shared/engine.ts';
import { ago, count, counted, moment, size } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { oneLine } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Call, Command, Register } from '../world.ts';

const columns = [
  { title: 'Agent' },
  { title: 'Place' },
  { title: 'Sessions', align: 'right' },
  { title: 'Memory files', align: 'right' },
  { title: 'Size', align: 'right' },
  { title: 'Newest' },
  { title: 'Skipped lines', align: 'right' },
] as const;

const row = (source: SourceReport, nowMs: number): readonly string[] => [
  source.agent,
  oneLine(source.place),
  count(source.sessions),
  count(source.memoryFiles),
  size(source.bytes),
  source.newestMs === null ? '–' : ago(source.newestMs, nowMs),
  count(source.skippedLines),
];

function noteLines(sources: readonly SourceReport[]): readonly string[] {
  return sources.flatMap((source) => [
    ...Object.entries(source.skippedByReason).map(
      ([reason, lines]: [string, number]) =>
        `${source.agent}: ${counted(lines, 'line')} skipped (${oneLine(reason)})`,
    ),
    ...(source.importedAtMs === undefined
      ? []
      : [`${source.agent}: ${oneLine(source.place)}, imported ${moment(source.importedAtMs)}`]),
    ...source.tooLarge.map(
      ({ path, bytes }) => `${source.agent}: ${oneLine(path)}, ${size(bytes)}: larger than is read`,
    ),
    ...source.notReadYet.map(
      ({ what, files }) => `${source.agent}: ${oneLine(what)}, ${counted(files, 'file')}: not read yet`,
    ),
  ]);
}

function sourceLines(sources: readonly SourceReport[], call: Call): readonly string[] {
  if (sources.length === 0) {
    return [
      `No agent was found below ${call.home}.`,
      `Another place: ${call.ownName} import PATH, or --home DIR for another person's home.`,
    ];
  }
  const notes = noteLines(sources);
  return [
    ...tableLines(
      columns,
      sources.map((source) => row(source, call.nowMs)),
      call.paint.bold,
    ),
    ...(notes.length === 0 ? [] : ['', ...notes]),
    '',
    call.paint.dim('All of it is opened read-only.'),
  ];
}

const listSources: Command = async (call) => {
  const found = await call.engine.sources();
  if (!found.ok) return found;
  const json = {
    sources: found.value.map(({ newestMs, importedAtMs, projects, ...source }) => ({
      ...source,
      newest: isoOrNull(newestMs),
      ...(importedAtMs === undefined ? {} : { imported: isoOrNull(importedAtMs) }),
      projects: projects.map(({ newestMs: at, ...project }) => ({ ...project, newest: isoOrNull(at) })),
    })),
  };
  return ok({ json, lines: sourceLines(found.value, call) });
};

const listMasked: Command = async (call) => {
  const found = await call.engine.maskedSecrets();
  if (!found.ok) return found;
  const { secrets, kinds, turns, places } = found.value;
  const json = {
    masked: {
      ...found.value,
      places: places.map(({ kinds: those, evidence: { atMs, ...at } }) => ({
        kinds: those,
        ...at,
        at: isoOrNull(atMs),
      })),
    },
  };
  if (secrets === 0) return ok({ json, lines: ['No secret was masked in what is kept.'] });
  const kindRows = kinds.map((one) => [secretInWords(one.kind), count(one.secrets)]);
  const placeRows = places.map(({ kinds: those, evidence: { agent, project, session, turn, atMs } }) => [
    atMs === null ? '–' : moment(atMs),
    agent,
    oneLine(project ?? '–'),
    `${oneLine(session)} · ${turn}`,
    those.map(secretInWords).join(', '),
  ]);
  return ok({
    json,
    lines: [
      `${counted(secrets, 'secret')} of ${counted(kinds.length, 'kind')} masked in ${counted(turns, 'turn')}, before anything was kept.`,
      '',
      ...tableLines(maskedColumns, kindRows, call.paint.bold),
      '',
      ...tableLines(placeColumns, placeRows, call.paint.bold),
      ...(turns > places.length ? ['', `${count(turns - places.length)} older turns are not listed.`] : []),
    ],
  });
};

const maskedColumns = [{ title: 'Kind' }, { title: 'Masked', align: 'right' }] as const;
const placeColumns = [
  { title: 'When' },
  { title: 'Agent' },
  { title: 'Project' },
  { title: 'Session · turn' },
  { title: 'Kinds' },
] as const;

export const addSources: Register = (program, run) => {
  program
    .command('sources')
    .description('list what was found: agent, place, sessions, memory files, newest, skipped lines')
    .option('--masked', 'list the secrets that were masked instead: how many of which kind, and where')
    .action((flags: { readonly masked?: true }) => run(flags.masked ? listMasked : listSources));
};
