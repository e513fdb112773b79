// Tombstones: keyed hashes of what was forgotten. With the key, which lies outside the data folder, they tell when it comes
// back; without it they say nothing, and no word can be tried out against them.
import { createHmac } from 'node:crypto';
import type { SessionId, TurnKey } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { Gist } from '../deep/sameness.ts';
import type { Tombstone, TombstoneKind } from '../store/tombstones.ts';
import {
  createFinder,
  findPhrases,
  fold,
  formsOf,
  isWholeOnly,
  rollingHash,
  windowOf,
  type PhraseFinder,
  type Sought,
} from './phrases.ts';

export const forgetKeyName = 'forget.key';

/** What is asked when something new comes in. */
export interface Forgotten {
  readonly phrases: PhraseFinder;
  isSession(id: SessionId): boolean;
  isTurn(key: TurnKey): boolean;
  /** A file or any folder above it, or an agent by its name. */
  isSource(place: string): boolean;
  says(statement: Gist): boolean;
  readonly isEmpty: boolean;
}

export const nothingForgotten: Forgotten = {
  phrases: findPhrases([]),
  isSession: () => false,
  isTurn: () => false,
  isSource: () => false,
  says: () => false,
  isEmpty: true,
};

const mac = (key: Buffer, purpose: string, value: string): Buffer =>
  createHmac('sha256', key).update(`${purpose}\0${value}`).digest();

export interface TombstoneMaker {
  of(kind: Extract<TombstoneKind, 'session' | 'turn' | 'source'>, value: string): Tombstone;
  /** One for each form in which it may be written. */
  ofPhrase(phrase: string): readonly Tombstone[];
  ofStatement(statement: Gist): Tombstone;
}

export const createTombstones = (key: Buffer): TombstoneMaker => ({
  of: (kind, value) => ({ kind, keyedHash: mac(key, kind, value), content: null }),
  ofPhrase: (phrase) => formsOf(phrase).flatMap((folded) => phraseTombstone(key, folded) ?? []),
  ofStatement: (statement) => statementTombstone(key, statement),
});

/** The rolling hash's own base is secret, and what is stored of it is masked besides. */
const baseOf = (key: Buffer): number => mac(key, 'base', '').readInt32BE() | 1;
const maskOf = (key: Buffer, keyedHash: Buffer): number =>
  mac(key, 'rolling', keyedHash.toString('hex')).readInt32BE();

interface PhraseContent {
  readonly length: number;
  readonly isWhole: boolean;
  readonly rolling: number;
}

function phraseTombstone(key: Buffer, folded: string): Tombstone | null {
  if (folded.length < 2) return null;
  const keyedHash = mac(key, 'phrase', folded);
  const rolling = rollingHash(folded, windowOf(folded.length), baseOf(key)) ^ maskOf(key, keyedHash);
  const content: PhraseContent = { length: folded.length, isWhole: isWholeOnly(folded), rolling };
  return { kind: 'phrase', keyedHash, content: JSON.stringify(content) };
}

/** The words of a statement, each by itself, so that other words for the same are known again. */
interface StatementContent {
  readonly terms: readonly string[];
}

// 64 bits of each word's hash: among a million words two share them with a chance of 1 in 37 million.
const wordHash = (key: Buffer, word: string): string =>
  mac(key, 'word', word).subarray(0, 8).toString('base64');

function statementTombstone(key: Buffer, statement: Gist): Tombstone {
  const terms = [...statement.terms].map((word) => wordHash(key, word)).toSorted();
  const content: StatementContent = { terms };
  return {
    kind: 'statement',
    keyedHash: mac(key, 'statement', fold(statement.text)),
    content: JSON.stringify(content),
  };
}

export function readForgotten(tombstones: readonly Tombstone[], key: Buffer | null): Forgotten {
  if (tombstones.length === 0 || key === null) return nothingForgotten;
  const known = new Map<TombstoneKind, ReadonlySet<string>>();
  for (const kind of ['session', 'turn', 'source'] as const) {
    known.set(kind, new Set(tombstones.filter((one) => one.kind === kind).map(hexOf)));
  }
  const is = (kind: TombstoneKind, value: string): boolean => {
    const all = known.get(kind);
    return all !== undefined && all.size > 0 && all.has(mac(key, kind, value).toString('hex'));
  };
  const phrases = createFinder(
    tombstones.filter(({ kind }) => kind === 'phrase').map((one) => soughtOf(key, one)),
    baseOf(key),
  );
  const statements = tombstones.filter(({ kind }) => kind === 'statement');
  return {
    phrases,
    isEmpty: false,
    isSession: (id) => is('session', id) || phrases.holds(id),
    isTurn: (turn) => is('turn', turn),
    isSource: (place) => withAncestors(place).some((one) => is('source', one)),
    says: (statement) => saysForgotten(key, statements, statement),
  };
}

const hexOf = ({ keyedHash }: Tombstone): string => keyedHash.toString('hex');

function soughtOf(key: Buffer, { keyedHash, content }: Tombstone): Sought {
  assert(content !== null, 'a phrase’s tombstone says how long it is');
  const { length, isWhole, rolling } = JSON.parse(content) as PhraseContent;
  return {
    window: windowOf(length),
    rolling: rolling ^ maskOf(key, keyedHash),
    length,
    isWhole,
    matches: (found) => mac(key, 'phrase', found).equals(keyedHash),
  };
}

/** `a/b/c`, `a/b`, `a`. */
function withAncestors(place: string): readonly string[] {
  const parts = place.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).filter((one) => one !== '');
}

// As for statements that are not secret (deep/sameness.ts): almost all words of the smaller, at least half of the larger.
const overlapMin = 0.85;
const sizeRatioMin = 0.5;
// Two or three words are also in much that has nothing to do with it: "Call me Nora." and "Nora's dog is called Pipa."
const fewTermsMax = 3;
const sizeRatioMinOfFew = 2 / 3;

/** Whatever it says about those words: the opposite of what was forgotten tells it as well. */
function saysForgotten(key: Buffer, statements: readonly Tombstone[], statement: Gist): boolean {
  if (statements.length === 0) return false;
  const whole = mac(key, 'statement', fold(statement.text));
  const terms = new Set([...statement.terms].map((word) => wordHash(key, word)));
  return statements.some(({ keyedHash, content }) => {
    if (keyedHash.equals(whole)) return true;
    const forgotten = JSON.parse(content ?? '{"terms":[]}') as StatementContent;
    const shared = forgotten.terms.filter((word) => terms.has(word)).length;
    const [small, large] = [
      Math.min(forgotten.terms.length, terms.size),
      Math.max(forgotten.terms.length, terms.size),
    ];
    // One word leads too far.
    const ratioMin = small <= fewTermsMax ? sizeRatioMinOfFew : sizeRatioMin;
    return small >= 2 && small / large >= ratioMin && shared / small >= overlapMin;
  });
}
