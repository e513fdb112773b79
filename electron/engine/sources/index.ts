// Which source finds which agent's files, and everything that can be found at once.
import { claudeCodeSource } from './claude-code.ts';
import { codexSource } from './codex.ts';
import { openClawSource } from './openclaw.ts';
import type { Source } from './source.ts';

export const sources: readonly Source[] = [claudeCodeSource, codexSource, openClawSource];
export { slugOf } from './claude-code.ts';
export { findByName, classifyFile } from './by-name.ts';
export { findOtherAgents } from './other-agents.ts';
export { findProjectMemory } from './project-memory.ts';
export { fingerprint, planReading, readLines } from './read-lines.ts';
