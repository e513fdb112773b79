// Which of the files that are found by themselves a person wants read: of which agents, and since when.
import type { SourceSetting } from '../../../shared/settings.ts';
import type { FoundFile } from '../sources/source.ts';

/**
 * Sessions alone: what agents read as memory is looked at whatever is set here, because a memory file that is not read would
 * seem to be gone. A file that a person names is read.
 */
export function isWanted(settings: readonly SourceSetting[]): (file: FoundFile) => boolean {
  const byAgent = new Map(settings.map((one) => [one.agent, one]));
  return ({ agent, kind, modifiedMs }) => {
    const setting = byAgent.get(agent);
    if (kind !== 'session' || setting === undefined) return true;
    return setting.isRead && (setting.sinceMs === null || modifiedMs >= setting.sinceMs);
  };
}
