import { describe, expect, it } from 'vitest';
import { quote } from '../fixtures/make.ts';
import { evidenceOf, filterStory, notesOf, ofAgent, readStory, spansOf } from './story.ts';

const text = `# Night of 2026-11-20

I read 41 sessions.

## New (2)

- **Package manager is pnpm** *(global)*
  - said in 9 sessions

  > “no, we moved \\<b>to pnpm” (shop, claude-code, 2026-11-18)

- **Nothing stands behind this**
  - because

## The night in figures

- proposed: add 2
`;

describe('a night as a story', () => {
  const story = readStory(text);

  it('leaves out its own name, and numbers its quotes', () => {
    expect(story.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'heading',
      'item',
      'item',
      'heading',
      'item',
    ]);
    expect(notesOf(story)).toEqual([
      { number: 1, quote: 'no, we moved <b>to pnpm', source: 'shop, claude-code, 2026-11-18' },
    ]);
  });

  it('says which change has no source, and asks none of a figure', () => {
    const unproven = story.map((block) => block.kind === 'item' && block.item.isUnproven);
    expect(unproven).toEqual([false, false, false, true, false, false]);
  });

  it('keeps every letter that is no mark of the engine’s', () => {
    const line = '[a](http://b) <img src=x> 3 * 4 * 5';
    expect(spansOf(line)).toEqual([{ text: line, weight: 'plain' }]);
  });

  it('keeps a heading only above something that was found', () => {
    expect(filterStory(story, 'PNPM').map(({ kind }) => kind)).toEqual(['heading', 'item']);
    expect(filterStory(story, 'no such word')).toEqual([]);
  });

  it('finds where a quote stands, also a cut one, and nothing where it is gone', () => {
    const pool = [quote('no, we moved\n to pnpm last week', '2026-11-18T14:02')];
    const note = { number: 1, source: 'shop, claude-code, 2026-11-18' };
    expect(evidenceOf({ ...note, quote: 'no, we moved to pn…' }, pool)).toBe(pool[0]);
    expect(evidenceOf({ ...note, quote: 'no, we moved to pn' }, pool)).toBeNull();
  });
});

describe('a night of several agents', () => {
  const text = [
    '# Night',
    '## Rules',
    '- **One** is said',
    '  > “use one” (shop, codex, 2026-11-18)',
    '- **Two** is said',
    '  > “use two” (shop, claude-code, 2026-11-18)',
    '## Facts',
    '- **Three** is said',
    '  > “it is three” (shop, claude-code, 2026-11-18)',
  ].join('\n');

  it('names the agents that it quotes, and shows what rests on one of them', () => {
    const blocks = readStory(text);
    const codex = JSON.stringify(ofAgent(blocks, 'codex'));
    expect(codex).toContain('One');
    for (const gone of ['Two', 'Three', 'Facts']) expect(codex).not.toContain(gone);
    expect(codex).toContain('Rules');
    expect(ofAgent(blocks, null)).toEqual(blocks);
  });
});
