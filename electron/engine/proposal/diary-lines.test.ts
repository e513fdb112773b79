import { describe, expect, it } from 'vitest';
import { saidIn } from './diary-lines.ts';

const diary = `# Night of pnpm

## New: pnpm (1)

- **Use pnpm for installs.** *(project shop)*
  - Said in 9 sessions.

  > “no, we moved to PNPM \\<here> last week” (shop, claude-code, 2026-11-18)
`;

describe('what a diary says', () => {
  it('is found in large and small letters, counted by the line, and shown without its marks', () => {
    expect(saidIn(diary, ' Pnpm ')).toEqual({ lines: 2, first: 'Use pnpm for installs. (project shop)' });
    expect(saidIn(diary, 'installs. (project')?.lines).toBe(1);
    expect(saidIn(diary, 'pnpm <here>')?.lines).toBe(1);
  });

  it('is no heading, no mark and not nothing', () => {
    for (const words of ['Night of', 'New:', '**', '', '  ', 'yarn']) expect(saidIn(diary, words)).toBeNull();
  });
});
