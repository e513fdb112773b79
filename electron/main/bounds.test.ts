import { describe, expect, it } from 'vitest';
import { visibleBounds } from './bounds.ts';

const main = { x: 0, y: 25, width: 1440, height: 875 };
const right = { x: 1440, y: 0, width: 1920, height: 1080 };

describe('the place of the window', () => {
  it('is the middle of the main display at first', () => {
    expect(visibleBounds(null, [main, right])).toEqual({ x: 80, y: 63, width: 1280, height: 800 });
  });

  it('is where it was left, on any display', () => {
    const left = { x: 1700, y: 100, width: 1000, height: 700 };
    expect(visibleBounds(left, [main, right])).toEqual(left);
    const half = { x: -500, y: 100, width: 1000, height: 700 };
    expect(visibleBounds(half, [main])).toEqual(half);
  });

  it('is the main display again where its own was taken away', () => {
    const gone = { x: 1700, y: 100, width: 1000, height: 700 };
    expect(visibleBounds(gone, [main])).toEqual({ x: 220, y: 113, width: 1000, height: 700 });
  });

  it('is never above the edge, where its bar could not be taken hold of', () => {
    const above = { x: 100, y: -300, width: 1000, height: 700 };
    expect(visibleBounds(above, [main]).y).toBeGreaterThanOrEqual(main.y);
  });

  it('is no larger than its display, and never a sliver', () => {
    expect(visibleBounds({ x: 0, y: 25, width: 5000, height: 4000 }, [main])).toEqual(main);
    expect(visibleBounds({ x: 10, y: 30, width: 3, height: 3 }, [main])).toMatchObject({
      width: 640,
      height: 480,
    });
  });

  it('is something also where no display is known', () => {
    expect(visibleBounds({ x: 9999, y: 9999, width: 800, height: 600 }, [])).toMatchObject({ width: 800 });
  });
});
