// Agents whose sessions no importer reads yet: their stores are named and counted, so that nobody thinks they were read.
import { join } from 'node:path';
import type { Environment, NotReadYet } from './source.ts';
import { walkFiles } from './walk.ts';

interface Store {
  readonly what: string;
  readonly folders: readonly string[];
  readonly file: RegExp;
  readonly depthMax: number;
}

/** A look, not a count to the last file: 5,000 entries per folder take a few milliseconds. */
const entriesMax = 5_000;

export function findOtherAgents(home: string, env: Environment): readonly NotReadYet[] {
  return stores(home, env)
    .map(({ what, folders, file, depthMax }) => {
      const found = new Set<string>();
      for (const folder of folders) {
        for (const entry of walkFiles(folder, { depthMax, entriesMax })) {
          if (file.test(entry.path.replaceAll('\\', '/'))) found.add(entry.path);
        }
      }
      return { what, files: found.size };
    })
    .filter((store) => store.files > 0);
}

/** The folder of a desktop application on each of the three systems. */
const applicationFolders = (home: string, env: Environment, name: string): readonly string[] => [
  join(home, 'Library', 'Application Support', name),
  join(home, '.config', name),
  join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), name),
];

const stores = (home: string, env: Environment): readonly Store[] => [
  ...cursorStores(home, env),
  ...commandLineStores(home, env),
  ...editorStores(home, env),
];

const inEditor = (
  home: string,
  env: Environment,
  name: string,
  ...rest: readonly string[]
): readonly string[] => applicationFolders(home, env, name).map((folder) => join(folder, 'User', ...rest));

const cursorStores = (home: string, env: Environment): readonly Store[] => [
  {
    what: 'Cursor agent transcript',
    folders: [join(home, '.cursor', 'projects')],
    file: /\/agent-transcripts\/.*\.(?:jsonl|txt)$/,
    depthMax: 5,
  },
  {
    what: 'Cursor CLI chat (store.db)',
    folders: [join(home, '.cursor', 'chats')],
    file: /\/store\.db$/,
    depthMax: 3,
  },
  {
    what: 'Cursor editor database (state.vscdb)',
    folders: inEditor(home, env, 'Cursor', 'globalStorage'),
    file: /\/state\.vscdb$/,
    depthMax: 0,
  },
];

function commandLineStores(home: string, env: Environment): readonly Store[] {
  const data = env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
  const local = env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  return [
    {
      what: 'Gemini CLI session',
      folders: [join(home, '.gemini', 'tmp')],
      file: /\/chats\/.*\.jsonl?$/,
      depthMax: 4,
    },
    {
      what: 'Hermes database (state.db)',
      folders: [env['HERMES_HOME'] ?? join(home, '.hermes'), join(local, 'hermes')],
      file: /\/state\.db$/,
      depthMax: 3,
    },
    {
      what: 'opencode database',
      folders: [join(data, 'opencode')],
      file: /\/opencode[^/]*\.db$/,
      depthMax: 0,
    },
    {
      what: 'opencode session (.json)',
      folders: [join(data, 'opencode', 'storage', 'session')],
      file: /\.json$/,
      depthMax: 3,
    },
    {
      what: 'Copilot CLI session',
      folders: [join(env['COPILOT_HOME'] ?? join(home, '.copilot'), 'session-state')],
      file: /\.jsonl$/,
      depthMax: 2,
    },
    { what: 'Aider chat history', folders: [home], file: /\/\.aider\.chat\.history\.md$/, depthMax: 0 },
    { what: 'Pi session', folders: [join(home, '.pi', 'agent', 'sessions')], file: /\.jsonl$/, depthMax: 2 },
  ];
}

const editors = ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf'];
const extensions = ['saoudrizwan.claude-dev', 'rooveterinaryinc.roo-cline', 'kilocode.kilo-code'];

function editorStores(home: string, env: Environment): readonly Store[] {
  const cline = env['CLINE_DATA_DIR'] ?? join(home, '.cline', 'data');
  const tasks = editors.flatMap((editor) =>
    extensions.flatMap((extension) => inEditor(home, env, editor, 'globalStorage', extension, 'tasks')),
  );
  return [
    {
      what: 'Copilot chat in VS Code',
      folders: inEditor(home, env, 'Code', 'workspaceStorage'),
      file: /\/chatSessions\/[^/]+\.jsonl?$/,
      depthMax: 3,
    },
    {
      what: 'Cline, Roo Code or Kilo task',
      folders: [...tasks, join(cline, 'tasks')],
      file: /\/api_conversation_history\.json$/,
      depthMax: 2,
    },
    { what: 'Cline CLI session', folders: [join(cline, 'sessions')], file: /\.messages\.json$/, depthMax: 2 },
  ];
}
