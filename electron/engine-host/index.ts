// The room's one door: the engine as a Bridge, kept alive in a process of its own.
export { engineEntry, forkWithNode, fromUtilityProcess, workEntry } from './child.ts';
export type { EngineChild, UtilityProcessLike } from './child.ts';
export { createEngineLink } from './link.ts';
export type { EngineLink, LinkLimits, LinkNeeds, LinkState, LinkTimers } from './link.ts';
export { realTimers } from './timers.ts';
