// What `npm ci` will do on a computer that is not this one: every platform's optional package is in the lockfile, and
// no package runs a script of its own on install.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly resolved?: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '..', name), 'utf8'));

const { packages } = read('package-lock.json') as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const manifest = read('package.json') as { readonly allowScripts: Readonly<Record<string, boolean>> };

const locked = Object.entries(packages);
const nameOf = (place: string): string =>
  place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('the lockfile', () => {
  it('holds every optional platform package, without which npm ci refuses to start', () => {
    const names = new Set(locked.map(([place]) => nameOf(place)));
    const missing = locked.flatMap(([place, each]) =>
      Object.keys(each.optionalDependencies ?? {})
        .filter((name) => !names.has(name))
        .map((name) => `${place} lacks ${name}`),
    );
    expect(missing).toEqual([]);
    expect(locked.length).toBeGreaterThan(100);
  });

  it('names a checksum for every package, and no place but the registry', () => {
    const unsure = locked.filter(
      ([place, each]) =>
        place !== '' &&
        (each.integrity === undefined ||
          // Left out, it means the registry that the person's npm is set to.
          !(each.resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/')),
    );
    expect(unsure.map(([place]) => place)).toEqual([]);
  });

  it('lets no package run a script on install', () => {
    expect(Object.values(manifest.allowScripts)).not.toContain(true);
    const withScript = locked
      .filter(([, each]) => each.hasInstallScript === true)
      .map(([place]) => nameOf(place));
    const decided = Object.keys(manifest.allowScripts);
    // An optional package for another system is not installed here, yet would be there.
    expect(withScript.filter((name) => !decided.includes(name))).toEqual([]);
  });
});
