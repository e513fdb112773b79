// Tells the night as a story, for people only: no stage ever reads it back as memory. Every statement in it is a quote
// or a figure of the receipt.
import type { Receipt, Verdict } from '../../../shared/dream.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change, Proposal } from '../../../shared/proposal.ts';

export interface DiaryInput {
  readonly receipt: Receipt;
  readonly proposal: Proposal;
  readonly verdicts: readonly Verdict[];
  /** The memory that the proposal was made against. */
  readonly entries: readonly MemoryEntry[];
}

const day = (ms: number | null): string =>
  ms === null ? 'no date' : new Date(ms).toISOString().slice(0, 10);
/** "12,345". By the system's own tables of locales it would cost six megabytes, each night, for a comma. */
const grouped = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
const plural = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`;
// Controls, direction marks and what else is not seen: they would move a cursor or hide what is said.
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e0fff}]/gu;

/** Text of a transcript is data: it stays in its line, shows all that it is, and is no markup, link or image. */
const inert = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(unseen, '\ufffd')
    .replace(/<(?=[\p{L}/!?])/gu, '\\<')
    .replace(/\](?=[([:])/gu, '\\]');
const oneLine = (text: string, charsMax = 240): string => {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= charsMax) return inert(line);
  // a character outside the first 65,536 is two units: not cut in its middle
  return `${inert(line.slice(0, charsMax - 1).replace(/[\ud800-\udbff]$/, ''))}…`;
};

function quotesOf(change: Change, most: number): readonly string[] {
  const evidence = change.after?.evidence ?? [];
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const e of evidence.toReversed()) {
    const quote = oneLine(e.quote, 160);
    if (seen.has(quote)) continue;
    seen.add(quote);
    const where = inert(e.project ?? e.agent);
    lines.push(`  > “${quote}” (${where}, ${e.agent}, ${day(e.atMs)})`);
    if (lines.length >= most) break;
  }
  return lines;
}

const wordsOfOperation: Readonly<Record<Change['operation'], string>> = {
  add: 'New',
  merge: 'The same, said several times',
  replace: 'Something changed',
  retire: 'No longer true',
  share: 'Known in one place, true in others',
  note: 'Worth seeing',
};

// A merge names every line that says the same: the first few are enough to see it.
const whyCharsMax = 600;

function changeLines(
  change: Change,
  entries: ReadonlyMap<string, MemoryEntry>,
  quotesMax: number,
): readonly string[] {
  const flags = change.flags.length
    ? ` — wants your eye: ${change.flags.map((flag) => flag.replaceAll('-', ' ')).join(', ')}`
    : '';
  const scope = change.after ? ` *(${inert(change.after.scope.replace(':', ' '))})*` : '';
  const closed = change.closes.flatMap(({ entryId }) => {
    const entry = entries.get(entryId);
    return entry ? [`  - before: “${oneLine(entry.text)}”`] : [];
  });
  return [
    `- **${oneLine(change.title)}**${scope}${flags}`,
    `  - ${oneLine(change.why, whyCharsMax)}`,
    ...closed,
    ...(change.operation === 'merge' ? [] : ['', ...quotesOf(change, quotesMax), '']),
  ];
}

function opening({ receipt }: DiaryInput): readonly string[] {
  const { read, found } = receipt;
  const sample = receipt.sample
    ? ['*A sample: these are made-up days of a made-up person. No agent of yours was found.*', '']
    : [];
  const asked =
    receipt.programDream === undefined
      ? []
      : [`A program asked for this night, through the Dreams API (\`${receipt.programDream}\`).`, ''];
  const ended = receipt.outcome === 'done' ? '' : ` ${receipt.because}`;
  return [
    `# Night of ${day(receipt.nowMs)}`,
    '',
    ...sample,
    ...asked,
    `I read ${plural(read.sessions, 'session')} with ${plural(read.turns, 'turn')}, ${plural(read.newSessions, 'of them new', 'of them new')}, and ${plural(read.memoryLines, 'line')} in ${plural(read.memoryFiles, 'memory file')}.${ended}`,
    `${plural(found.signals, 'thing')} caught my eye; they came together into ${plural(found.themes, 'theme')}.`,
    ...(found.weighed === undefined
      ? []
      : [
          `One night weighs no more than ${grouped(found.weighed)} of them: what was said again, what is worded like a rule, and the newest. The rest is kept, and every night chooses anew.`,
        ]),
    '',
  ];
}

function strongest({ verdicts }: DiaryInput): readonly string[] {
  const corrected = verdicts.filter((v) => v.decision === 'promote' && v.theme.slips >= 2).slice(0, 3);
  if (!corrected.length) return [];
  return [
    ...corrected.map(
      (v) =>
        `You put the same thing right ${plural(v.theme.slips, 'time')} in ${plural(v.theme.sessions, 'session')}: “${oneLine(v.theme.text)}”`,
    ),
    '',
  ];
}

const order: readonly Change['operation'][] = ['replace', 'add', 'share', 'retire', 'merge', 'note'];

function changes(input: DiaryInput): readonly string[] {
  const entries = new Map(input.entries.map((entry) => [entry.id as string, entry]));
  const { postponed = 0 } = input.receipt;
  const lines: string[] =
    postponed === 0
      ? []
      : [
          `These are the strongest; ${grouped(postponed)} more passed every gate and wait for nights to come.`,
          '',
        ];
  for (const operation of order) {
    const those = input.proposal.changes.filter((change) => change.operation === operation);
    if (!those.length) continue;
    lines.push(`## ${wordsOfOperation[operation]} (${those.length})`, '');
    for (const change of those) lines.push(...changeLines(change, entries, 3));
    lines.push('');
  }
  return lines;
}

function misses({ receipt }: DiaryInput): readonly string[] {
  if (!receipt.nearestMisses.length) return [];
  return [
    '## What nearly passed',
    '',
    ...receipt.nearestMisses.map(
      (miss) =>
        `- “${oneLine(miss.text, 160)}” (${miss.score.toFixed(2)}) was stopped by ${miss.gate}; it would take ${miss.flip}.`,
    ),
    '',
  ];
}

function figures({ receipt }: DiaryInput): readonly string[] {
  const list = (record: Readonly<Record<string, number>>): string =>
    Object.entries(record)
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${n}`)
      .join(', ') || 'nothing';
  const { instructions } = receipt;
  return [
    '## The night in figures',
    '',
    `- proposed: ${list(receipt.proposed)}`,
    `- turned down, by the gate that stopped them: ${list(receipt.turnedDown)}`,
    `- left where they were said: ${list(receipt.found.leftOut)}`,
    `- secrets masked before anything was stored: ${receipt.read.maskedSecrets}`,
    `- lines that could not be read: ${receipt.read.skippedLines}`,
    ...(instructions
      ? [
          `- your instructions were understood as: raise ${inert([...instructions.projects, ...instructions.agents, ...instructions.kinds, ...instructions.raise].join(', ')) || 'nothing'}; leave out ${inert(instructions.leaveOut.join(', ')) || 'nothing'}`,
        ]
      : []),
    '- cost: nothing; no model was asked, nothing left this computer',
    '',
  ];
}

/** Markdown. Deterministic: how long the night took stands in the receipt alone. */
export function writeDiary(input: DiaryInput): string {
  const empty =
    input.proposal.changes.length === 0
      ? ['Nothing was worth proposing tonight. An empty night beats a night of junk.', '']
      : [];
  return [
    ...opening(input),
    ...strongest(input),
    ...empty,
    ...changes(input),
    ...misses(input),
    ...figures(input),
  ]
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n');
}
