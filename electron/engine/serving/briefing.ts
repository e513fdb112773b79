// Makes a briefing out of what a night has at hand: the best of each kind first, as many as the budget takes. Pure.
import type { Briefing, BriefingKind, BriefingLine } from '../../../shared/briefing.ts';
import { briefingKinds } from '../../../shared/briefing.ts';
import { estimateTokens } from '../writeback/tokens.ts';
import { headOf, lineOf } from './briefing-words.ts';
import { decisionLines } from './decision-lines.ts';
import { failureLines } from './failure-lines.ts';
import type { BriefingMaterial, DraftLine } from './material.ts';
import { openLines } from './open-lines.ts';
import { openingLines } from './opening-lines.ts';

/** Of one briefing, its head included. An agent pays it once a session; a memory file costs three times as much. */
export const briefingTokensMax = 600;

const makers: Readonly<Record<BriefingKind, (material: BriefingMaterial) => readonly DraftLine[]>> = {
  open: openLines,
  decision: decisionLines,
  failure: failureLines,
  opening: openingLines,
};

/** Null where there is nothing to say: no briefing is better than an empty one. */
export function makeBriefing(
  material: BriefingMaterial,
  budgetTokens: number = briefingTokensMax,
): Briefing | null {
  const byKind = briefingKinds.map((kind) => makers[kind](material).map(withTokens));
  const drawn = drawnInTurn(byKind);
  const { project, nightId, nowMs, recent } = material;
  const head = {
    project,
    nightId,
    madeAtMs: nowMs,
    seenUntilMs: recent[0]?.session.lastAtMs ?? null,
    budgetTokens,
  };
  const lines: BriefingLine[] = [];
  let tokens = estimateTokens(headOf(head));
  for (const line of drawn) {
    if (tokens + line.tokens > budgetTokens) continue;
    tokens += line.tokens;
    lines.push(line);
  }
  if (lines.length === 0) return null;
  const sorted = lines.toSorted((a, b) => briefingKinds.indexOf(a.kind) - briefingKinds.indexOf(b.kind));
  return { ...head, lines: sorted, tokens, leftOut: drawn.length - lines.length };
}

const withTokens = (line: DraftLine): BriefingLine => ({
  ...line,
  tokens: estimateTokens(lineOf(line, null)),
});

/** The first of each kind, then the second of each: no kind uses the budget up alone. */
function drawnInTurn(byKind: readonly (readonly BriefingLine[])[]): readonly BriefingLine[] {
  const longest = Math.max(0, ...byKind.map((lines) => lines.length));
  return Array.from({ length: longest }, (_, at) => byKind.flatMap((lines) => lines[at] ?? [])).flat();
}
