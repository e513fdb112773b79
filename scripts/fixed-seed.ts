// Property tests run from one seed, so that the same commit is green on every machine; SEED=… takes another one, and the
// long run (LONG=1) a fresh one each time. A failure prints the seed that repeats it.
import { configureGlobal } from 'fast-check';

const { SEED, LONG } = process.env;
if (SEED !== undefined) configureGlobal({ seed: Number(SEED) });
else if (LONG !== '1') configureGlobal({ seed: 20_261_121 });
