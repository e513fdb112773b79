// Folds what was said in the same content words into one form, and weighs each word by how much it tells of a rule.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';

/** One signal with the session that it stands in. */
export interface Sighting {
  readonly signal: Signal;
  readonly from: SessionSignals;
}

/** All sightings with the same content words. */
export interface Form {
  readonly key: string;
  readonly terms: readonly string[];
  readonly negated: ReadonlySet<string>;
  readonly sightings: readonly Sighting[];
  /** The strongest of its wordings. */
  readonly strength: number;
  /** Words of the slips that it put right. */
  readonly slipTerms: ReadonlySet<string>;
}

export const statementKinds: ReadonlySet<string> = new Set(['preference', 'correction', 'decision', 'fact']);

/** Forms sorted by key, so that any order of import gives the same. */
export function formsOf(sessions: readonly SessionSignals[]): readonly Form[] {
  const byKey = new Map<string, Sighting[]>();
  for (const from of sessions) {
    for (const signal of from.signals) {
      if (!statementKinds.has(signal.kind) || signal.terms.length === 0) continue;
      const key = `${signal.terms.join(' ')}|${signal.negated.join(' ')}`;
      const known = byKey.get(key);
      if (known) known.push({ signal, from });
      else byKey.set(key, [{ signal, from }]);
    }
  }
  return [...byKey]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([key, sightings]) => ({
      key,
      terms: sightings[0]?.signal.terms ?? [],
      negated: new Set(sightings[0]?.signal.negated ?? []),
      sightings: sightings.sort((a, b) => compareSightings(a, b)),
      strength: sightings.reduce((strongest, s) => Math.max(strongest, s.signal.strength), 0),
      slipTerms: new Set(sightings.flatMap((s) => s.signal.slipTerms)),
    }));
}

/** By time, then by session and place; what has no time comes first. */
export function compareSightings(a: Sighting, b: Sighting): number {
  const byTime = (a.signal.atMs ?? 0) - (b.signal.atMs ?? 0);
  if (byTime) return byTime;
  if (a.from.session !== b.from.session) return a.from.session < b.from.session ? -1 : 1;
  return (
    (a.signal.quotes[0]?.ordinal ?? 0) - (b.signal.quotes[0]?.ordinal ?? 0) ||
    (a.signal.id < b.signal.id ? -1 : 1)
  );
}

// One character of a script without spaces is a part of many words, and a bare number of many things.
const isSign = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;
const faintFactor = 0.4;

export type TermWeights = ReadonlyMap<string, number>;

// A word that stands in one form only links nothing; it must not stand in the way of a link either.
const lonelyWeight = 0.3;
// From this share of all forms on, a word is too common among rules to tell them apart ("test", "file").
const commonShare = 0.06;

/**
 * 0 to 1 for each word: how much it links what is said of one thing. High for words that are used in rules and seldom
 * in the day's ordinary talk, and in several wordings; low for words that are everywhere.
 */
export function weighTerms(forms: readonly Form[], sessions: readonly SessionSignals[]): TermWeights {
  const inForms = new Map<string, number>();
  const inRules = new Map<string, number>();
  for (const form of forms) {
    for (const term of form.terms) {
      inForms.set(term, (inForms.get(term) ?? 0) + 1);
      inRules.set(term, (inRules.get(term) ?? 0) + form.sightings.length);
    }
  }
  const ordinary = new Map<string, number>();
  for (const { ordinary: counts } of sessions) {
    for (const [term, count] of Object.entries(counts)) ordinary.set(term, (ordinary.get(term) ?? 0) + count);
  }
  const commonFrom = Math.max(12, forms.length * commonShare);
  const weights = new Map<string, number>();
  for (const [term, count] of inForms) {
    const rules = inRules.get(term) ?? 0;
    const affinity = (rules + 0.5) / (rules + (ordinary.get(term) ?? 0) + 1);
    const spread = count === 1 ? lonelyWeight : Math.min(1, commonFrom / count);
    const faint = isSign.test(term) || /^\p{N}+$/u.test(term);
    weights.set(term, affinity * spread * (faint ? faintFactor : 1));
  }
  return weights;
}

/** 0 to 1 for each word of a slip: how few of the forms followed one with that word. */
export function weighSlips(forms: readonly Form[]): TermWeights {
  const counts = new Map<string, number>();
  const after = forms.filter((form) => form.slipTerms.size > 0);
  for (const form of after) for (const term of form.slipTerms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const most = Math.log(1 + after.length);
  return new Map(
    [...counts].map(([term, n]) => [term, most === 0 ? 0 : Math.log((1 + after.length) / n) / most]),
  );
}
