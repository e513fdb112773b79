import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createWake, wakeWithinMs } from './wake.ts';

function setUp() {
  let press: () => void = () => undefined;
  let nowTicks = 0;
  const said: string[] = [];
  const wake = createWake(
    {
      ticks: () => nowTicks,
      onInterrupt: (handler) => {
        press = handler;
        return () => undefined;
      },
    },
    (line) => said.push(line),
  );
  const givenUp: string[] = [];
  void wake.givenUp.then(({ happened }) => givenUp.push(happened));
  return {
    wake,
    said,
    givenUp,
    pressAt: (ticks: number) => {
      nowTicks = ticks;
      press();
    },
  };
}

describe('waking', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks to wake on the first Ctrl-C, says so on the second and gives up on the third', async () => {
    const { wake, said, givenUp, pressAt } = setUp();
    pressAt(0);
    expect(wake.signal.aborted).toBe(true);
    pressAt(1000);
    expect(said[1]).toContain('already waking');
    pressAt(2000);
    await vi.advanceTimersByTimeAsync(0);
    expect(givenUp).toEqual(['It was ended at once, before it could wake.']);
  });

  it('takes one press that comes by way of the terminal, npm and the launcher for one', () => {
    const { said, pressAt } = setUp();
    pressAt(0);
    pressAt(3);
    pressAt(40);
    expect(said).toHaveLength(1);
  });

  it('gives up after the time limit, and not when the work ended before', async () => {
    const late = setUp();
    late.pressAt(0);
    await vi.advanceTimersByTimeAsync(wakeWithinMs);
    expect(late.givenUp).toHaveLength(1);
    const inTime = setUp();
    inTime.pressAt(0);
    inTime.wake.end();
    await vi.advanceTimersByTimeAsync(wakeWithinMs);
    expect(inTime.givenUp).toHaveLength(0);
  });
});
