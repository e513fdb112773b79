import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const security = readFileSync(join(root, 'SECURITY.md'), 'utf8');
const model = /## Who, what[^]*?(?=\n## )/.exec(security)?.[0] ?? '';
const rows = model.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| who '));

const testOf = (row: string): { readonly file: string; readonly name: string } => {
  const [, file = '', name = ''] = /\| `([^`]+)`: ([^|]+) \|$/.exec(row) ?? [];
  return { file, name };
};

describe('the threat model in SECURITY.md', () => {
  it('has a row for each way in that we know of', () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
  });

  it.each(rows.map((row) => [testOf(row).name, row] as const))(
    'names a test that is there: %s',
    (name, row) => {
      const { file } = testOf(row);
      expect(existsSync(join(root, file))).toBe(true);
      expect(name).not.toBe('');
      expect(readFileSync(join(root, file), 'utf8')).toContain(`'${name}'`);
    },
  );

  it('justifies each package whose script is decided upon', () => {
    const { allowScripts }: { allowScripts: Record<string, boolean> } = JSON.parse(
      readFileSync(join(root, 'package.json'), 'utf8'),
    );
    for (const name of Object.keys(allowScripts)) expect(security).toContain(`| \`${name}\` |`);
  });
});
