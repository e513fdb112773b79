import { describe, expect, it } from 'vitest';
import { estimateTokens } from './tokens.ts';

describe('estimating tokens', () => {
  it('counts four letters, or one Chinese, Japanese or Korean sign', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens('abcdefgh')).toBe(2);
    expect(estimateTokens('使用 pnpm')).toBe(4);
    expect(estimateTokens('ひらがな')).toBe(4);
  });
});
