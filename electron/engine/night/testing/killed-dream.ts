// A process of its own that dreams and kills itself at the n-th write, as the system would: no line of ours runs after it.
// Says how many writes it passed where it was not killed. Started as: node killed-dream.ts <home> <data> <now> <write>
import module from 'node:module';
import { dieAtWrite } from '../../store/testing/writes.ts';

// Before the engine is loaded: reading its source takes longer than the whole night.
module.enableCompileCache();
const { createEngine } = await import('../../index.ts');
const { depsOf, plainNight, valueOf } = await import('./temp-home.ts');

const [home = '', data = '', now = '', write = ''] = process.argv.slice(2);
const engine = valueOf(await createEngine(depsOf({ home, data }, Number(now))));
const writes = dieAtWrite(Number(write));
valueOf(await engine.dream({ ...plainNight, apply: 'auto' }, {}));
process.stdout.write(String(writes.passed()));
engine.close();
