import { describe, expect, it } from 'vitest';
import { createProgress } from './progress.ts';
import { CapturedChannel } from './testing/scripted-engine.ts';

describe('progress', () => {
  it('writes one plain line a stage where there is no terminal', () => {
    const channel = new CapturedChannel();
    const progress = createProgress(channel);
    progress.show({ kind: 'stage', stage: 'import' });
    progress.show({ kind: 'step', stage: 'import', done: 1, total: 41, text: 'Reading session 1 of 41' });
    progress.show({ kind: 'stage', stage: 'light' });
    progress.end();
    expect(channel.text).toBe('Reading what is new\nLight sleep: noticing\n');
  });

  it('draws a bar on a terminal with the real thing at hand, its controls made harmless', () => {
    const channel = new CapturedChannel(true);
    const progress = createProgress(channel);
    progress.show({ kind: 'stage', stage: 'import' });
    progress.show({
      kind: 'step',
      stage: 'import',
      done: 12,
      total: 1200,
      text: 'shop\u001b]0;gotcha\u0007',
    });
    progress.say('A line of its own');
    progress.end();
    expect(channel.text).toContain('Reading what is new');
    expect(channel.text).not.toContain('\u001b]0;');
    expect(channel.text).toContain('A line of its own\n');
  });
});
