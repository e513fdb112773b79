// Takes away folders that were made for something that is to leave nothing behind.
import { readdirSync, rmdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** From `lowest` up to `made`, the uppermost one that was made; ends where something else lies in one by now. */
export function removeMadeFolders(lowest: string, made: string): void {
  for (let at = lowest; readdirSync(at).length === 0; at = dirname(at)) {
    rmdirSync(at);
    if (at === made) return;
  }
}
