// What its owner said before, held against tonight's themes: what they turned down does not come back in other words, what
// they edited keeps their words, what they pinned gives way to nothing.
import type { Feedback, OwnersWord } from '../../../shared/decisions.ts';
import type { Theme } from '../../../shared/dream.ts';
import type { EntryId, EpochMs } from '../../../shared/ids.ts';
import { isDoneByTools, type Scope } from '../../../shared/memory.ts';
import { assertNever } from '../../../shared/result.ts';
import { scopesMeet } from './reconcile.ts';
import { gistOf, isOpposed, isSame, rivalValues, type Gist } from './sameness.ts';

/** Why a theme is not offered, for people. */
export interface Refusal {
  readonly reason: string;
  /** What would let it through. */
  readonly flip: string;
}

export interface WordRead {
  refusalOf(theme: Theme): Refusal | null;
  /** Entries that keep their words whatever a night would say better. */
  readonly keepsWords: ReadonlySet<EntryId>;
  /** Other wordings under which entries are known: the dream's, where its owner edited them or called it a duplicate. */
  readonly otherWordings: ReadonlyMap<EntryId, readonly string[]>;
}

/** Something that was turned down, and how far the no reaches. */
interface Refused {
  readonly gist: Gist;
  readonly scope: Scope | null;
  readonly reach: 'this' | 'this-or-more' | 'all-that-says-it';
  readonly refusal: Refusal;
}

export function readWord(word: OwnersWord): WordRead {
  const edited = word.feedback.filter(({ kind }) => kind === 'edited');
  const refused = [
    ...word.rules.map((rule): Refused => ({
      gist: gistOf(rule.text),
      scope: null,
      reach: 'all-that-says-it',
      refusal: {
        reason: `you said “never again” to “${rule.text}” on ${dayOf(rule.madeAtMs)}`,
        flip: `lift the rule: review rules --lift ${rule.number}`,
      },
    })),
    ...word.feedback.flatMap((one) => refusedBy(one) ?? []),
  ];
  const byTerm = new Map<string, Refused[]>();
  for (const one of refused) {
    for (const term of one.gist.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), one]);
  }
  return {
    refusalOf: (theme) => refusalOf(theme, refused, byTerm),
    keepsWords: new Set([...word.pinned, ...edited.flatMap(({ entryId }) => entryId ?? [])]),
    otherWordings: wordingsOf(word.feedback),
  };
}

function refusalOf(
  theme: Theme,
  refused: readonly Refused[],
  byTerm: ReadonlyMap<string, readonly Refused[]>,
): Refusal | null {
  if (refused.length === 0) return null;
  const gist = gistOf(theme.text, theme.language);
  const near = new Set([...gist.terms, ...theme.terms].flatMap((term) => byTerm.get(term) ?? []));
  // Words may be read in another language tonight, or hold none that counts.
  for (const one of refused) if (one.gist.text === theme.text) near.add(one);
  const found = [...near].find(
    (one) => (one.scope === null || scopesMeet(theme, one.scope)) && reaches(one, theme, gist),
  );
  return found?.refusal ?? null;
}

const isMined = (theme: Theme): boolean => isDoneByTools(theme.kind);

function reaches(refused: Refused, theme: Theme, gist: Gist): boolean {
  const no =
    refused.gist.language === gist.language ? refused.gist : gistOf(refused.gist.text, gist.language);
  if (no.text === gist.text) return true;
  // Two failures with their steps share most words and are two all the same.
  if (isMined(theme)) return isSame(no, gist) && no.terms.size === gist.terms.size && within(no, gist) === 1;
  switch (refused.reach) {
    case 'this':
      return isSame(no, gist);
    // Too specific: a wider wording may be offered.
    case 'this-or-more':
      return isSame(no, gist) && gist.terms.size >= no.terms.size;
    case 'all-that-says-it':
      return isSame(no, gist) || saysAllOf(no, gist);
    default:
      return assertNever(refused.reach);
  }
}

// As for sameness: the smaller statement stands almost whole in the larger one. A single word leads too far.
const withinMin = 0.85;
const ruleTermsMin = 2;

const within = (part: Gist, whole: Gist): number =>
  part.terms.size === 0
    ? 0
    : [...part.terms].filter((term) => whole.terms.has(term)).length / part.terms.size;

/** It says what the rule says, however much else. */
const saysAllOf = (rule: Gist, gist: Gist): boolean =>
  rule.terms.size >= ruleTermsMin &&
  within(rule, gist) >= withinMin &&
  !isOpposed(rule, gist) &&
  (['name', 'number', 'time'] as const).every((kind) => rivalValues(rule, gist, kind) === null);

/** Only what would have added a statement turns one down; a no to a merge is about those lines. */
function refusedBy(feedback: Feedback): Refused | null {
  const { dreamText, kind, reason, scope } = feedback;
  if (dreamText === null || (feedback.operation !== 'add' && feedback.operation !== 'replace')) return null;
  const gist = gistOf(dreamText);
  const when = dayOf(feedback.atMs);
  const flip = `approve it after all: review approve ${feedback.changeId}`;
  switch (kind) {
    case 'rejected':
      return {
        gist,
        scope,
        reach: reason === 'too-specific' ? 'this-or-more' : 'this',
        refusal: { reason: `you rejected “${dreamText}”${reasonWords(reason)} on ${when}`, flip },
      };
    case 'rolled-back':
      return {
        gist,
        scope,
        reach: 'this',
        refusal: { reason: `you took “${dreamText}” back out of memory on ${when}`, flip },
      };
    // Of a change that is not in memory yet: nothing is lost, the other one stands for both.
    case 'duplicate':
      return {
        gist,
        scope,
        reach: 'this',
        refusal: { reason: `you set “${dreamText}” aside as a duplicate on ${when}`, flip },
      };
    case 'edited':
      return null;
    default:
      return assertNever(kind);
  }
}

function reasonWords(reason: Feedback['reason']): string {
  switch (reason) {
    case null:
    case 'never-again':
      return '';
    case 'too-specific':
      return ' as too specific';
    case 'wrong':
    case 'outdated':
    case 'private':
      return ` as ${reason}`;
    default:
      return assertNever(reason);
  }
}

function wordingsOf(feedback: readonly Feedback[]): ReadonlyMap<EntryId, readonly string[]> {
  const wordings = new Map<EntryId, readonly string[]>();
  for (const { kind, entryId, duplicateOf, dreamText } of feedback) {
    const known = kind === 'edited' ? entryId : kind === 'duplicate' ? duplicateOf : null;
    if (known !== null && dreamText !== null)
      wordings.set(known, [...(wordings.get(known) ?? []), dreamText]);
  }
  return wordings;
}

const dayOf = (atMs: EpochMs): string => new Date(atMs).toISOString().slice(0, 10);
