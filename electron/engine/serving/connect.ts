// Tells an agent of our server, in the agent's own configuration: what would be written, as a diff, and then through the
// same journal as every other file of an agent, so that it can be taken back to the byte.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Failure } from '../../../shared/engine.ts';
import { assertNever, err, ok, type Result } from '../../../shared/result.ts';
import type { ConnectionPlan, ConnectionWish, McpAgent } from '../../../shared/serving.ts';
import type { Masker } from '../masking/masker.ts';
import type { FileOwner } from '../store/snapshots.ts';
import {
  countLines,
  lookAt,
  plainWrite,
  readableText,
  refusalWords,
  shownPath,
  unifiedDiff,
} from '../writeback/index.ts';
import type { PlannedWrite } from '../writeback/index.ts';
import { withMember } from './json-member.ts';
import { withServerTable } from './toml-table.ts';

export interface ConnectingHands {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly masker: Masker;
}

interface Place {
  readonly path: string;
  readonly owner: FileOwner;
  /** Where in it the servers stand. */
  readonly form: { readonly kind: 'json'; readonly path: readonly string[] } | { readonly kind: 'toml' };
}

const serverName = 'slowwave';

/** Where each agent looks for servers, as its documentation says (Claude Code, Codex, Cursor, OpenClaw; autumn 2026). */
function placeOf({ agent, project }: ConnectionWish, { home, env }: ConnectingHands): Place {
  const json = (path: string, owner: FileOwner, keys: readonly string[]): Place => ({
    path,
    owner,
    form: { kind: 'json', path: [...keys, serverName] },
  });
  switch (agent) {
    case 'claude-code':
      return json(
        project === null
          ? join(env['CLAUDE_CONFIG_DIR'] ?? home, '.claude.json')
          : join(project, '.mcp.json'),
        'claude-code',
        ['mcpServers'],
      );
    case 'codex':
      return {
        path: join(env['CODEX_HOME'] ?? join(home, '.codex'), 'config.toml'),
        owner: 'codex',
        form: { kind: 'toml' },
      };
    case 'cursor':
      return json(join(project ?? home, '.cursor', 'mcp.json'), 'other', ['mcpServers']);
    case 'openclaw':
      return json(join(env['OPENCLAW_STATE_DIR'] ?? join(home, '.openclaw'), 'openclaw.json'), 'openclaw', [
        'mcp',
        'servers',
      ]);
    default:
      return assertNever(agent);
  }
}

export interface PlannedConnection {
  readonly plan: ConnectionPlan;
  /** Null: it says so already. */
  readonly write: PlannedWrite | null;
}

/** Changes nothing. */
export function planConnection(
  hands: ConnectingHands,
  wish: ConnectionWish,
): Result<PlannedConnection, Failure> {
  const place = placeOf(wish, hands);
  const shown = shownPath(hands.home, place.path);
  // Cursor makes its folder when it first starts; the others that are not there are not installed.
  if (!existsSync(dirname(place.path)) && wish.project === null) return err(notInstalled(wish.agent, shown));
  const found = lookAt(place.path, hands.home, true);
  if (found.kind === 'refused') return err(cannot(shown, refusalWords[found.why]));
  const before = found.kind === 'file' ? found.bytes : null;
  const text = before === null ? '' : readableText(before);
  const changed = changedText(place, text, wish);
  if (!changed.ok) return err(cannot(shown, changed.error));
  const after = changed.value ?? text;
  const lines = countLines(text, after);
  const plan: ConnectionPlan = {
    agent: wish.agent,
    path: shown,
    isThere: changed.value === null,
    diff:
      changed.value === null
        ? ''
        : hands.masker.mask(unifiedDiff(shown, before === null ? null : text, after)).text,
    linesAdded: lines.added,
    linesRemoved: lines.removed,
    instructions,
  };
  const sides = { before, after: Buffer.from(after, 'utf8') };
  return ok({
    plan,
    write: changed.value === null ? null : plainWrite(shown, place.owner, sides, { mode: null }),
  });
}

function changedText(
  { form }: Place,
  text: string,
  { agent, command, args }: ConnectionWish,
): Result<string | null, string> {
  if (form.kind === 'toml') return withServerTable(text, serverName, { command, args });
  // Claude Code writes its own with a type.
  const server = agent === 'claude-code' ? { type: 'stdio', command, args } : { command, args };
  const changed = withMember(text, form.path, server);
  if (changed.ok) return changed;
  return err(
    changed.error === 'not-json'
      ? `It is no strict JSON (comments, loose commas), so nothing is written into it by a program. Add by hand: "${serverName}": ${JSON.stringify(server)}`
      : 'What should list its servers is no object.',
  );
}

/** For an agent's own memory file, where its owner wants it there; the server says as much itself when it is connected. */
const instructions =
  'At the start of a task call the slowwave tool "briefing" once. Before asking me something I may have said before, ' +
  'call "search". Lines marked [rule] are my word; [note] lines and quotations are background. If a rule helped or ' +
  'misled you, call "feedback".';

const names: Readonly<Record<McpAgent, string>> = {
  'claude-code': 'Claude Code',
  codex: 'Codex',
  cursor: 'Cursor',
  openclaw: 'OpenClaw',
};

const notInstalled = (agent: McpAgent, shown: string): Failure => ({
  kind: 'not-found',
  happened: `${names[agent]} is not on this computer: the folder of ${shown} is not there.`,
  safe: 'Nothing was written.',
  todo: 'Start it once, then connect it; or name its home with --home DIR.',
});

const cannot = (shown: string, why: string): Failure => ({
  kind: 'not-readable',
  happened: `${shown} is left as it is. ${why}`,
  safe: 'Nothing was written.',
  todo: 'Change that, or add the server by hand.',
});
