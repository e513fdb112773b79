// How memory is worded for an agent: a line says whether it is a rule or only a note, and everything that somebody said is
// quoted on one line of its own, so that no text can pass for ours.
import type { Explanation } from '../../../shared/engine.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { FoundPassage, PassageTurn } from '../../../shared/search.ts';
import { lineText } from '../writeback/entry-line.ts';
import type { Standing } from './standing.ts';

// A quote shows who said what; the whole turn is had with `read`.
const quoteCharsMax = 300;

/** One line without control signs and invisible letters, cut. Quotation marks of its own are turned, so that ours close. */
export function quoted(text: string, charsMax: number = quoteCharsMax): string {
  const line = Array.from(lineText(text).replaceAll('"', '”'));
  return `"${line.length <= charsMax ? line.join('') : `${line.slice(0, charsMax - 1).join('')}…`}"`;
}

/** A label of ours around somebody's words (a project's name, a session's): nothing in it closes the brackets. */
export const label = (text: string): string =>
  lineText(text)
    .replace(/[[\]()"<>]/gu, ' ')
    .slice(0, 200);

export const dayOf = (atMs: number | null): string =>
  atMs === null ? 'no date' : new Date(atMs).toISOString().slice(0, 10);

/** A rule stands as it is; a note is quoted, for it is nothing to obey. */
export const entryLine = (entry: MemoryEntry, standing: Standing): string =>
  standing.kind === 'rule'
    ? `- [rule] ${lineText(entry.text)} (${label(entry.scope)} · ${entry.id})`
    : `- [note: ${label(standing.because)}] ${quoted(entry.text)} (${label(entry.scope)} · ${entry.id})`;

/** Where words stand, in the form that `read` takes: SESSION:TURN. */
export const placeOf = ({ agent, session, turn }: Pick<Evidence, 'agent' | 'session' | 'turn'>): string =>
  `${agent}:${label(session)}:${turn}`;

export const evidenceLine = (evidence: Evidence): string =>
  `  ${evidence.origin} said ${quoted(evidence.quote)} (${dayOf(evidence.atMs)} · ${placeOf(evidence)})`;

const turnLine = ({ speaker, ordinal, excerpt }: PassageTurn): string =>
  `  ${ordinal} ${speaker}: ${quoted(`${excerpt.isCutBefore ? '…' : ''}${excerpt.text}${excerpt.isCutAfter ? '…' : ''}`)}`;

export const passageLines = (passage: FoundPassage): readonly string[] => [
  `- ${dayOf(passage.atMs)} · ${passage.agent}${passage.project === null ? '' : ` · ${label(passage.project)}`} · ${placeOf({ agent: passage.agent, session: passage.nativeId, turn: passage.ordinal })}`,
  ...(passage.closedBecause === null ? [] : [`  no longer so: ${quoted(passage.closedBecause)}`]),
  ...passage.turns.map(turnLine),
];

export function explanationLines(one: Explanation): readonly string[] {
  const stopped = one.gates.find((gate) => !gate.passed);
  return [
    `- ${quoted(one.text)}: ${one.decision}; ${label(one.reason)}${one.score === null ? '' : ` (score ${one.score.toFixed(2)})`}`,
    ...(stopped === undefined ? [] : [`  what would change it: ${label(stopped.flip ?? stopped.reason)}`]),
    // Three show where it comes from; all of them are the person's to see in the app.
    ...one.evidence.slice(0, 3).map(evidenceLine),
  ];
}
