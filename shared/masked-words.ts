// What stands where a secret was (`⟦masked:github-token⟧`), as people read it: its kind in words, "[GitHub token]". What
// is stored keeps its sign.

/** The sign and, in it, the kind. The one pattern by which masks are told, so that all count the same ones. */
export const maskedSign = /⟦masked:([a-z0-9-]{1,40})⟧/gu;

/** Kinds that are told by words of their own. */
export const plainKinds = {
  password: 'password',
  secret: 'secret',
  token: 'token',
  key: 'key',
  'api-key': 'API key',
  'private-key': 'private key',
  'jwk-private': 'private key',
  'pin-code': 'PIN',
  'seed-phrase': 'seed phrase',
  'url-password': 'password in an address',
  pgpass: 'database password',
  'basic-auth': 'login',
  authorization: 'authorization header',
  'bearer-token': 'bearer token',
  'webhook-secret': 'webhook secret',
  cookie: 'session cookie',
  jwt: 'JWT',
  email: 'email address',
  phone: 'phone number',
  forgotten: 'forgotten',
  'not-looked-at': 'not looked at',
} as const;
export type PlainKind = keyof typeof plainKinds;

/** What a vendor's secret is, by the end of its kind; the longest first. */
export const makes = {
  'key-id': 'key id',
  token: 'token',
  key: 'key',
  secret: 'secret',
  webhook: 'webhook',
  oauth: 'OAuth secret',
  sas: 'SAS signature',
  session: 'session token',
} as const;
export type SecretMake = keyof typeof makes;

/** Names whose letters are written otherwise than a plain capital. */
const brands: Readonly<Record<string, string>> = {
  '1password': '1Password',
  aws: 'AWS',
  'aws-bedrock': 'AWS Bedrock',
  circleci: 'CircleCI',
  crates: 'crates.io',
  digitalocean: 'DigitalOcean',
  e2b: 'E2B',
  elevenlabs: 'ElevenLabs',
  github: 'GitHub',
  gitlab: 'GitLab',
  hubspot: 'HubSpot',
  huggingface: 'Hugging Face',
  langsmith: 'LangSmith',
  newrelic: 'New Relic',
  npm: 'npm',
  nuget: 'NuGet',
  nvidia: 'NVIDIA',
  openai: 'OpenAI',
  planetscale: 'PlanetScale',
  posthog: 'PostHog',
  pypi: 'PyPI',
  rubygems: 'RubyGems',
  runpod: 'RunPod',
  sendgrid: 'SendGrid',
  sonar: 'SonarQube',
  xai: 'xAI',
};

const isPlain = (kind: string): kind is PlainKind => Object.hasOwn(plainKinds, kind);
const isMake = (name: string): name is SecretMake => Object.hasOwn(makes, name);

export type SecretName =
  | { readonly plain: PlainKind }
  | { readonly brand: string; readonly make: SecretMake }
  /** A kind of another version of ours. */
  | { readonly other: string };

export function secretName(kind: string): SecretName {
  if (isPlain(kind)) return { plain: kind };
  const make = Object.keys(makes).find((end) => kind.endsWith(`-${end}`));
  if (make === undefined || !isMake(make)) return { other: kind.replaceAll('-', ' ') };
  const brand = kind.slice(0, -make.length - 1);
  return { brand: brands[brand] ?? brand.slice(0, 1).toUpperCase() + brand.slice(1), make };
}

/** In English: "[GitHub token]". */
export function secretInWords(kind: string): string {
  const name = secretName(kind);
  if ('plain' in name) return `[${plainKinds[name.plain]}]`;
  return 'other' in name ? `[${name.other}]` : `[${name.brand} ${makes[name.make]}]`;
}

/** The text as a person reads it. */
export const withSecretsInWords = (text: string): string =>
  text.replace(maskedSign, (_, kind: string) => secretInWords(kind));

/** One mask in a text, with the words around it: by them its owner knows which one it is. */
export interface Mark {
  /** From 1. */
  readonly mark: number;
  readonly kind: string;
  readonly before: string;
  readonly after: string;
}

// A dozen words on both sides.
const aroundMax = 80;
/** Stand for no single value: nobody can say of them that they are no secret. */
const ofNoValue = new Set<string>(['forgotten', 'not-looked-at'] satisfies readonly PlainKind[]);

/** One mask and where it stands, in UTF-16 units. */
export interface PlacedMask {
  /** From 1, of all masks in the text. */
  readonly mark: number;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly isOfValue: boolean;
}

/** All of them, in their order: here alone they get their numbers. */
export const masksIn = (text: string): readonly PlacedMask[] =>
  [...text.matchAll(maskedSign)].map(({ 0: sign, 1: kind = '', index }, at) => ({
    mark: at + 1,
    kind,
    start: index,
    end: index + sign.length,
    isOfValue: !ofNoValue.has(kind),
  }));

/** Those that stand for a value, with the words around them. */
export const marksIn = (text: string): readonly Mark[] =>
  masksIn(text)
    .filter(({ isOfValue }) => isOfValue)
    .map(({ mark, kind, start, end }) => ({
      mark,
      kind,
      before: text.slice(Math.max(0, start - aroundMax), start),
      after: text.slice(end, end + aroundMax),
    }));
