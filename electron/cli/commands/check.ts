// `slowwave check`: the full check of the store; the quick one happens by itself after an unclean close.
import { ok } from '../../../shared/result.ts';
import { counted } from '../figures.ts';
import { oneLine } from '../plain-text.ts';
import type { Command, Register } from '../world.ts';

const check: Command = async (call) => {
  const checked = await call.engine.check();
  if (!checked.ok) return checked;
  const { problems } = checked.value;
  return ok({
    json: { check: { sound: problems.length === 0, problems } },
    lines:
      problems.length === 0
        ? ['The store is sound.']
        : [
            `${counted(problems.length, 'problem')} found in the store. Nothing was changed.`,
            ...problems.map((problem) => `  ${oneLine(problem)}`),
          ],
    status: problems.length === 0 ? 0 : 1,
  });
};

export const addCheck: Register = (program, run) => {
  program
    .command('check')
    .description('check the whole store, page by page and row by row; changes nothing')
    .action(() => run(check));
};
