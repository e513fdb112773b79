// The engine's own process: started by the app, it opens the service where it is told to, answers over one channel, and
// leaves when it is asked to, or when the app is gone.
import module from 'node:module';

// Before the engine is loaded: its word lists are most of what is read at a start.
module.enableCompileCache();
const { openService } = await import('./open-service.ts');
const { findChannel } = await import('./channel.ts');
const { startSession } = await import('./session.ts');

/** What was said last is on its way for a moment. */
const lastWordMs = 100;

const session = startSession({
  channel: findChannel(),
  open: openService,
  exit: (status) => void setTimeout(() => process.exit(status), lastWordMs),
});
process.on('SIGTERM', () => void session.end());
// Ctrl-C in a terminal reaches the app as well, which ends us when it has ended its own.
process.on('SIGINT', () => undefined);
