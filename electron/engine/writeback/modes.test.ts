import { describe, expect, it } from 'vitest';
import type { ChangeFlag, Operation } from '../../../shared/proposal.ts';
import { operations } from '../../../shared/proposal.ts';
import { writingModes, type WritingMode } from '../store/file-writes.ts';
import type { WritePlace } from './modes.ts';
import { mayWriteByItself } from './modes.ts';

interface Case {
  readonly mode: WritingMode;
  readonly operation?: Operation;
  readonly flags?: readonly ChangeFlag[];
  readonly duplicate?: boolean;
  readonly line?: WritePlace['line'];
  readonly secret?: boolean;
  readonly conflict?: boolean;
  readonly may: boolean;
}

const may = (one: Omit<Case, 'may'>): boolean =>
  mayWriteByItself(
    one.mode,
    {
      change: { operation: one.operation ?? 'add', flags: one.flags ?? [] },
      isExactDuplicate: one.duplicate ?? false,
    },
    { line: one.line ?? 'own-block', holdsSecret: one.secret ?? false, isConflict: one.conflict ?? false },
  ).may;

const table: readonly Case[] = [
  { mode: 'review', may: false },
  { mode: 'review', operation: 'merge', duplicate: true, may: false },
  { mode: 'off', may: false },
  { mode: 'off', operation: 'merge', duplicate: true, may: false },
  { mode: 'auto-duplicates', may: false },
  { mode: 'auto-duplicates', operation: 'merge', duplicate: true, may: true },
  { mode: 'auto-duplicates', operation: 'merge', duplicate: true, line: 'by-agent', may: true },
  { mode: 'auto-duplicates', operation: 'merge', duplicate: false, may: false },
  { mode: 'auto-duplicates', operation: 'retire', duplicate: true, may: false },
  { mode: 'auto-with-undo', may: true },
  { mode: 'auto-with-undo', operation: 'retire', line: 'by-agent', may: true },
  { mode: 'auto-with-undo', operation: 'note', may: false },
];

describe('what may be written without a person', () => {
  it.each(table)('$mode, $operation, duplicate $duplicate, $line: $may', (one) => {
    expect(may(one)).toBe(one.may);
  });

  it.each(writingModes)('in mode %s, nothing that wants a person’s eye', (mode) => {
    for (const operation of operations) {
      for (const flag of ['conflict', 'contradiction', 'quarantined', 'weak-evidence'] as const) {
        expect(may({ mode, operation, duplicate: true, flags: [flag] })).toBe(false);
      }
      expect(may({ mode, operation, duplicate: true, line: 'by-person' })).toBe(false);
      expect(may({ mode, operation, duplicate: true, line: 'of-project' })).toBe(false);
      expect(may({ mode, operation, duplicate: true, secret: true })).toBe(false);
      expect(may({ mode, operation, duplicate: true, conflict: true })).toBe(false);
    }
  });
});
