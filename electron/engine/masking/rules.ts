// The table of secrets that are known by their own shape. Each row says what it is, the words in front of which nothing
// more is looked at, and the shape, which begins at the keyword. Sources: the services' own documentation and the
// patterns of secretlint's recommended preset (MIT). Every quantifier has an end, so a shape costs at most its length.

export interface ShapeRule {
  readonly kind: string;
  /** In lower case, three characters or more; the shape begins at one of them. */
  readonly keywords: readonly string[];
  /** Sticky. Group 1 is the secret where there is one; else all of it. */
  readonly shape: RegExp;
  /** How many characters in front of the keyword belong to the shape. */
  readonly before: number;
  /** No letter or digit may stand in front: looked at before the shape is tried. */
  readonly needsEdge: boolean;
  /** Asks more of the secret than its shape: made-up words are no key, nor is what decodes to nothing. */
  readonly check: 'none' | 'random' | 'digit' | 'basic-auth' | 'mixed' | 'password';
  /** What the line must hold in front of the keyword. */
  readonly lineNeeds: RegExp | null;
}

type More = Partial<Pick<ShapeRule, 'before' | 'check' | 'lineNeeds'>>;

// No letter or digit before: "task-…" is no "sk-…".
const edge = '(?<![A-Za-z0-9])';

function rule(
  kind: string,
  keywords: string | readonly string[],
  source: string,
  more: More = {},
): ShapeRule {
  const flags = source.startsWith('(?i)') ? 'diy' : 'dy';
  const shape = new RegExp(source.replace('(?i)', ''), flags);
  return {
    kind,
    keywords: typeof keywords === 'string' ? keywords.split(' ') : keywords,
    shape,
    before: 0,
    needsEdge: source.startsWith(edge),
    check: 'none',
    lineNeeds: null,
    ...more,
  };
}
const token = (kind: string, prefix: string, body: string, more: More = {}): ShapeRule =>
  rule(kind, prefix.toLowerCase(), `${edge}${prefix.replace(/[.+]/gu, '\\$&')}${body}`, more);
const tokens = (kind: string, prefixes: string, body: string, more: More = {}): readonly ShapeRule[] =>
  prefixes.split(' ').map((prefix) => token(kind, prefix, body, more));

const models: readonly ShapeRule[] = [
  token('anthropic-key', 'sk-ant-', '[\\w-]{12,300}'),
  ...tokens('openai-key', 'sk-proj- sk-svcacct- sk-admin- sk-or-v1- sk-lf-', '[\\w-]{16,300}', {
    check: 'digit',
  }),
  token('openai-key', 'sk-', '(?!ant-)[\\w-]{18,300}', { check: 'random' }),
  token('google-key', 'AIza', '[\\w-]{30,45}'),
  token('google-oauth', 'GOCSPX-', '[\\w-]{20,60}'),
  token('google-oauth', 'ya29.', '[\\w-]{20,1000}'),
  token('google-oauth', '1//0', '[\\w-]{30,200}'),
  token('groq-key', 'gsk_', '[A-Za-z0-9]{40,64}'),
  token('huggingface-token', 'hf_', '[A-Za-z]{30,40}(?![A-Za-z0-9])'),
  token('huggingface-token', 'hf_', '[A-Za-z0-9]{30,40}(?![A-Za-z0-9])', { check: 'random' }),
  token('huggingface-token', 'api_org_', '[A-Za-z]{30,40}'),
  token('replicate-token', 'r8_', '[A-Za-z0-9]{30,50}'),
  token('xai-key', 'xai-', '[A-Za-z0-9]{50,120}'),
  token('perplexity-key', 'pplx-', '[A-Za-z0-9]{30,80}'),
  token('nvidia-key', 'nvapi-', '[\\w-]{40,100}'),
  token('cerebras-key', 'csk-', '[a-z0-9]{40,60}'),
  token('tavily-key', 'tvly-', '[\\w-]{20,80}', { check: 'digit' }),
  token('firecrawl-key', 'fc-', '[0-9a-f]{32}(?![0-9a-f])'),
  token('voyage-key', 'pa-', '[\\w-]{40,60}', { check: 'random' }),
  token('jina-key', 'jina_', '[\\w-]{40,80}'),
  token('pinecone-key', 'pcsk_', '[\\w-]{30,100}'),
  token('langsmith-key', 'lsv2_', '(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}'),
  token('elevenlabs-key', 'sk_', '[0-9a-f]{40,60}(?![0-9a-z])'),
  token('runpod-key', 'rpa_', '[A-Za-z0-9]{30,60}'),
  token('e2b-key', 'e2b_', '[0-9a-f]{32,60}'),
];

const code: readonly ShapeRule[] = [
  ...tokens('github-token', 'ghp_ gho_ ghu_ ghs_ ghr_', '[A-Za-z0-9_-]{30,255}(?:\\.[\\w-]{8,1000}){0,2}'),
  token('github-token', 'github_pat_', '[A-Za-z0-9_]{22,255}'),
  ...tokens(
    'gitlab-token',
    'glpat- gldt- glrt- glcbt- glptt- glft- glimt- glagent- gloas- glsoat- glffct- glwt-',
    '[\\w-]{18,300}(?:\\.[\\w-]{2,40}){0,3}',
  ),
  token('npm-token', 'npm_', '[A-Za-z0-9_]{36,40}(?![A-Za-z0-9_])'),
  rule('npm-token', '_authtoken', '_authToken\\s{0,3}=\\s{0,3}["\']?([^\\s"\'$]{6,500})'),
  token('pypi-token', 'pypi-', '[\\w-]{50,500}'),
  token('rubygems-key', 'rubygems_', '[0-9a-f]{40,60}'),
  token('crates-token', 'cio', '[A-Za-z0-9]{32}(?![A-Za-z0-9])', { check: 'random' }),
  token('nuget-key', 'oy2', '[a-z0-9]{43}(?![a-z0-9])'),
  ...tokens('docker-token', 'dckr_pat_ dckr_oat_', '[\\w-]{20,60}'),
  ...tokens('atlassian-token', 'ATATT3 ATCTT3', '[\\w=-]{50,300}'),
  token('circleci-token', 'CCIPAT_', '[A-Za-z0-9]{20,30}_[0-9a-f]{40}'),
  ...tokens('sonar-token', 'sqp_ squ_ sqa_', '[0-9a-f]{40}'),
  ...tokens('sentry-token', 'sntrys_ sntryu_', '[\\w+/=-]{40,400}'),
  token('sourcegraph-token', 'sgp_', '[0-9a-f_]{40,80}'),
  ...tokens('linear-key', 'lin_api_ lin_oauth_', '[A-Za-z0-9_]{30,128}'),
  ...tokens('notion-token', 'ntn_ secret_', '[A-Za-z0-9]{40,60}(?![A-Za-z0-9])', { check: 'digit' }),
  token('figma-token', 'figd_', '[\\w-]{40,200}'),
  token('postman-key', 'PMAK-', '[0-9a-f]{24}-[0-9a-f]{34}'),
  ...tokens('hubspot-token', 'pat-na1- pat-na2- pat-eu1-', '[0-9a-f-]{36}'),
];

const clouds: readonly ShapeRule[] = [
  rule(
    'aws-key-id',
    'akia asia abia acca agpa aida aroa aipa anpa anva',
    `${edge}(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
  ),
  rule('aws-key-id', 'a3t', `${edge}A3T[A-Z0-9]{17}(?![A-Za-z0-9])`),
  token('aws-bedrock-key', 'ABSK', '[A-Za-z0-9+/]{80,300}={0,2}'),
  rule(
    'azure-key',
    'accountkey= sharedaccesskey=',
    '(?i)(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{20,120}={0,2})',
  ),
  rule('azure-sas', 'sig=', '(?<=[?&;"\'\\s])sig=([A-Za-z0-9%+/_=-]{20,300})', { check: 'mixed' }),
  rule('azure-secret', '0q~ 1q~ 2q~ 3q~ 4q~ 5q~ 6q~ 7q~ 8q~ 9q~', '[\\w~.-]{3}\\dQ~[\\w~.-]{30,36}', {
    before: 3,
  }),
  rule(
    'aws-session',
    'x-amz-signature= x-amz-security-token= x-goog-signature=',
    '(?i)x-[a-z]+-(?:signature|security-token)=([A-Za-z0-9%+/_=-]{30,3000})',
  ),
  ...tokens('digitalocean-token', 'dop_v1_ doo_v1_ dor_v1_', '[0-9a-f]{60,70}'),
  token('heroku-key', 'HRKU-', '[\\w-]{36,70}'),
  rule(
    'heroku-key',
    'heroku',
    '(?i)heroku[\\w .-]{0,20}["\'\\s]{0,3}[=:]\\s{0,3}["\']?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})',
  ),
  ...tokens('cloudflare-token', 'cfut_ cfat_ cfk_', '[A-Za-z0-9]{40,60}'),
  ...tokens('vercel-token', 'vcp_ vci_ vca_ vcr_ vck_', '[A-Za-z0-9]{20,60}(?![A-Za-z0-9])', {
    check: 'digit',
  }),
  token('netlify-token', 'nfp_', '[A-Za-z0-9]{36,60}'),
  rule('fly-token', 'fm2_ fo1_', '(?<!\\w)f(?:m2|o1)_[\\w+/=,-]{40,1000}'),
  token('render-key', 'rnd_', '[A-Za-z0-9]{24,40}(?![A-Za-z0-9])', { check: 'random' }),
  ...tokens('supabase-key', 'sbp_ sb_secret_', '[\\w-]{30,60}'),
  ...tokens('planetscale-token', 'pscale_tkn_ pscale_pw_ pscale_oauth_', '[\\w.=-]{30,80}'),
  token('databricks-token', 'dapi', '[A-Fa-f0-9]{32}(?:-\\d)?(?![A-Za-z0-9])'),
  ...tokens('grafana-token', 'glc_ glsa_', '[\\w+/=-]{32,500}'),
  ...tokens('vault-token', 'hvs. hvb. hvr.', '[\\w-]{24,400}'),
  rule('terraform-token', '.atlasv1.', '[A-Za-z0-9]{14}\\.atlasv1\\.[\\w-]{50,90}', { before: 14 }),
  ...tokens('doppler-token', 'dp.pt. dp.st. dp.ct. dp.sa. dp.scim.', '(?:[\\w-]{2,20}\\.)?[\\w-]{30,80}'),
  token('1password-token', 'ops_', 'ey[A-Za-z0-9+/=]{80,1300}'),
  token('pulumi-token', 'pul-', '[0-9a-f]{40}'),
  token('tailscale-key', 'tskey-', '[a-z]{2,20}-[\\w-]{16,120}'),
  ...tokens('newrelic-key', 'NRAK- NRII- NRRA-', '[A-Za-z0-9]{20,50}'),
  token('dynatrace-token', 'dt0c01.', '[A-Z0-9]{24}\\.[A-Z0-9]{64}'),
  token('buildkite-token', 'bkua_', '[0-9a-f]{40}'),
  token('alibaba-key', 'LTAI', '[A-Za-z0-9]{12,24}(?![A-Za-z0-9])', { check: 'digit' }),
  token('tencent-key', 'AKID', '[A-Za-z0-9]{28,36}(?![A-Za-z0-9])', { check: 'digit' }),
  token('age-key', 'AGE-SECRET-KEY-1', '[A-Z0-9]{40,70}'),
];

// Longer keywords are rarer ones: "ask" is in every text, "sk3f" in hardly any.
const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const services: readonly ShapeRule[] = [
  ...tokens('stripe-key', 'sk_live_ sk_test_ rk_live_ rk_test_', '[A-Za-z0-9]{10,250}'),
  token('webhook-secret', 'whsec_', '[A-Za-z0-9+/=]{20,100}'),
  rule('slack-token', 'xox', `${edge}xox[a-z][-.][\\w.%-]{10,400}`, { check: 'digit' }),
  token('slack-token', 'xapp-', '[\\w-]{20,300}', { check: 'digit' }),
  rule(
    'slack-webhook',
    'hooks.slack.com',
    // the address may stand in a link's query, or in JSON that writes its slashes as \/
    '(?i)hooks\\.slack\\.com(?:\\\\?/|%2F)(?:services|workflows|triggers)(?:\\\\?/|%2F)([\\w/+%\\\\-]{15,220})',
  ),
  rule(
    'discord-webhook',
    'discord.com/api/ discordapp.com/api/',
    '(?i)discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/\\d{10,24}/([\\w-]{30,120})',
  ),
  rule('teams-webhook', 'webhook.office.com/', '(?i)webhook\\.office\\.com/webhookb2/([\\w@/-]{60,300})'),
  rule('telegram-token', ':aa', '(?<=(?<!\\d)\\d{6,12}):(AA[\\w-]{30,40})(?![\\w-])'),
  rule(
    'twilio-key',
    hexPairs.map((pair) => `sk${pair}`),
    `${edge}SK[0-9a-f]{32}(?![0-9A-Za-z])`,
  ),
  rule('sendgrid-key', 'sg.', `${edge}SG\\.[\\w-]{10,64}\\.[\\w-]{16,128}`),
  rule('mailgun-key', 'key-', `${edge}key-[0-9a-f]{32}(?![0-9a-zA-Z])`),
  rule(
    'mailchimp-key',
    '-us1 -us2 -us3 -us4 -us5 -us6 -us7 -us8 -us9',
    '[0-9a-f]{32}-us\\d{1,2}(?![0-9A-Za-z])',
    { before: 32 },
  ),
  ...tokens('brevo-key', 'xkeysib- xsmtpsib-', '[0-9a-f]{64}-[A-Za-z0-9]{16}'),
  token('resend-key', 're_', '[A-Za-z0-9]{6,10}_[A-Za-z0-9]{18,30}(?![A-Za-z0-9])', { check: 'random' }),
  ...tokens('shopify-token', 'shpat_ shpca_ shppa_ shpss_', '[A-Za-z0-9]{32,64}'),
  ...tokens('square-token', 'sq0atp- sq0csp-', '[\\w-]{22,60}'),
  token('facebook-token', 'EAA', '[A-Za-z0-9]{60,400}', { check: 'random' }),
  token('twitter-token', 'AAAAAAAAAAAAAAAAAAAA', '[\\w%]{40,150}', { check: 'random' }),
  token('posthog-key', 'phx_', '[A-Za-z0-9]{40,60}'),
  token('apify-token', 'apify_api_', '[A-Za-z0-9]{30,50}'),
  token('dropbox-token', 'sl.', '(?:u\\.)?[\\w-]{100,2000}'),
];

const carried: readonly ShapeRule[] = [
  rule('jwt', 'eyj', '(?<![\\w-])eyJ[\\w-]{8,4000}\\.[\\w-]{8,16000}(?:\\.[\\w-]{0,4000}){0,3}'),
  rule(
    'bearer-token',
    'bearer',
    '(?i)bearer["\']?[: \\t]{1,3}["\']?(?!\\w{1,40}=[^=\\s"\'])([\\w.~+/=|-]{8,2000})',
    {
      check: 'digit',
    },
  ),
  rule('basic-auth', 'basic', '(?i)basic\\s{1,3}([A-Za-z0-9+/=_-]{6,1000})', { check: 'basic-auth' }),
  rule(
    'authorization',
    'authorization',
    '(?i)authorization\\\\{0,3}["\']?\\s{0,3}[:=,]\\s{0,3}\\\\{0,3}["\'`]?(?:(?:token|apikey|api-key|key|digest|negotiate|bot|sso-key|splunk|genie-?key)[ =]\\s{0,2})?([\\w.~+/=|:-]{12,4000})',
    { check: 'mixed' },
  ),
  rule(
    'discord-token',
    ['bot m', 'bot n', 'bot o'],
    '(?i)bot\\s([\\w-]{20,30}\\.[\\w-]{5,8}\\.[\\w-]{25,45})',
  ),
  // The password in an address: the last @ before the host ends it.
  rule('url-password', '://', '://[^\\s:@/"\'`<>|\\\\]{0,128}:([^\\s/"\'`<>\\\\]{1,256})@(?=[\\w.[$%{<-])'),
  // One that holds a slash; not for web pages, where "host:80/@x" is a path.
  rule(
    'url-password',
    '://',
    '(?<!https?)://[^\\s:@/"\'`<>|\\\\]{0,128}:([^\\s"\'`<>\\\\]{1,256})@(?=[\\w.[$%{<-])',
  ),
  // The same in the query of another address, or in a form.
  rule(
    'url-password',
    '%3a%2f%2f',
    '(?i)%3A%2F%2F[^\\s:@/"\'`<>&%]{0,128}%3A([^\\s/"\'`<>\\\\&]{1,256}?)%40(?=[\\w.[])',
  ),
  rule('pgpass', ':5432: :5433: :6432:', ':\\d{4}:[^\\s:]{1,64}:[^\\s:]{1,64}:([^\\s:"\'\\\\]{3,200})', {
    check: 'none',
  }),
  rule(
    'cookie',
    'phpsessid= jsessionid= connect.sid= sessionid= session_id= session= sid= _session=',
    '(?i)(?:phpsessid|jsessionid|connect\\.sid|sessionid|session_id|session|sid)=\\\\?["\']?([\\w.%+/:~-]{16,4000})',
    { check: 'mixed' },
  ),
  rule(
    'cookie',
    'cookie',
    '(?i)cookie\\\\?["\']?\\s{0,2}[:=]\\s{0,2}\\\\?["\']?[\\w.-]{0,60}(?:sess|sid|auth|token|jwt|remember|login)[\\w.-]{0,60}=([^\\s;"\'\\\\]{8,4000})',
    { check: 'digit' },
  ),
  rule('jwk-private', '"kty"', '"kty"[^}]{0,3000}?"d"\\s{0,3}:\\s{0,3}"([\\w-]{30,800})"'),
  rule(
    'seed-phrase',
    'mnemonic phrase',
    '(?i)(?:mnemonic|phrase)(?:\\s?phrase)?["\']?(?:\\s(?:is|are))?\\s{0,3}[:=]?\\s{0,3}["\'`]?((?:[a-z]{3,8}[ \\n]){11,23}[a-z]{3,8})(?![a-z ])',
  ),
];

const notNumbers = '(?!\\d{1,6}(?:[\\s"\']|$))';

const commands: readonly ShapeRule[] = [
  rule('password', [' -u'], ` -u\\s{0,2}["']?[^\\s:"']{1,80}:${notNumbers}([^\\s"']{2,200})`, {
    lineNeeds: /\b(?:curl|http|https|xh|wget|svn|ab|docker login)\b/u,
  }),
  rule(
    'password',
    '--user --proxy-user',
    `(?<=\\s)--(?:proxy-)?user[= ]\\s{0,2}["']?[^\\s:"']{1,80}:${notNumbers}([^\\s"']{2,200})`,
    { lineNeeds: /\b(?:curl|http|xh)\b/u },
  ),
  rule('password', [' -p'], ' -p["\']?([^\\s"\']{3,200})', {
    lineNeeds: /\b(?:mysql\w{0,12}|mariadb\w{0,12})\b/u,
  }),
  rule('password', [' -p'], ' -p\\s{0,3}["\']?([^\\s"\'-][^\\s"\']{2,200})', {
    lineNeeds:
      /\b(?:sshpass|docker login|podman login|az login|mongo(?:sh|dump|restore)?|oc login|cf login|7z|unzip)\b/u,
  }),
  rule('password', [' -a'], ' -a\\s{0,3}["\']?([^\\s"\'-][^\\s"\']{3,200})', { lineNeeds: /\bredis-cli\b/u }),
  rule('password', [' -w'], ' -w\\s{0,3}["\']?([^\\s"\'-][^\\s"\']{3,200})', {
    lineNeeds: /\bldap\w{1,12}\b/u,
  }),
  rule(
    'password',
    'echo',
    '(?i)echo\\s{1,3}(?:-n\\s)?["\']?([^\\s"\'|]{4,100})["\']?\\s{0,3}\\|\\s{0,3}(?:sudo\\s+-S|docker login|passwd|su\\b)',
  ),
  rule(
    'password',
    'echo',
    '(?i)echo\\s{1,3}["\']?[\\w.-]{1,40}:([^\\s"\'|]{3,100})["\']?\\s{0,3}\\|\\s{0,3}(?:sudo\\s{1,3})?chpasswd',
  ),
  rule(
    'password',
    'identified',
    '(?i)identified\\s{1,3}(?:with\\s\\w{1,40}\\s)?by\\s{1,3}["\']([^"\'\\n]{2,200})["\']',
  ),
  rule(
    'password',
    'convertto-securestring',
    '(?i)convertto-securestring\\s{1,3}(?:-string\\s{1,3})?["\']([^"\'\\n]{3,200})["\']',
  ),
  rule('password', [' -n'], ' -N\\s{0,3}["\']?([^\\s"\'-][^\\s"\']{3,200})', {
    lineNeeds: /\bssh-keygen\b/u,
  }),
  rule('password', [' -k'], ' -k\\s{0,3}["\']?([^\\s"\'-][^\\s"\']{3,200})', {
    lineNeeds: /\bopenssl enc\b/u,
  }),
  rule('password', 'requirepass', '(?i)requirepass\\s{1,3}["\']?([^\\s"\']{4,200})'),
  // "admin / x", "admin:x": behind a word that says what the pair is for.
  rule(
    'password',
    ['login', 'log in', 'sign in', 'credentials', 'creds'],
    '(?i)(?:log ?in|sign in|credentials|creds)(?:\\s[a-z]{1,12}){0,4}\\s{0,2}[:=]?\\s{0,2}["\'`]?[\\w.@+-]{2,60}\\s{0,2}[/:|]\\s{0,2}([^\\s"\'`,;]{5,100})',
    { check: 'password' },
  ),
  rule('basic-auth', '"auth" _auth', '"?_?auth"?\\s{0,3}[:=]\\s{0,3}"?([A-Za-z0-9+/=]{8,1000})', {
    check: 'basic-auth',
  }),
  rule(
    'pin',
    ['pin is', 'pin:', 'pin =', 'pin=', 'pin code', 'pin-code', 'pin number', 'pin ist', 'pin es'],
    `${edge}(?:PIN|pin|Pin)(?:[ -]?(?:code|number))?\\s{0,2}(?:is|:|=|ist|es)\\s{0,2}["'\`]?(\\d{4,8})(?![\\d.])`,
  ),
];

export const shapeRules: readonly ShapeRule[] = [
  ...models,
  ...code,
  ...clouds,
  ...services,
  ...carried,
  ...commands,
];

/** Kinds that a value has by its own make, whatever stands around it: a provider's shape, a key, a signed token. */
const ownMake = new Set([
  ...[...models, ...code, ...clouds, ...services].map(({ kind }) => kind),
  'private-key',
  'jwk-private',
  'jwt',
  'seed-phrase',
  'aws-secret',
  'discord-token',
]);

export const isOfItsOwnMake = (kind: string): boolean => ownMake.has(kind);
