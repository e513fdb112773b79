// How an entry, its evidence, its scores and a proposed change look to a person. Quotes are transcript text: they are
// printed as marks-only plain text, never obeyed by the terminal.
import type { GateName } from '../../shared/dream.ts';
import type { Dimensions, Evidence, MemoryEntry } from '../../shared/memory.ts';
import type { Change, ChangeFlag, Operation } from '../../shared/proposal.ts';
import { day } from './figures.ts';
import { cutToWidth, oneLine } from './plain-text.ts';
import { labelled } from './table.ts';
import type { Paint } from './world.ts';

export const operationWords: Readonly<Record<Operation, string>> = {
  add: 'Add',
  merge: 'Merge',
  replace: 'Replace',
  retire: 'Retire',
  share: 'Share',
  note: 'Note',
};

/** What stopped a candidate. */
export const gateWords: Readonly<Record<GateName, string>> = {
  evidence: 'no words that prove it',
  trust: 'no trusted source',
  owner: 'you said no to it',
  'stands-alone': 'not clear on its own',
  sessions: 'too few sessions',
  contexts: 'too few contexts',
  score: 'score too low',
  instructions: 'left out by your instructions',
};

const flagWords: Readonly<Record<ChangeFlag, string>> = {
  conflict: 'conflict: what it changes was changed meanwhile',
  contradiction: 'contradiction: it goes against something in memory',
  quarantined: 'quarantined: it came from a page, a file or a tool and gives orders',
  'weak-evidence': 'weak evidence',
  untrusted: 'untrusted: words of a file or an agent would go further than they stand',
  'over-limit': 'over limit: the night wanted more than one night may do by itself',
  'loses-correction': 'loses a correction: memory would no longer say what you once put right',
  'by-model': 'a model changed what the engine had decided',
};

/** “no, we moved to pnpm” · claude-code · shop · 18 Nov 2026 · session 0f3a, turn 12 */
export function quoteLine(
  evidence: Evidence,
  paint: Paint,
  options: { readonly quoteColumnsMax: number },
): string {
  const place = evidence.project === null ? [] : [oneLine(evidence.project)];
  const when = evidence.atMs === null ? [] : [day(evidence.atMs)];
  const quote = cutToWidth(oneLine(evidence.quote), options.quoteColumnsMax);
  return `“${quote}” ${paint.dim(['', evidence.agent, ...place, ...when].join(' · ').trim())}`;
}

/** The whole quote, and where it stands. */
export const evidenceLines = (evidence: readonly Evidence[], paint: Paint): readonly string[] =>
  evidence.flatMap((each) => [
    `  ${quoteLine(each, paint, { quoteColumnsMax: Number.POSITIVE_INFINITY })}`,
    paint.dim(`    session ${oneLine(each.session)}, turn ${each.turn}, origin ${each.origin}`),
  ]);

const barCells = 10;

/** Figures and bars: colour and length never carry anything alone. */
export function scoreLines(
  score: number | null,
  dimensions: Dimensions | null,
  paint: Paint,
): readonly string[] {
  if (score === null || dimensions === null) return [];
  const bar = (value: number): string => {
    const full = Math.round(Math.min(1, Math.max(0, value)) * barCells);
    return '▇'.repeat(full) + paint.dim('·'.repeat(barCells - full));
  };
  const rows = Object.entries(dimensions).map(
    ([name, value]: [string, number]) => `  ${name.padEnd(14)}${bar(value)}  ${value.toFixed(2)}`,
  );
  return [`Score ${score.toFixed(2)} of 1`, ...rows];
}

export function entryLines(entry: MemoryEntry, paint: Paint): readonly string[] {
  const closed =
    entry.status === 'closed' ? [labelled('Closed', oneLine(entry.closedBecause ?? 'no reason'))] : [];
  const trueFrom = entry.validity.trueFromMs;
  const trueUntil = entry.validity.trueUntilMs;
  return [
    paint.bold(oneLine(entry.text)),
    labelled('Id', entry.id),
    labelled('Kind', entry.kind),
    labelled('Scope', oneLine(entry.scope)),
    labelled('Origin', `${entry.origin} (least trusted source: ${entry.taint})`),
    ...(trueFrom === null ? [] : [labelled('Since', day(trueFrom))]),
    ...(trueUntil === null ? [] : [labelled('Until', day(trueUntil))]),
    ...closed,
    ...entry.places.map((place) =>
      labelled(
        'Stands in',
        oneLine(`${place.path}, line ${place.line}${place.heading === null ? '' : ` › ${place.heading}`}`),
      ),
    ),
    ...(entry.score === null ? [] : ['', ...scoreLines(entry.score, entry.dimensions, paint)]),
    ...(entry.evidence.length === 0 ? [] : ['', 'Evidence', ...evidenceLines(entry.evidence, paint)]),
  ];
}

export const operationText = (change: Change, paint: Paint): string =>
  paint.cyan(operationWords[change.operation].padEnd(8));

export const flagLines = (change: Change, paint: Paint): readonly string[] =>
  change.flags.map((flag) => paint.yellow(`⚠ ${flagWords[flag]}`));

/** What a line of a list says of a change: its sentence to keep, or its title where it leaves none. */
export const changeSentence = (change: Change): string => oneLine(change.after?.text ?? change.title);
