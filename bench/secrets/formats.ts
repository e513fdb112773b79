// Writes a name and its value as configuration files, programs, logs and links do, amid lines that must stay as they are.
export interface Format {
  readonly name: string;
  /** What stands in the file. `key` is in snake case, `value` may have several lines. */
  readonly write: (key: string, value: string) => string;
  /** Whether the text is JSON and must be so afterwards. */
  readonly json: boolean;
  /** A value of several lines, or one that is a line of its own, has no place in it. */
  readonly oneLine: boolean;
  /** Shape of the key says what the value is. A link or a log line without a name cannot show a nameless value. */
  readonly namesIt: boolean;
}

const big = (key: string): string => key.toUpperCase();
const camel = (key: string): string => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const kebab = (key: string): string => key.replaceAll('_', '-').toLowerCase();
const escaped = (value: string): string => value.replaceAll('\n', '\\n');
const isLong = (value: string): boolean => value.includes('\n');
const indented = (value: string, by: string): string =>
  value
    .split('\n')
    .map((line) => by + line)
    .join('\n');

const env = (key: string, value: string): string =>
  `# local settings\nPORT=8080\nNODE_ENV=production\n${big(key)}=${isLong(value) ? `"${escaped(value)}"` : value}\nLOG_LEVEL=debug\n`;
const yaml = (key: string, value: string): string =>
  `service:\n  name: api\n  replicas: 3\n  ${isLong(value) ? `${key}: |\n${indented(value, '    ')}` : `${key}: "${value}"`}\n  region: eu-central-1\n`;
const yamlBare = (key: string, value: string): string =>
  `version: 2\njobs:\n  build:\n    environment:\n      ${big(key)}: ${isLong(value) ? `"${escaped(value)}"` : value}\n      CACHE: "on"\n`;
const object = (key: string, value: string) => ({
  name: 'api',
  retries: 3,
  auth: { [camel(key)]: value, realm: 'internal' },
  tags: ['blue', 'green'],
});
const json = (key: string, value: string): string => `${JSON.stringify(object(key, value), null, 2)}\n`;
const jsonInJson = (key: string, value: string): string =>
  JSON.stringify({
    status: 200,
    body: JSON.stringify({ ok: true, payload: JSON.stringify(object(key, value)) }),
    took: 12,
  });
const toml = (key: string, value: string): string =>
  `[server]\nport = 8080\nhost = "0.0.0.0"\n\n[auth]\n${key} = ${isLong(value) ? `"""\n${value}\n"""` : `"${value}"`}\ntimeout = "30s"\n`;
const ini = (key: string, value: string): string =>
  `[default]\nregion = eu-central-1\n${key} = ${escaped(value)}\noutput = json\n`;
const properties = (key: string, value: string): string =>
  `server.port=8080\napp.${key.replaceAll('_', '.')}=${escaped(value)}\nspring.main.banner-mode=off\n`;
const forXml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const xml = (key: string, value: string): string =>
  `<configuration>\n  <port>8080</port>\n  <${camel(key)}>${forXml(value)}</${camel(key)}>\n  <mode>strict</mode>\n</configuration>\n`;
const xmlAttribute = (key: string, value: string): string =>
  `<appSettings>\n  <add key="Theme" value="dark" />\n  <add key="${camel(key)}" value="${forXml(value)}" />\n</appSettings>\n`;
const shell = (key: string, value: string): string =>
  `#!/bin/sh\nset -eu\nexport ${big(key)}='${value}'\nexport PATH="$HOME/bin:$PATH"\nnpm run deploy -- --region eu\n`;
const shellFlag = (key: string, value: string): string =>
  `./deploy --region eu --${kebab(key)} '${value}' --dry-run\n`;
const typescript = (key: string, value: string): string =>
  `import { connect } from './client.ts';\n\nexport const client = connect({\n  region: 'eu-central-1',\n  ${camel(key)}: ${isLong(value) ? `\`${value}\`` : `'${value}'`},\n  retries: 3,\n});\n`;
const python = (key: string, value: string): string =>
  `import os\n\nREGION = "eu-central-1"\n${big(key)} = ${isLong(value) ? `"""${value}"""` : `"${value}"`}\n\ndef main():\n    print(REGION)\n`;
const log = (key: string, value: string): string =>
  `2026-11-03T08:14:11.201Z INFO boot region=eu-central-1 pid=4711\n2026-11-03T08:14:11.377Z DEBUG config ${key}=${escaped(value)} retries=3\n2026-11-03T08:14:12.004Z INFO listening on 8080\n`;
const link = (key: string, value: string): string =>
  `GET https://api.example/v1/items?page=2&${key}=${encodeURIComponent(value)}&sort=name 200 14ms\n`;
const prose = (key: string, value: string): string =>
  `Two things from yesterday. The region stays eu-central-1. The ${key.replaceAll('_', ' ')} is ${value}\nPlease go on with the list.\n`;

const format = (
  name: string,
  write: Format['write'],
  more: Partial<Omit<Format, 'name' | 'write'>> = {},
): Format => ({ name, write, json: false, oneLine: false, namesIt: true, ...more });

export const formats: readonly Format[] = [
  format('env', env),
  format('yaml', yaml),
  format('yaml-bare', yamlBare),
  format('json', json, { json: true }),
  format('json-in-json', jsonInJson, { json: true }),
  format('toml', toml),
  format('ini', ini),
  format('properties', properties),
  format('xml', xml),
  format('xml-attribute', xmlAttribute, { oneLine: true }),
  format('shell', shell),
  format('shell-flag', shellFlag, { oneLine: true }),
  format('typescript', typescript),
  format('python', python),
  format('log', log),
  format('url', link, { oneLine: true }),
  format('prose', prose),
];

/** A header stands on a line of its own, or in what stands for one. */
export const headerFormats: readonly Format[] = [
  format('http', (_, value) => `GET /v1/items HTTP/1.1\nHost: api.example\n${value}\nAccept: */*\n`),
  format('curl', (_, value) => `curl -sS -H '${value}' -H 'Accept: */*' https://api.example/v1/items\n`),
  format(
    'json',
    (_, value) => {
      const [name = '', ...rest] = value.split(': ');
      return `${JSON.stringify({ method: 'GET', headers: { Host: 'api.example', [name]: rest.join(': ') } })}\n`;
    },
    { json: true },
  ),
  format(
    'json-in-json',
    (_, value) => {
      const [name = '', ...rest] = value.split(': ');
      return JSON.stringify({ request: JSON.stringify({ headers: { [name]: rest.join(': ') } }), took: 3 });
    },
    { json: true },
  ),
  format(
    'log',
    (_, value) => `2026-11-03T08:14:11Z DEBUG out > ${value}\n2026-11-03T08:14:12Z DEBUG in < 200\n`,
  ),
  format('python', (_, value) => {
    const [name = '', ...rest] = value.split(': ');
    return `import requests\n\nheaders = {"${name}": "${rest.join(': ')}"}\nrequests.get("https://api.example", headers=headers)\n`;
  }),
];

/** What of a written text must stand in it afterwards: every line that holds nothing of the value. */
export const linesAround = (text: string, values: readonly string[]): readonly string[] => {
  const parts = values
    .flatMap((value) => value.split('\n'))
    .flatMap((line) => [line, encodeURIComponent(line), forXml(line)])
    .filter((part) => part !== '');
  return text.split('\n').filter((line) => line.trim() !== '' && !parts.some((part) => line.includes(part)));
};
