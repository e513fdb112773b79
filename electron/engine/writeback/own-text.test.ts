import { describe, expect, it } from 'vitest';
import { entriesToBody, withBlock } from './block.ts';
import { isOwnText, isServedLine, servedLineHash, withoutOwnBlocks, type Served } from './own-text.ts';

const texts = [
  'Use pnpm for all installs, not npm.',
  '部署在星期四进行',
  'The staging host is stg2.example.',
];
const served: Served = {
  hashes: new Set(texts.map(servedLineHash)),
  entries: texts.map((text) => ({ text })),
};

describe('what memory gave out', () => {
  it('is known again when it is pasted, however it is marked up', () => {
    expect(isServedLine('* use **pnpm** for all installs, not npm', served)).toBe(true);
    expect(isServedLine('- Use pnpm for all installs, not npm. <!-- 0a1b2c3d -->', served)).toBe(true);
    expect(isServedLine('Use npm for all installs, not pnpm.', served)).toBe(false);
  });

  it('is known again when an agent repeats it', () => {
    expect(isOwnText('Use pnpm for all installs, not npm. The staging host is stg2.example.', served)).toBe(
      true,
    );
    expect(isOwnText('部署在星期四进行。', served)).toBe(true);
    expect(isOwnText('use pnpm for all installs', served)).toBe(true);
  });

  it('is not mistaken for news that speaks of the same', () => {
    expect(isOwnText('We no longer use pnpm for all installs.', served)).toBe(false);
    expect(isOwnText('Use npm for all installs, not pnpm.', served)).toBe(false);
    expect(isOwnText('Use pnpm for all installs, not npm. And deploy from the ops branch.', served)).toBe(
      false,
    );
    expect(isOwnText('', served)).toBe(false);
  });

  it('stays known in a printed file', () => {
    const body = entriesToBody([{ text: 'Anything at all', shortId: '0a1b2c3d', kind: 'fact' }]);
    const file = withBlock(Buffer.from('- My own line\n'), body).toString();
    expect(withoutOwnBlocks(file).trim()).toBe('- My own line');
    expect(isOwnText(withBlock(Buffer.alloc(0), body).toString(), served)).toBe(true);
    expect(isOwnText(file, served)).toBe(false);
  });
});
