// Log files that their owner may read and send on: redacted as they are written, small, two at most.
import os from 'node:os';
import log from 'electron-log/node';
import { logText } from './redaction.ts';

export interface Logs {
  readonly file: string;
  readonly info: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly error: (text: string) => void;
}

/** A week or two of ordinary lines; the file before it is kept beside it. */
const fileBytesMax = 1024 * 1024;

export function openLogs(file: string, isDeveloping: boolean): Logs {
  const home = os.homedir();
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = fileBytesMax;
  log.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} {level} {text}';
  log.transports.console.level = isDeveloping ? 'info' : false;
  log.hooks.push((message) => ({
    ...message,
    data: message.data.map((each: unknown) => logText(each, home)),
  }));
  return {
    file,
    info: (text) => log.info(text),
    warn: (text) => log.warn(text),
    error: (text) => log.error(text),
  };
}
