// One table of our own at the end of a TOML file, between marks: a table that begins a line ends whatever was before it, so
// what is appended changes nothing else.
import { err, ok, type Result } from '../../../shared/result.ts';

const begin = '# slowwave:begin (added by "slowwave agents connect")';
const end = '# slowwave:end';

/** A basic string: JSON's escapes are TOML's, but for the letters above U+FFFF, which need none. */
const quoted = (text: string): string => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

/** Pure. Null: it says so already. The error is for people. */
export function withServerTable(
  text: string,
  name: string,
  { command, args }: { readonly command: string; readonly args: readonly string[] },
): Result<string | null, string> {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const block = [
    begin,
    `[mcp_servers.${name}]`,
    `command = ${quoted(command)}`,
    `args = [${args.map(quoted).join(', ')}]`,
    end,
  ].join(newline);
  const at = text.indexOf(begin);
  if (at !== -1) {
    const until = text.indexOf(end, at);
    if (until === -1)
      return err('Our own lines in it were cut: their end is missing. Take them out, then try again.');
    const changed = text.slice(0, at) + block + text.slice(until + end.length);
    return ok(changed === text ? null : changed);
  }
  if (new RegExp(`^\\s*\\[\\s*mcp_servers\\s*\\.\\s*"?${name}"?\\s*\\]`, 'mu').test(text)) {
    return err(`It has a table [mcp_servers.${name}] that is not ours.`);
  }
  if (/^\s*mcp_servers\s*=/mu.test(text)) return err('It lists its servers on one line (mcp_servers = …).');
  const gap = text === '' ? '' : text.endsWith('\n') ? newline : newline + newline;
  return ok(`${text}${gap}${block}${newline}`);
}
