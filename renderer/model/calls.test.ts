import { describe, expect, it } from 'vitest';
import { wholeTrace } from '../fixtures/model.ts';
import { groupedCalls, isFaulty, redacted, sentSessions, sumOf } from './calls.ts';

const { calls } = wholeTrace;

describe('the calls of a night', () => {
  it('stand by stage, each once', () => {
    const groups = groupedCalls(calls);
    expect(groups.map(([group]) => group)).toEqual(['deep', 'grading']);
    expect(groups.flatMap(([, all]) => all)).toHaveLength(calls.length);
    expect(calls.filter(isFaulty).map(({ outcome }) => outcome)).toEqual([
      'rate-limited',
      'wrong-shape',
      'cut-off',
    ]);
  });

  it('sum up to what the receipt says', () => {
    expect(sumOf(calls)).toEqual({
      calls: wholeTrace.mind?.calls,
      tokens: wholeTrace.mind?.tokens,
      usd: wholeTrace.mind?.usd,
    });
  });

  it('name each session that went out, with the calls that took it along', () => {
    const sent = sentSessions(calls);
    expect(sent.map(({ session }) => session)).toHaveLength(new Set(sent.map(({ session }) => session)).size);
    expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(wholeTrace.mind?.sent.bytes);
    expect(sent.find(({ session }) => session === '77aa-personal-17')?.calls).toEqual([102, 103]);
  });

  it('are reported without a word of what was said', () => {
    const report = JSON.stringify(redacted(calls));
    for (const word of ['Deploy', 'shop', 'undecided', 'because']) expect(report).not.toContain(word);
    expect(report).toContain('claude-sonnet-5');
  });
});
