// What was done in a session, one step a line, in so few words that ten thousand sessions fit into a night: the commands
// that changed something, how each ended, and whether the person took it well.

/**
 * run   a command that changes something     check      one that tests the work as a whole
 * edit  a file was edited                    asked      the person said something
 * complained, praised                        asked, in words that put something right or thank for it
 * loaded                                     a skill was read, by its name in `family`
 */
export const workKinds = ['run', 'check', 'edit', 'asked', 'complained', 'praised', 'loaded'] as const;
export type WorkKind = (typeof workKinds)[number];

export interface WorkStep {
  readonly kind: WorkKind;
  /** The turn in which it stands. */
  readonly ordinal: number;
  readonly ended: 'ok' | 'failed' | 'unknown';
  /** The command's family: its program and what it was told to do, without what differs from day to day. */
  readonly family: string;
  /** Its options, as they were typed, without values that name the day's own thing. */
  readonly options: readonly string[];
  /** For a failure: what the tool said, and the turn in which it stands. */
  readonly error: { readonly ordinal: number; readonly text: string } | null;
}

const endings = ['ok', 'failed', 'unknown'] as const;

const field = (text: string): string => text.replace(/[\t\n\r]/gu, ' ');

/** One string for a session: as objects, the steps of ten thousand sessions would be most of what a night holds. */
export const encodeWork = (steps: readonly WorkStep[]): string =>
  steps
    .map(({ kind, ordinal, ended, family, options, error }) =>
      [
        workKinds.indexOf(kind),
        ordinal,
        endings.indexOf(ended),
        field(family),
        options.map(field).join('\u0001'),
        ...(error === null ? [] : [error.ordinal, field(error.text)]),
      ].join('\t'),
    )
    .join('\n');

/** A line of which something was forgotten is left out. */
export const decodeWork = (text: string): readonly WorkStep[] =>
  text === '' ? [] : text.split('\n').flatMap((line) => decodeStep(line) ?? []);

function decodeStep(line: string): WorkStep | null {
  const [kindAt, ordinal, endedAt, family, options = '', errorAt, errorText] = line.split('\t');
  const kind = workKinds[Number(kindAt)];
  const ended = endings[Number(endedAt)];
  if (kind === undefined || ended === undefined || family === undefined) return null;
  if (!Number.isInteger(Number(ordinal))) return null;
  return {
    kind,
    ordinal: Number(ordinal),
    ended,
    family,
    options: options === '' ? [] : options.split('\u0001'),
    error:
      errorAt === undefined || errorText === undefined ? null : { ordinal: Number(errorAt), text: errorText },
  };
}
