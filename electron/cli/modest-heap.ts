// Keeps V8 from taking what memory a large machine has to spare: 130 MB for objects that live for a moment, and twice
// what is in use before it collects. Measured with 10,000 sessions: 365 MB at the peak became 290, and not a second was
// lost. Not for Electron, whose flags are fixed from the start.
import v8 from 'node:v8';

/** The heap may grow by so much, in percent of what was in use, before the next collection. */
const growingPercent = 20;
/** Both halves of the space in which objects begin, and the pages that V8 keeps for it. */
const newSpaceBytesMax = 16 * 1024 * 1024;
/** For threads that come later, each half: eight collections of a megabyte cost several times what one of eight does. */
const threadSemiSpaceMegabytes = 8;

const newSpaceBytes = (): number =>
  v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0;

// Of two numbers each; twice as many as fill the space.
const objectsMax = 1_000_000;
const objectsAtOnce = 10_000;

/**
 * The space doubles when what is in it outlives a collection, so it is given objects that do, until it is as large as it
 * may be: left to itself it is four times as large before anybody can look, as loading what a night needs is one long step.
 */
function growNewSpace(): void {
  const living: object[] = [];
  while (newSpaceBytes() < newSpaceBytesMax && living.length < objectsMax)
    for (let n = 0; n < objectsAtOnce; n++) living.push({ n, of: living.length });
}

/** To be called before what a night needs is loaded. V8 takes the limit of its new space at the start only, but asks each time by which factor to grow. */
export function keepHeapModest(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${growingPercent}`);
  growNewSpace();
  v8.setFlagsFromString('--semi-space-growth-factor=1');
  // which would leave a thread with the megabyte that it begins with
  v8.setFlagsFromString(`--min-semi-space-size=${threadSemiSpaceMegabytes}`);
}
