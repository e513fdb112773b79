import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, ownFile } from './own-files.ts';

const folder = path.join(path.sep, 'app', 'renderer');
const named = (address: string): string | null => ownFile(folder, address)?.path ?? null;

describe('the files of our scheme', () => {
  it('are those of one folder, each with its kind', () => {
    expect(ownFile(folder, 'app://slowwave/assets/index-x.js?v=1#/review')).toEqual({
      path: path.join(folder, 'assets', 'index-x.js'),
      kind: 'text/javascript; charset=utf-8',
    });
    expect(named('app://slowwave/')).toBe(path.join(folder, 'index.html'));
  });

  it.each([
    'app://slowwave/..%2f..%2fetc/passwd.json',
    'app://slowwave/%2e%2e/%2e%2e/secret.json',
    'app://slowwave/assets/..%5c..%5csecret.json',
    'app://slowwave/a%00.js',
    'app://slowwave/%E0%A4%A.js',
    'app://slowwave/main.map',
    'app://slowwave/key',
    'app://slowwave/..',
    'nonsense',
  ])('never hold %j', (address) => {
    const file = named(address);
    if (file !== null) expect(file.startsWith(folder + path.sep)).toBe(true);
    else expect(file).toBeNull();
    expect(file ?? '').not.toContain('passwd');
  });

  it('does not take a folder beside it for itself', () => {
    expect(ownFile(folder, 'app://slowwave/..%2frenderer-evil/x.js')).toBeNull();
  });
});

describe('the policy of our pages', () => {
  it('lets in no script, frame or connection but our own files', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("script-src 'self';");
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|connect-src|frame-src|\*/u);
  });
});
