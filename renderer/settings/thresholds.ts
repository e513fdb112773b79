// What Deep asks before it proposes, shown and not set: the numbers are calibrated in the engine, and a test holds these
// against them.
export const thresholds = {
  /** electron/engine/deep/gates.ts */
  scoreMin: 0.42,
  sessionsMin: 3,
} as const;
