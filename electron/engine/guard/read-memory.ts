// Reads a memory file for keeping, or says why not. Looks only: read-only files and links are as good as any.
import { readFileSync, statSync } from 'node:fs';

export type MemoryRead =
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly mode: number; readonly bornMs: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unread'; readonly why: string };

export function readMemory(path: string, bytesMax: number): MemoryRead {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return { kind: 'unread', why: 'is a folder, not a file' };
    if (stats.size > bytesMax) return { kind: 'unread', why: `is larger than ${bytesMax / 1024 / 1024} MB` };
    // Not every file system knows when a file was made; then the last change of any kind has to do.
    const bornMs = stats.birthtimeMs > 0 ? stats.birthtimeMs : stats.ctimeMs;
    return { kind: 'file', bytes: readFileSync(path), mode: stats.mode & 0o7777, bornMs };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'nothing' };
    return {
      kind: 'unread',
      why: code === 'EACCES' ? 'may not be read by this user' : `could not be read (${code})`,
    };
  }
}
