// The table of rooms: which room may import which rooms and packages, and whether it may touch Node. ARCHITECTURE.md
// shows the same table for people; e2e/house.test.ts proves that this file bites.
const engine = 'electron/engine';
const inEngine = (room) => `${engine}/${room}`;
const room = (may = [], packages = [], node = false) => ({ may, packages, node });
const base = ['shared', inEngine('deps.ts')];
// What rooms that touch the disk have in common.
const onDisk = [...base, inEngine('folders')];
const stageRoom = room([...base, inEngine('language')]);

export const rooms = {
  shared: room(),
  renderer: room(
    ['shared'],
    [
      'react',
      'react-dom',
      'zustand',
      '@base-ui',
      'diff',
      '@codemirror',
      '@tanstack/react-virtual',
      'wouter',
      'lucide-react',
      '@fontsource-variable',
      'cronstrue',
      'vite',
    ],
  ),
  'electron/door': room(['shared'], ['zod']),
  'electron/engine-host': room(['shared'], [], true),
  'electron/engine-process': room(['shared', 'electron/service', inEngine('index.ts')], [], true),
  'electron/service': room(
    ['electron/api-key', 'shared', inEngine('index.ts'), inEngine('deps.ts'), inEngine('schedule')],
    ['chokidar'],
    true,
  ),
  'electron/host': room(['shared', 'electron/door'], [], true),
  'electron/api-key': room(['shared', inEngine('folders')], [], true),
  'electron/dreams-api': room(
    ['shared', 'electron/host', 'electron/api-key'],
    ['zod', '@anthropic-ai/sdk'],
    true,
  ),
  'electron/main': room(
    [
      'shared',
      'electron/door',
      'electron/engine-host',
      'electron/cli/places.ts',
      'electron/cli/own-command.ts',
      inEngine('folders'),
    ],
    ['electron', 'electron-log'],
    true,
  ),
  'electron/preload': room(['shared'], ['electron']),
  'electron/cli': room(
    // `mcp` alone asks serving by itself: agents wait for it, and the whole engine takes long to load.
    [
      'shared',
      ...['host', 'engine-host', 'dreams-api', 'api-key'].map((name) => `electron/${name}`),
      ...['index.ts', 'folders', 'serving'].map(inEngine),
    ],
    ['commander', 'picocolors', 'cli-progress'],
    true,
  ),
  [inEngine('deps.ts')]: room(['shared']),
  [inEngine('folders')]: room([], [], true),
  [inEngine('language')]: room(['shared'], ['snowball-stemmers']),
  [inEngine('who-spoke')]: stageRoom,
  [inEngine('light')]: stageRoom,
  [inEngine('rem')]: stageRoom,
  [inEngine('deep')]: stageRoom,
  [inEngine('proposal')]: stageRoom,
  [inEngine('playbooks')]: stageRoom,
  [inEngine('importers')]: room(base, ['zod']),
  [inEngine('masking')]: room(base, ['@secretlint']),
  [inEngine('memory-files')]: room(base, ['unified', 'remark-parse', 'remark-frontmatter', 'mdast', 'yaml']),
  [inEngine('sources')]: room(base, ['yauzl'], true),
  [inEngine('store')]: room(onDisk, ['better-sqlite3'], true),
  [inEngine('search')]: room([...base, ...['language', 'store'].map(inEngine)]),
  [inEngine('memory')]: room([...base, inEngine('store')]),
  [inEngine('review')]: room([...base, ...['proposal', 'memory', 'store'].map(inEngine)]),
  [inEngine('forgetting')]: room(
    [...onDisk, ...['deep', 'masking/masker.ts', 'memory', 'review', 'store'].map(inEngine)],
    [],
    true,
  ),
  [inEngine('carry')]: room([...onDisk, inEngine('store')], [], true),
  [inEngine('judgement')]: room([...base, inEngine('deep/score.ts')]),
  [inEngine('conflicts')]: room([...base, ...['deep', 'review', 'store'].map(inEngine)]),
  // Documents under paths, for programs; hashes of what they say are made by Node.
  [inEngine('memory-stores')]: room([...base, ...['store', 'masking/masker.ts'].map(inEngine)], [], true),
  [inEngine('writeback')]: room(
    [...onDisk, ...['store', 'memory-files', 'masking/masker.ts', 'sources/paths.ts'].map(inEngine)],
    ['node-diff3'],
    true,
  ),
  [inEngine('serving')]: room(
    [
      ...base,
      ...[
        'language',
        'light',
        'store',
        'search',
        'deep',
        'writeback',
        'sources/paths.ts',
        'masking/masker.ts',
      ].map(inEngine),
    ],
    ['@modelcontextprotocol/sdk', 'zod'],
    true,
  ),
  [inEngine('guard')]: room(
    [...base, ...['store', 'writeback', 'masking/masker.ts'].map(inEngine)],
    [],
    true,
  ),
  // What a model may cost, and the interface's one real maker of calls; minds are plain functions over the interface.
  [inEngine('budget')]: room([...base, inEngine('store')]),
  [inEngine('models')]: room(base, ['@anthropic-ai/sdk'], true),
  [inEngine('minds')]: room([...base, ...['budget', 'deep', 'language'].map(inEngine)], ['zod']),
  // What decides when nights fall; the pattern is node-cron's, the arithmetic of zones is Temporal's.
  [inEngine('schedule')]: room([...base, inEngine('store')], ['node-cron', 'temporal-polyfill']),
  [inEngine('night')]: room(['shared', engine], [], true),
  [inEngine('index.ts')]: room(['shared', engine], [], true),
};

const at = (name) => `^${name.replace('.', '[.]')}(/|$)`;
const test = '[.](test|spec)[.]|/testing/';
const rule = (name, from, to) => ({ name, severity: 'error', from, to });
const npm = [
  'npm',
  'npm-dev',
  'npm-optional',
  'npm-peer',
  'npm-no-pkg',
  'npm-unknown',
  'unknown',
  'undetermined',
];

export default {
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // As Node finds them: newer packages (node-diff3) name their files in "exports" only.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'require', 'default'],
    },
    exclude: { path: '/fixtures/' },
  },
  forbidden: [
    rule('no-cycles', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    rule(
      'no-orphans',
      {
        orphan: true,
        path: '^(shared|electron|renderer)/',
        pathNot: `(index|main)[.]tsx?$|[.]mjs$|[.]d[.]ts$|${test}`,
      },
      {},
    ),
    rule(
      'every-file-has-a-room',
      { path: '^(shared|electron|renderer)/', pathNot: Object.keys(rooms).map(at) },
      { path: '.' },
    ),
    rule(
      'engine-never-reaches-electron',
      { path: at(engine) },
      { path: 'node_modules/electron/', reachable: true },
    ),
    rule(
      'no-production-to-test',
      { pathNot: `${test}|^(e2e|scripts|bench)/` },
      { path: `${test}|^(e2e|scripts|bench)/` },
    ),
    ...Object.entries(rooms).flatMap(([name, { may, packages, node }]) => [
      rule(
        `${name}: rooms`,
        { path: at(name), pathNot: test },
        { path: '^(shared|electron|renderer)/', pathNot: [name, ...may].map(at) },
      ),
      rule(
        `${name}: packages`,
        { path: at(name), pathNot: test },
        { dependencyTypes: npm, pathNot: packages.map((p) => `node_modules/(@types/)?${p}/`) },
      ),
      ...(node
        ? []
        : [rule(`${name}: no node`, { path: at(name), pathNot: test }, { dependencyTypes: ['core'] })]),
    ]),
  ],
};
