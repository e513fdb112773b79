// The room's face: when nights fall, the watch that keeps them, and what three empty ones in a row mean.
export { diagnose } from './diagnosis.ts';
export { newestNight, nextDue, nextNight } from './due.ts';
export type { Night } from './due.ts';
export { createNightStore } from './night-store.ts';
export type { NightStore } from './night-store.ts';
export { checkPattern, checkZone, patternToCron } from './pattern.ts';
export { createScheduler, zoneOf } from './scheduler.ts';
export type { Scheduler, SchedulerDeps, Timers } from './scheduler.ts';
export { momentOf, wallAt, wallMs } from './wall.ts';
export type { WallMs } from './wall.ts';
export { holderHere } from '../store/schedule.ts';
