// Which of the files that are found by themselves a person wants read: of which agents, since when, and up to what size.
import { usualSource, type SourceSetting } from '../../../shared/settings.ts';
import { isExportAgent } from '../../../shared/transcript.ts';
import type { FoundFile } from '../sources/source.ts';

export interface WantedFiles {
  readonly files: readonly FoundFile[];
  /** Wanted but for their size; the largest first. */
  readonly tooLarge: readonly FoundFile[];
}

/**
 * Sessions alone: what agents read as memory is looked at whatever is set here, because a memory file that is not read would
 * seem to be gone. A file that a person names is read.
 */
export function wantedFiles(settings: readonly SourceSetting[], found: readonly FoundFile[]): WantedFiles {
  const byAgent = new Map(settings.map((one) => [one.agent, one]));
  const files: FoundFile[] = [];
  const tooLarge: FoundFile[] = [];
  for (const file of found) {
    const { isRead, sinceMs, bytesMax } = byAgent.get(file.agent) ?? usualSource(file.agent);
    if (file.kind !== 'session') files.push(file);
    else if (!isRead) continue;
    // An export holds many sessions: its own time and size are none of theirs.
    else if (isExportAgent(file.agent)) files.push(file);
    else if (sinceMs !== null && file.modifiedMs < sinceMs) continue;
    else if (bytesMax !== null && file.bytes > bytesMax) tooLarge.push(file);
    else files.push(file);
  }
  return { files, tooLarge: tooLarge.toSorted((a, b) => b.bytes - a.bytes) };
}
