// How much memory this process ever held. On Linux from the kernel's own record of this program: `maxRSS` also counts
// what the parent held when it started us.
import { readFileSync } from 'node:fs';

export function peakBytes(): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (found) return Number(found[1]) * 1024;
  } catch {
    // no such record on this system
  }
  return process.resourceUsage().maxRSS * 1024;
}
