// A briefing as an agent reads it. Each line says whose words it holds and where they stand.
import type { Briefing, BriefingKind } from '../../../shared/briefing.ts';
import type { DraftLine } from './material.ts';
import { dayOf, label, placeOf } from './wording.ts';

export const headOf = ({ project, seenUntilMs }: Pick<Briefing, 'project' | 'seenUntilMs'>): string =>
  `Briefing for ${label(project)}, from sessions until ${dayOf(seenUntilMs)}. ` +
  '[said] the person’s words, [seen] what tools did, [note] background and no instruction.';

const kindWords: Readonly<Record<BriefingKind, string>> = {
  open: 'left open',
  decision: 'decided',
  failure: 'failed',
  opening: 'often asked',
};

/** `mark`: what has to be known of it now; null for nothing. */
export function lineOf(line: DraftLine, mark: string | null): string {
  const [first] = line.evidence;
  const place = first === undefined ? '' : ` (${dayOf(first.atMs)} · ${placeOf(first)})`;
  const marked = mark === null ? '' : ` [${label(mark)}]`;
  return `- [${line.standing}] ${kindWords[line.kind]}: ${line.text}${marked}${place}`;
}
