// Inside a utility process: `process.parentPort`, and then the module that was asked for.
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { strict } from './strict.ts';

class ParentPort extends EventEmitter {
  postMessage(message: unknown): void {
    if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
  }
}

const [node = '', , modulePath = '', ...args] = process.argv;
const port = new ParentPort();
Object.defineProperty(process, 'parentPort', { value: strict('parentPort', port) });
process.argv = [node, modulePath, ...args];
// What comes before the module listens waits for it, as Electron's port does.
const early: unknown[] = [];
const keep = (message: unknown): void => void early.push(message);
process.on('message', keep);
// Electron ends these together with the app.
process.on('disconnect', () => process.exit(0));
await import(pathToFileURL(path.resolve(modulePath)).href);
process.off('message', keep);
process.on('message', (message) => void port.emit('message', message));
for (const message of early) port.emit('message', message);
