// The built page and its files. What may be served is listed once, at the start: a path that leads anywhere else is no
// name in that list, however it is spelled.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { refusals } from './reply.ts';
import type { Route } from './routes.ts';

const typeByEnding: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

interface Page {
  readonly file: string;
  readonly type: string;
  /** Its name changes with its content, as the bundler makes it. */
  readonly isHashed: boolean;
}

function listPages(folder: string): ReadonlyMap<string, Page> {
  try {
    // A link is no file here: it may lead out of the folder.
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    return new Map(
      files.map((each) => {
        const file = path.join(each.parentPath, each.name);
        const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
        const type = typeByEnding[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
        return [address, { file, type, isHashed: /^\/assets\/.+-[\w-]{8,}\.\w+$/u.test(address) }];
      }),
    );
  } catch {
    // Not built: that is said to whoever opens the page.
    return new Map();
  }
}

export function pageRoute(folder: string): Route {
  const pages = listPages(folder);
  return {
    path: '/',
    methods: ['GET', 'HEAD'],
    answer: async ({ request, response, target }) => {
      const page = pages.get(target.path === '/' ? '/index.html' : target.path);
      if (page === undefined) return target.path === '/' ? refusals.notBuilt() : refusals.notThere();
      const bytes = await readFile(page.file).catch(() => null);
      if (bytes === null) return refusals.notThere();
      response.writeHead(200, {
        'Content-Type': page.type,
        'Content-Length': bytes.length,
        'Cache-Control': page.isHashed ? 'private, max-age=31536000, immutable' : 'no-store',
      });
      response.end(request.method === 'HEAD' ? undefined : bytes);
      return null;
    },
  };
}
