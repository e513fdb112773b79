// What may stand in a log file that a person might send on: no folder of theirs, nothing that looks like a key, no
// long text. Our own lines name kinds and counts; this catches what a library or an error says beyond that.

/** More of a line is rather somebody's text than news of ours. */
const lineMax = 2_000;

const keys: readonly RegExp[] = [
  /\b(?:sk|pk|rk|ghp|gho|ghu|ghs|github_pat|glpat|xox[a-z]|AKIA|ASIA|AIza)[-_A-Za-z0-9]{12,}/gu,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/gu,
  /\b(?:bearer|basic)\s+[\w+/=.~-]{8,}/giu,
  /\b(?:token|password|passwd|secret|api[-_ ]?key)["']?\s*[=:]\s*["']?[^\s"',;]{4,}/giu,
  /-----BEGIN [A-Z ]+-----[\s\S]*?(?:-----END [A-Z ]+-----|$)/gu,
];

export function redacted(line: string, home: string): string {
  let clean = home === '' ? line : line.replaceAll(home, '~');
  for (const key of keys) clean = clean.replaceAll(key, '[redacted]');
  return clean.length > lineMax ? `${clean.slice(0, lineMax)} … (${clean.length - lineMax} more)` : clean;
}

/** Any value that is logged, as one line's text. */
export function logText(value: unknown, home: string): string {
  if (typeof value === 'string') return redacted(value, home);
  if (value instanceof Error) return redacted(value.stack ?? value.message, home);
  return redacted(JSON.stringify(value) ?? String(value), home);
}
