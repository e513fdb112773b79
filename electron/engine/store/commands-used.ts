// Which sessions ran a program, by its name.
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { text } from './rows.ts';
import { kindNumber } from './turn-numbers.ts';
import { readTurn } from './turns.ts';
import { wordRuns } from './words.ts';

// The newest are enough to tell whether a rule is followed now; reading every command of years would cost a night.
const callsMax = 300;

/** Ids of sessions in whose commands it stands where a program stands. In lower case, as "docker-compose". */
export function sessionsRunning(db: ReadableDb, program: string): readonly string[] {
  const match = matchOf(program);
  if (match === null) return [];
  const calls = db.all(
    sql`
      SELECT s.id AS session_id, t.ordinal, t.at_ms, t.kind, t.origin, t.outcome, t.exit_code, t.block, t.block_start,
        t.block_bytes
      FROM turn_words
      JOIN turns AS t ON t.id = turn_words.rowid
      JOIN sessions AS s ON s.number = t.session
      WHERE turn_words MATCH ${match} AND t.kind = ${kindNumber('call')}
      ORDER BY t.id DESC
      LIMIT ${callsMax}`,
    (row) => ({ session: text(row, 'session_id'), turn: readTurn(db, row) }),
  );
  const ran = calls.filter(({ turn }) => isRun(program, turn.use?.command ?? ''));
  return [...new Set(ran.map(({ session }) => session))];
}

/** The index keeps no positions and knows "docker-compose" as two words: it is asked for both, and the command is read. */
function matchOf(program: string): string | null {
  const words = program.match(wordRuns);
  return words === null ? null : words.map((word) => `"${word}"`).join(' AND ');
}

const isRun = (program: string, command: string): boolean =>
  command.split(/&&|\|\||[;|\n]/u).some((part) => {
    const words = part.trim().split(/\s+/u);
    const first = words.find((word) => !/^[A-Za-z_]\w*=/u.test(word)) ?? '';
    return first.split('/').at(-1)?.toLowerCase() === program;
  });
