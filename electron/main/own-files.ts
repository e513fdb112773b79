// What our scheme gives: the files of one folder and nothing above it, each with its kind and with the policy that
// lets a page load nothing else.
import path from 'node:path';

/**
 * The page is built of files of its own and asks the app over IPC: it needs no network, no frames, nothing inline.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface OwnFile {
  readonly path: string;
  readonly kind: string;
}

/** The file that an address of ours names; null where it names none, or one outside of the folder. */
export function ownFile(folder: string, address: string): OwnFile | null {
  const inside = insidePath(address);
  if (inside === null) return null;
  const file = path.join(folder, inside);
  const kind = kinds[path.extname(file).toLowerCase()];
  const isInside = file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
  return isInside && kind !== undefined ? { path: file, kind } : null;
}

function insidePath(address: string): string | null {
  try {
    const inside = decodeURIComponent(new URL(address).pathname);
    // A backslash is a separator on Windows, and a zero ends a name on others.
    if (inside.includes('\\') || inside.includes('\0')) return null;
    return inside === '/' ? '/index.html' : inside;
  } catch {
    return null;
  }
}
