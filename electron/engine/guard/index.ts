// The room's one door: look at every known memory file, say what others did to them, show and bring back what was.
export type { ForeignChange, ScanReport, WatchedFile } from './guard.ts';
export { scanFiles } from './guard.ts';
export {
  diffSightings,
  fileHistory,
  foreignChanges,
  foreignSentences,
  pin,
  restoreSightings,
  sightingsBefore,
  watchedPaths,
} from './history.ts';
export { readMemory } from './read-memory.ts';
export { spent, thinOut } from './retention.ts';
