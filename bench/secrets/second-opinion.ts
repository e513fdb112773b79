// What secretlint would add at import, and what it would cost: its recall on the same cases, how many of the secrets that
// our own table misses it finds, and both speeds on the same texts.
import { createMasker } from '../../electron/engine/masking/mask.ts';
import { createSecretlintCheck } from '../../electron/engine/masking/secretlint-check.ts';
import type { Case } from './cases.ts';
import { gradeCase } from './grade.ts';

export interface SecondOpinion {
  readonly secrets: number;
  readonly foundBySecretlint: number;
  readonly missedByOurs: number;
  /** Of those that ours misses. */
  readonly foundOnlyBySecretlint: number;
  /** Places in look-alikes that secretlint reports. */
  readonly falseBySecretlint: number;
  readonly oursMegabytesPerSecond: number;
  readonly secretlintMegabytesPerSecond: number;
}

const without = (text: string, places: readonly { readonly start: number; readonly end: number }[]): string =>
  places.toReversed().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);

export const askSecretlint = async (cases: readonly Case[]): Promise<SecondOpinion> => {
  const masker = createMasker();
  const check = createSecretlintCheck();
  const bytes = cases.reduce((sum, { text }) => sum + text.length, 0);
  let at = performance.now();
  const ours = cases.map((one) => masker.mask(one.text).text);
  const oursMs = performance.now() - at;
  at = performance.now();
  const theirs: string[] = [];
  for (const { text } of cases) {
    const places = [...(await check(text))].sort((a, b) => a.start - b.start);
    theirs.push(without(text, places));
  }
  const theirsMs = performance.now() - at;
  const isGone = (one: Case, text: string | undefined): boolean =>
    gradeCase(one, (text ?? '').replace(/\n$/, '')).wrong !== 'leaked';
  const secrets = cases.map((one, index) => ({ one, index })).filter(({ one }) => one.isSecret);
  const missed = secrets.filter(({ one, index }) => !isGone(one, ours[index]));
  const perSecond = (ms: number): number => Math.round((bytes / 1000 / ms) * 100) / 100;
  return {
    secrets: secrets.length,
    foundBySecretlint: secrets.filter(({ one, index }) => isGone(one, theirs[index])).length,
    missedByOurs: missed.length,
    foundOnlyBySecretlint: missed.filter(({ one, index }) => isGone(one, theirs[index])).length,
    falseBySecretlint: cases.filter((one, index) => !one.isSecret && theirs[index] !== one.text).length,
    oursMegabytesPerSecond: perSecond(oursMs),
    secretlintMegabytesPerSecond: perSecond(theirsMs),
  };
};
