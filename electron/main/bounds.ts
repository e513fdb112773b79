// Where the window opens: where it was left, so long as a person could still find it there.

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Design size and smallest size: UX A4. */
export const usualSize = { width: 1280, height: 800 } as const;
export const smallestSize = { width: 640, height: 480 } as const;

/** So much of the title bar must be in reach of the mouse: about a hand's width on any screen. */
const inReach = { width: 120, height: 32 } as const;

const overlap = (a: number, aLong: number, b: number, bLong: number): number =>
  Math.min(a + aLong, b + bLong) - Math.max(a, b);

function isInReach(bounds: Bounds, area: Bounds): boolean {
  const wide = overlap(bounds.x, bounds.width, area.x, area.width);
  // The top edge, by which a window is moved.
  const high = overlap(bounds.y, inReach.height, area.y, area.height);
  return wide >= inReach.width && high >= inReach.height;
}

function middleOf(area: Bounds, size: { readonly width: number; readonly height: number }): Bounds {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  };
}

/**
 * `areas`: each display's free area, the main one first. A window whose display is gone, or that is larger than every
 * display, comes back in the middle of the main one.
 */
export function visibleBounds(saved: Bounds | null, areas: readonly Bounds[]): Bounds {
  const [main = { x: 0, y: 0, ...usualSize }] = areas;
  if (saved === null) return middleOf(main, usualSize);
  const whole = {
    ...saved,
    width: Math.max(saved.width, smallestSize.width),
    height: Math.max(saved.height, smallestSize.height),
  };
  const area = areas.find((each) => isInReach(whole, each));
  if (area === undefined) return middleOf(main, whole);
  return { ...whole, width: Math.min(whole.width, area.width), height: Math.min(whole.height, area.height) };
}
