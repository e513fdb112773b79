// The room's one door: every call of the contract answered over the engine, and the long work that it hands away.
export type { Job, JobAnswer, JobKind, LongEnd, LongWork, StartLong } from './jobs.ts';
export { doJob } from './jobs.ts';
export { stopped } from './runs.ts';
export { createService } from './service.ts';
export type { Service, ServiceNeeds } from './service.ts';
export { createThrottle } from './throttle.ts';
