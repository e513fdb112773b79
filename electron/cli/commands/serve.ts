// `slowwave serve` and `slowwave start`: the app itself, in the browser or as a window.
import { readPort } from '../option-values.ts';
import { serve } from '../serving.ts';
import { start } from '../starting.ts';
import type { RegisterApp } from '../world.ts';

// From the plan: a person who does not answer is not kept waiting for longer.
const answerWithinMs = 15_000;

export const addServe: RegisterApp = (program, run) => {
  program
    .command('serve')
    .description('open the app in a browser on this computer; goes on until it is ended')
    .option('--port <n>', 'at this port; 0 takes any (default: 4517, or the next that is free)', readPort)
    .action((flags: { readonly port?: number }) =>
      run((call) => serve(call, { port: flags.port ?? null, opens: null })),
    );
  program
    .command('start')
    .description('open the desktop app; without Electron’s runtime or a display, the same app in the browser')
    .option('--port <n>', 'for the browser: at this port', readPort)
    .option('--fetch', 'fetch Electron’s runtime where it is missing, without asking')
    .action((flags: { readonly port?: number; readonly fetch?: boolean }) => {
      const { home, data } = program.opts<{ readonly home?: string; readonly data?: string }>();
      return run((call) =>
        start(call, {
          port: flags.port ?? null,
          fetches: flags.fetch ?? false,
          typed: [
            ...(home === undefined ? [] : [`--home=${call.places.home}`]),
            ...(data === undefined ? [] : [`--data=${call.places.data}`]),
          ],
          answerWithinMs,
        }),
      );
    });
};
