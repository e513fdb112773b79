import { describe, expect, it } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { dreamAnswer, isoOrNull, memoryAnswer } from './json-answer.ts';
import { change, entry, evidence, fileEntry, night, receipt } from './testing/scripted-engine.ts';

describe('the JSON of memory', () => {
  it('gives a dreamt entry with its score and its evidence, in the promised fields and no others', () => {
    expect(memoryAnswer(entry())).toEqual({
      id: 'mem_0000000000000001',
      text: 'Use pnpm for installs, never npm.',
      kind: 'preference',
      scope: 'project:shop',
      origin: 'dream',
      score: 0.82,
      dimensions: entry().dimensions,
      evidence: [
        {
          session: '0f3a-session',
          turn: 12,
          agent: 'claude-code',
          at: '2026-11-18T12:30:00.000Z',
          quote: 'no, we moved to pnpm last week',
        },
      ],
    });
  });

  it('gives no score for what stands in a file', () => {
    expect(memoryAnswer(fileEntry({ score: 0.5 }))).toMatchObject({
      origin: 'file',
      score: null,
      dimensions: null,
    });
  });

  it('keeps quotes to the letter, invisible signs included, and says null where there is no time', () => {
    const quote = 'a\u202eb\u001b[0m\n  c';
    expect(memoryAnswer(entry({ evidence: [evidence({ quote, atMs: null })] })).evidence[0]).toMatchObject({
      quote,
      at: null,
    });
    expect(isoOrNull(epochMs(9e15))).toBeNull();
  });

  it('holds the receipt, the proposals and every active entry of the night', () => {
    const answer = dreamAnswer(night({ memory: [fileEntry(), entry({ status: 'closed' })] }));
    expect(Object.keys(answer)).toEqual(['dream', 'proposals', 'memory']);
    expect(answer.dream).toEqual(receipt());
    expect(answer.proposals.map(({ id }) => id)).toEqual([change().id]);
    expect(answer.memory.map(({ origin }) => origin)).toEqual(['file']);
  });
});
