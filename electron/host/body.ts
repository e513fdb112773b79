// Reads the body of a request as JSON, never more of it than the limit, and lets go of what comes after a refusal.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { err, ok, type Result } from '../../shared/result.ts';
import { refusals, type Refusal } from './reply.ts';

const isPlainJson = (request: IncomingMessage): boolean =>
  /^application\/json *(?:; *charset="?utf-8"?)? *$/iu.test(request.headers['content-type'] ?? '') &&
  (request.headers['content-encoding'] ?? 'identity') === 'identity';

/** Null where there was more than the limit. Rejects where the sender hung up. */
async function readBytes(request: IncomingMessage, bytesMax: number): Promise<Buffer | null> {
  // Who says beforehand that it is too much need not send it.
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return null;
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > bytesMax) {
        request.removeAllListeners('data');
        parts.length = 0;
        resolve(null);
      } else parts.push(part);
    });
    request.once('end', () => resolve(Buffer.concat(parts)));
    request.once('error', reject);
  });
}

export async function readJson(
  request: IncomingMessage,
  bytesMax: number,
): Promise<Result<unknown, Refusal>> {
  if (!isPlainJson(request)) return err(refusals.wrongType());
  const bytes = await readBytes(request, bytesMax);
  if (bytes === null) return err(refusals.tooLarge(bytesMax));
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return ok(value);
  } catch {
    return err(refusals.malformed('The question is no JSON.'));
  }
}

/**
 * A sender that is still at it would never read our answer if we hung up at once: what comes is thrown away, and only
 * when that takes too long the line is cut.
 */
export function drainAfter(request: IncomingMessage, response: ServerResponse, withinMs: number): void {
  response.once('finish', () => {
    if (request.complete) return;
    request.resume();
    const timer = setTimeout(() => request.socket.destroy(), withinMs);
    const stop = (): void => clearTimeout(timer);
    request.once('end', stop);
    request.once('close', stop);
  });
}
