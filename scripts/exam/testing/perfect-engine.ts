// Stands in for the command line in tests of the exam: it prints what a history's own truth wants remembered.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Truth } from '../../history/plant.ts';

const { values } = parseArgs({
  options: { home: { type: 'string', default: '' } },
  allowPositionals: true,
  strict: false,
});
const truth: Truth = JSON.parse(readFileSync(join(String(values.home), '..', 'truth.json'), 'utf8'));
const dreamt = truth.items
  .filter((item) => item.want === 'remember' && item.type !== 'error-fix' && item.type !== 'workflow')
  .map((item) => {
    const said = item.said.find((each) => each.text.length > 3);
    const evidence = said === undefined ? [] : [{ session: said.at, quote: said.text }];
    return { text: said?.text ?? '', scope: item.scope ?? 'global', origin: 'dream', evidence };
  });
const lines = truth.lines.map((text) => ({ text, scope: 'global', origin: 'file', evidence: [] }));
process.stdout.write(JSON.stringify({ dream: {}, proposals: [], memory: [...dreamt, ...lines] }));
