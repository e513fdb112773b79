// The room's door for a program that serves agents over its standard input and output.
import type { Readable, Writable } from 'node:stream';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { EpochMs } from '../../../shared/ids.ts';
import { createServingDesk } from './desk.ts';
import { createMcpServer } from './mcp.ts';

export interface ServeMcp {
  readonly dataFolder: string;
  readonly cwd: string;
  readonly version: string;
  readonly now: () => EpochMs;
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** On standard error: standard output is the protocol's. */
  readonly say: (line: string) => void;
  /** Settled when we are asked to end. */
  readonly until: Promise<void>;
}

// A question is a few words; whoever sends more without a line's end is not asking.
const messageBytesMax = 1024 * 1024;

/** Goes on until its input ends or it is asked to end. */
export async function serveMcp(wish: ServeMcp): Promise<void> {
  const desk = createServingDesk({ dataFolder: wish.dataFolder, now: wish.now });
  const server = createMcpServer({ desk, version: wish.version, cwd: wish.cwd });
  const transport = new StdioServerTransport(wish.stdin, wish.stdout, { maxBufferSize: messageBytesMax });
  const closed = Promise.withResolvers<void>();
  // The SDK's own hooks are fields; it has no listeners to add.
  Object.assign(server.server, {
    onclose: () => closed.resolve(),
    onerror: (error: Error) => wish.say(`A message was not understood: ${error.message.slice(0, 200)}`),
  });
  wish.stdin.once('end', () => closed.resolve());
  await server.connect(transport);
  await Promise.race([closed.promise, wish.until]);
  await server.close();
}
