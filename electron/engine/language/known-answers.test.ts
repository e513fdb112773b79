import { describe, expect, it } from 'vitest';
import { createKnownAnswers } from './known-answers.ts';

describe('answers that are known', () => {
  it('are found once, and anew only after so many others', () => {
    const known = createKnownAnswers<number, { readonly answer: number }>(4);
    const found: number[] = [];
    const ask = (question: number): number =>
      known.of(question, () => (found.push(question), { answer: question * 2 })).answer;
    expect([1, 2, 1, 3, 1, 2].map(ask)).toEqual([2, 4, 2, 6, 2, 4]);
    expect(found).toEqual([1, 2, 3]);
    for (let question = 10; question < 20; question++) ask(question);
    expect(ask(1)).toBe(2);
    expect(found.at(-1)).toBe(1);
  });
});
