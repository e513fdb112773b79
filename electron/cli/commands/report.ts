// `slowwave report`: what ran where and how it ended, for its owner to read and to hand on.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { err, ok } from '../../../shared/result.ts';
import type { Command, Register } from '../world.ts';

const report =
  (log: string | undefined): Command =>
  async (call) => {
    const text = log === undefined ? null : readLog(path.resolve(call.cwd, log));
    if (log !== undefined && text === null) {
      return err({
        kind: 'not-readable',
        happened: 'The log could not be read.',
        safe: 'Nothing was changed.',
        todo: 'Give the file that the app names in Settings, Data; or leave --log out.',
      });
    }
    const markdown = await call.engine.reportOf({
      version: call.version,
      host: 'command line',
      platform: `${process.platform} ${process.arch}`,
      node: process.versions.node,
      log: text,
    });
    return ok({ json: { report: markdown }, lines: markdown.trimEnd().split('\n') });
  };

function readLog(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

export const addReport: Register = (program, run) => {
  program
    .command('report')
    .description(
      'what ran where and how it ended, to read and hand on: no secret, no folder, no word of yours',
    )
    .option('--log <file>', 'end it with the last lines of a log')
    .action(({ log }: { readonly log?: string }) => run(report(log)));
};
