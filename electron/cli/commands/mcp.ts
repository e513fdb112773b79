// `slowwave mcp`: memory for agents, over the Model Context Protocol on standard input and output. Agents start it; a
// person never has to.
import { epochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { AppCommand, RegisterApp } from '../world.ts';

const serveAgents: AppCommand = async (call) => {
  const { world, places, setup } = call;
  const asked = Promise.withResolvers<void>();
  const stopListening = world.onInterrupt(() => asked.resolve());
  try {
    await world.app.serveMcp({
      dataFolder: places.data,
      cwd: world.cwd,
      version: world.version,
      now: () => setup.nowMs ?? epochMs(world.realNowMs()),
      say: (line) => call.say(line),
      until: asked.promise,
    });
    return ok(null);
  } finally {
    stopListening();
  }
};

const more = `
What agents get
  briefing, search, read, explain and feedback as tools, and memory as resources. Rules are what you said or approved;
  everything else is marked as a note. What is given out is written down as served, so that it never comes back as new
  evidence. The store is only read, beside a running app. An agent's feedback changes nothing by itself.

Example
  slowwave agents connect claude-code       shows what it would write into your agent's configuration`;

export const addMcp: RegisterApp = (program, run) => {
  program
    .command('mcp')
    .description('serve memory to an agent (Model Context Protocol over standard input and output)')
    .addHelpText('after', more)
    .action(() => run(serveAgents));
};
