// Finds the night that a person means: by its id or the beginning of one, by its date, or as the latest or previous.
import type { Failure } from '../../../shared/engine.ts';
import { asNightId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ReadableDb } from '../store/db.ts';
import { listNights, nightById, type NightRecord, type NightSummary } from '../store/nights.ts';

const failure = (kind: Failure['kind'], happened: string, todo: string): Result<never, Failure> =>
  err({ kind, happened, safe: 'Nothing was changed.', todo });

const shown = ({ nightId }: NightSummary): string => nightId;
const namedMax = 5;

export function findNight(db: ReadableDb, named: string): Result<NightRecord, Failure> {
  const name = named.trim().toLowerCase();
  const nights = listNights(db);
  if (nights.length === 0)
    return failure('not-found', 'No night has been dreamt yet.', '"slowwave dream" dreams one.');
  const fitting = nightsNamed(nights, name);
  const [only, another] = fitting;
  if (only !== undefined && another === undefined) {
    const night = nightById(db, asNightId(only.nightId));
    if (night !== null) return ok(night);
  }
  if (fitting.length > 1) {
    const some = fitting.slice(0, namedMax).map(shown).join(', ');
    const more = fitting.length > namedMax ? ', …' : '';
    return failure(
      'wrong-input',
      `“${named}” fits ${fitting.length} nights: ${some}${more}.`,
      'Give the id of one, or enough of its beginning; "slowwave nights" lists them.',
    );
  }
  return name === 'previous'
    ? failure('not-found', 'There is one night only, and none before it.', 'Dream another: "slowwave dream".')
    : failure('not-found', `There is no night “${named}”.`, '"slowwave nights" lists them.');
}

function nightsNamed(nights: readonly NightSummary[], name: string): readonly NightSummary[] {
  if (name === 'latest') return nights.slice(0, 1);
  if (name === 'previous') return nights.slice(1, 2);
  if (/^\d{4}-\d{2}-\d{2}$/u.test(name)) {
    return nights.filter((night) => new Date(night.nowMs).toISOString().startsWith(name));
  }
  const beginning = name.startsWith('ngt_') ? name : `ngt_${name}`;
  return name === '' ? [] : nights.filter((night) => night.nightId.startsWith(beginning));
}
