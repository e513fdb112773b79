// What a person sees in the morning: what was read, what is proposed and on whose words, or why nothing was, and what
// to type next. An empty night is explained, never just zero.
import type { NightResult } from '../../shared/engine.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { MindReceipt } from '../../shared/models.ts';
import type { Change } from '../../shared/proposal.ts';
import {
  changeSentence,
  flagLines,
  gateWords,
  operationText,
  operationWords,
  quoteLine,
} from './entry-text.ts';
import { count, counted, dollars, duration, moment } from './figures.ts';
import { oneLine } from './plain-text.ts';
import { labelled } from './table.ts';
import type { Call, Paint } from './world.ts';

// A screenful; the rest is one command away.
const changesMax = 8;
const quoteColumnsMax = 90;

type Look = Pick<Call, 'paint' | 'ownName' | 'home'>;

const outcomeWords: Readonly<Record<Receipt['outcome'], string>> = {
  done: 'done',
  empty: 'nothing new was worth keeping',
  woken: 'woken early',
  failed: 'failed',
};

function headLines({ receipt }: NightResult, { paint }: Look): readonly string[] {
  const sample = receipt.sample
    ? [
        paint.yellow(
          'SAMPLE: no agent was found on this computer, so this night was dreamt about an invented history.',
        ),
        '',
      ]
    : [];
  const preview = receipt.preview
    ? [paint.yellow('PREVIEW: dreamt on a private copy that is gone now. Nothing was kept.'), '']
    : [];
  const title = `The night of ${moment(receipt.nowMs)} · ${outcomeWords[receipt.outcome]} · took ${duration(receipt.tookMs)}`;
  return [
    ...sample,
    ...preview,
    paint.bold(title),
    ...(receipt.because === '' ? [] : [oneLine(receipt.because)]),
  ];
}

function readLines({ receipt }: NightResult): readonly string[] {
  const { read } = receipt;
  const sessions = `${counted(read.sessions, 'session')} (${count(read.newSessions)} new)`;
  const words = `${counted(read.turns, 'turn')}${read.tokens === 0 ? '' : `, ${counted(read.tokens, 'token')}`}`;
  const files =
    read.memoryFiles === 0
      ? ''
      : ` · ${counted(read.memoryFiles, 'memory file')}, ${counted(read.memoryLines, 'line')}`;
  const masked = read.maskedSecrets === 0 ? '' : ` · ${counted(read.maskedSecrets, 'secret')} masked`;
  const skipped = read.skippedLines === 0 ? '' : ` · ${counted(read.skippedLines, 'line')} skipped`;
  return [labelled('Read', `${sessions}, ${words}${files}${masked}${skipped}`)];
}

function proposedLine(changes: readonly Change[]): string {
  const perOperation = Map.groupBy(changes, (change) => change.operation);
  const parts = [...perOperation].map(
    ([operation, all]) => `${count(all.length)} ${operationWords[operation].toLowerCase()}`,
  );
  return `${counted(changes.length, 'change')}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

function figureLines(night: NightResult): readonly string[] {
  const { found } = night.receipt;
  const settled =
    night.applied === 0
      ? []
      : [
          labelled(
            'Settled',
            `${counted(night.applied, 'change')} in our own record, reversibly; ${count(night.waiting)} waiting for you`,
          ),
        ];
  return [
    labelled('Found', `${counted(found.signals, 'signal')}, ${counted(found.themes, 'theme')}`),
    labelled('Proposed', proposedLine(night.proposal.changes)),
    ...settled,
  ];
}

/** "3 of 41 decisions, $0.04", or why none was asked. */
function mindLines({ receipt }: NightResult): readonly string[] {
  const { mind } = receipt;
  if (mind === undefined || mind === null) return [];
  if (mind.state === 'off') return [labelled('Model', oneLine(mind.because))];
  const { asked, changed, known } = mind.decisions;
  const dropped = Object.values(mind.dropped).reduce((sum, n) => sum + n, 0);
  const each = mind.usdPerInsight;
  const parts = [
    `${mind.models.map(oneLine).join(', ') || 'nothing asked'} changed ${count(changed)} of ${counted(asked, 'decision')}, ${dollars(mind.usd)}`,
    ...(each === null || mind.usd === 0 ? [] : [`${dollars(each)} each`]),
    ...(known === 0 ? [] : [`${count(known)} known from before`]),
    ...(dropped === 0 ? [] : [`${count(dropped)} dropped`]),
    ...(mind.ordersInData.length === 0
      ? []
      : [`${counted(mind.ordersInData.length, 'order')} found in the data`]),
    ...mind.gradings.map(({ result }) => `graded: ${result.replace('-', ' ')}`),
  ];
  const ended = mind.state === 'done' ? [] : [labelled('', oneLine(mind.because))];
  return [labelled('Model', parts.join(' · ')), ...readingLines(mind), ...ended];
}

function readingLines({ mode, reading, batches = [] }: MindReceipt): readonly string[] {
  if (reading === undefined) return [];
  const { pieces, known, left, findings, themes, knownToEngine } = reading;
  const parts = [
    `${mode === 'batch' ? 'night batch' : 'full dream'}: ${counted(reading.sessions, 'session')} in ${counted(pieces, 'piece')}`,
    ...(known === 0 ? [] : [`${count(known)} read before, and free`]),
    ...(left === 0 ? [] : [`${count(left)} not read`]),
    `${counted(findings, 'finding')} proved, of which the engine had noticed ${count(knownToEngine)}; ${counted(themes, 'theme')} of the others`,
    ...batches.map(
      ({ serverId, state, answered, calls }) =>
        `batch ${oneLine(serverId ?? 'without an id')} ${state}, ${count(answered)} of ${count(calls)} answered`,
    ),
  ];
  return [labelled('', parts.join(' · '))];
}

function instructionLines({ receipt }: NightResult): readonly string[] {
  const understood = receipt.instructions;
  if (understood === null) return [];
  const part = (name: string, all: readonly string[]): readonly string[] =>
    all.length === 0 ? [] : [`${name} ${all.map(oneLine).join(', ')}`];
  const parts = [
    ...part('raise', understood.raise),
    ...part('leave out', understood.leaveOut),
    ...part('projects', understood.projects),
    ...part('agents', understood.agents),
    ...part('kinds', understood.kinds),
  ];
  return [
    labelled('Told', parts.length === 0 ? 'nothing in your instructions was understood' : parts.join(' · ')),
  ];
}

function changeLines(change: Change, at: number, paint: Paint): readonly string[] {
  const quote = change.after?.evidence[0];
  return [
    `${String(at + 1).padStart(2)}  ${operationText(change, paint)} ${changeSentence(change)}`,
    ...(quote === undefined ? [] : [`    ${quoteLine(quote, paint, { quoteColumnsMax })}`]),
    ...flagLines(change, paint).map((line) => `    ${line}`),
    paint.dim(`    ${change.id}${change.after === null ? '' : ` · ${oneLine(change.after.scope)}`}`),
  ];
}

function proposalLines(night: NightResult, { paint, ownName }: Look): readonly string[] {
  const all = night.proposal.changes;
  if (all.length === 0) return [];
  const more = all.length - changesMax;
  return [
    '',
    ...all.slice(0, changesMax).flatMap((change, at) => changeLines(change, at, paint)),
    ...(more <= 0 ? [] : [`    ${count(more)} more${night.receipt.preview ? '' : `: ${ownName} review`}`]),
  ];
}

function nearMissLines({ receipt, proposal }: NightResult, { paint }: Look): readonly string[] {
  // After a full night they are one `explain` away; after an empty one they are the news.
  const misses = receipt.nearestMisses.slice(0, 3);
  if (misses.length === 0 || proposal.changes.length > 0) return [];
  return [
    '',
    'Nearly kept',
    ...misses.flatMap((miss) => [
      `  ${oneLine(miss.text)}`,
      paint.dim(`    score ${miss.score.toFixed(2)} · ${gateWords[miss.gate]} · ${oneLine(miss.flip)}`),
    ]),
  ];
}

function nextLines(night: NightResult, { ownName }: Look): readonly string[] {
  const { receipt, proposal, waiting } = night;
  const first = proposal.changes[0];
  const hints: [string, string][] = [];
  if (receipt.preview) hints.push([`${ownName} dream`, 'dream it for good']);
  else {
    if (waiting > 0 && first !== undefined) {
      hints.push([`${ownName} review`, `decide on ${counted(waiting, 'waiting change')}`]);
      hints.push([`${ownName} review show ${first.id}`, 'look at one of them']);
    }
    hints.push([`${ownName} diary`, 'read the diary of this night']);
    hints.push([`${ownName} memory list`, 'see memory as it stands']);
  }
  if (receipt.read.sessions === 0) hints.push([`${ownName} sources`, 'see where agents were looked for']);
  const columns = Math.max(...hints.map(([typed]) => typed.length)) + 3;
  return ['', 'Next', ...hints.map(([typed, what]) => `  ${typed.padEnd(columns)}${what}`)];
}

export const morningLines = (night: NightResult, look: Look): readonly string[] => [
  ...headLines(night, look),
  '',
  ...readLines(night),
  ...figureLines(night),
  ...mindLines(night),
  ...instructionLines(night),
  ...proposalLines(night, look),
  ...nearMissLines(night, look),
  ...nextLines(night, look),
  '',
  look.paint.dim("No agent's file was touched."),
];
