// Keeps V8 from setting 130 MB aside for objects that live for a moment: that is what it grows to on a large machine,
// and a night of any size is as quick with 32. Not for Electron, whose flags are fixed from the start.
import v8 from 'node:v8';

const newSpaceBytesMax = 32 * 1024 * 1024;
// The space doubles at a collection, and collections are some ten milliseconds apart.
const lookEachMs = 20;

const newSpaceBytes = (): number =>
  v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0;

/** V8 takes its limit at the start only, but asks each time by which factor to grow. */
export function keepHeapModest(): void {
  const timer = setInterval(() => {
    if (newSpaceBytes() < newSpaceBytesMax) return;
    clearInterval(timer);
    v8.setFlagsFromString('--semi-space-growth-factor=1');
  }, lookEachMs);
  timer.unref();
}
