// Writes a made-up history into a folder. A process of its own: the plan of ten thousand sessions is large.
import { readFileSync } from 'node:fs';
import { readAnyBank } from '../../scripts/history/flat-bank.ts';
import { writeHistory } from '../../scripts/history/history.ts';
import { answer, question } from './answer.ts';

export interface HistoryQuestion {
  readonly out: string;
  readonly bankPath: string;
  readonly sessions: number;
  readonly lengthMax: number;
  readonly padKib: number;
  readonly seed: number;
  readonly nowMs: number;
}

const asked = question() as HistoryQuestion;
const bank = readAnyBank(JSON.parse(readFileSync(asked.bankPath, 'utf8')));
if (!bank.ok) throw new Error(bank.error.join('\n'));
const { out, sessions, lengthMax, padKib, seed, nowMs } = asked;
writeHistory({ out, bank: bank.value, sessions, lengthMax, padKib, seed, nowMs });
answer({});
