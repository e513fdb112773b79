// Live progress on standard error: a stage and a bar on a terminal, one plain line a stage elsewhere.
import { Presets, SingleBar } from 'cli-progress';
import type { Stage } from '../../shared/dream.ts';
import type { Progress } from '../../shared/engine.ts';
import { count } from './figures.ts';
import { cutToWidth, oneLine } from './plain-text.ts';
import type { Channel } from './world.ts';

export const stageNames: Readonly<Record<Stage, string>> = {
  import: 'Reading what is new',
  light: 'Light sleep: noticing',
  rem: 'REM: connecting',
  deep: 'Deep sleep: deciding',
  propose: 'Writing the proposal',
};

export interface ProgressShow {
  readonly show: (event: Progress) => void;
  /** A line of its own, without tearing the bar. */
  readonly say: (line: string) => void;
  readonly end: () => void;
}

function plainProgress(channel: Channel): ProgressShow {
  let shown: Stage | null = null;
  return {
    show: (event) => {
      if (event.stage === shown) return;
      shown = event.stage;
      channel.write(`${stageNames[event.stage]}\n`);
    },
    say: (line) => channel.write(`${line}\n`),
    end: () => undefined,
  };
}

const barColumns = 16;
// The stage's name, the figures and the gaps; the text at hand gets the rest.
const otherColumns = barColumns + 36;

function barProgress(channel: Channel): ProgressShow {
  let bar: SingleBar | null = null;
  const end = (): void => {
    bar?.stop();
    bar = null;
  };
  const start = (): SingleBar => {
    const started = new SingleBar(
      {
        stream: channel,
        format: '{stage} {bar} {figures} {text}',
        barsize: barColumns,
        clearOnComplete: true,
        hideCursor: true,
        gracefulExit: false,
        emptyOnZero: true,
      },
      Presets.rect,
    );
    started.start(1, 0, { stage: '', figures: '', text: '' });
    return started;
  };
  return {
    show: (event) => {
      if (event.kind === 'event') return;
      bar ??= start();
      const stage = stageNames[event.stage].padEnd(21);
      if (event.kind === 'stage') {
        bar.setTotal(1);
        bar.update(0, { stage, figures: '', text: '' });
        return;
      }
      const textColumns = Math.max(0, (channel.columns || 80) - otherColumns);
      bar.setTotal(Math.max(1, event.total));
      bar.update(Math.min(event.done, event.total), {
        stage,
        figures: `${count(event.done)}/${count(event.total)}`,
        text: textColumns < 8 ? '' : cutToWidth(oneLine(event.text), textColumns),
      });
    },
    say: (line) => {
      end();
      channel.write(`${line}\n`);
    },
    end,
  };
}

export const createProgress = (channel: Channel): ProgressShow =>
  channel.isTTY === true ? barProgress(channel) : plainProgress(channel);
