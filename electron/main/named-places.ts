// Where everything lies for this window: as `start --home DIR --data DIR` handed it on, else where this computer keeps it.
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';
import { findPlaces, type Places } from '../cli/places.ts';

type Surroundings = Parameters<typeof findPlaces>[1];

const after = (argv: readonly string[], name: string): string | undefined =>
  argv.findLast((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);

export function namedPlaces(argv: readonly string[], here: Surroundings): Result<Places, Failure> {
  const [home, data] = [after(argv, '--home'), after(argv, '--data')];
  return findPlaces(
    { ...(home === undefined ? {} : { home }), ...(data === undefined ? {} : { data }) },
    here,
  );
}
