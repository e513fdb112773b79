// The words that name a secret, in the languages that people talk to agents in, and how such a name is understood.
import { words } from './placeholder.ts';

/**
 * password  what a person thinks of: may be any word
 * secret    what a machine made or should have: holds a digit, or has no syllables
 * key       the bare word, which mostly names something else: only what looks random
 */
export type SecretFamily = 'password' | 'secret' | 'key';

const asciiWords: Readonly<Record<SecretFamily, readonly string[]>> = {
  password:
    'password passwd pwd pw pass passphrase passcode passwort kennwort wachtwoord senha salasana heslo parola passord adgangskode kodeord sifre contrasena contrasenya pswd passwrd'.split(
      ' ',
    ),
  secret:
    'secret token apikey accesskey secretkey privatekey authkey credential credentials creds authtoken accesstoken jeton'.split(
      ' ',
    ),
  key: 'key pat clave chave chiave cle clef sleutel kunci'.split(' '),
};

const familyByWord: ReadonlyMap<string, SecretFamily> = new Map(
  (['password', 'secret', 'key'] as const).flatMap((family) =>
    asciiWords[family].map((word) => [word, family] as const),
  ),
);

/** `api key`, `signing key`: what kind of key makes it a secret. */
const secretKeys = new Set(
  'api access secret private auth account signing encryption encrypt master shared service license admin write app application deploy server session bot storage hmac jwt cookie crypt cipher aes symmetric consumer webhook security subscription integration management anon role'.split(
    ' ',
  ),
);

/** What stands behind the word without changing what it names. */
const qualifiers = new Set(
  'value val str string text plain raw prod production dev development staging test live local default base env new old current b64 base64 my main primary1 backup header'.split(
    ' ',
  ),
);

const harmless = new Set(
  'public publishable publish pub max min num number count counts total per limit page next prev continuation sort primary foreign cache partition row hash hashed idempotency registry object i18n translation locale map dict index column lookup group shortcut hot arrow keyboard press event react vue item list input output prompt completion cached reasoning usage used budget estimated remaining csrf placeholder fingerprint thumbprint'.split(
    ' ',
  ),
);

export interface SecretName {
  readonly family: SecretFamily;
  /** For the mask: what it was called. */
  readonly kind: string;
}

/** Reads identifiers: `DB_PASSWORD`, `clientSecret`, `aws.secret.access.key`; null for `passwordHash`, `maxTokens`. */
export function createSecretNames(): (identifier: string) => SecretName | null {
  const known = new Map<string, SecretName | null>();
  return (identifier) => {
    const found = known.get(identifier);
    if (found !== undefined) return found;
    // Names come back again and again; a text of nothing but new ones must not fill the memory.
    if (known.size >= knownMax) known.clear();
    const name = secretName(identifier);
    known.set(identifier, name);
    return name;
  };
}

const knownMax = 4096;

function secretName(identifier: string): SecretName | null {
  const all = words(identifier).filter((word) => !/^\d+$/u.test(word));
  while (all.length > 1 && qualifiers.has(all.at(-1) ?? '')) all.pop();
  const last = all.at(-1) ?? '';
  // Two letters end many a random text: only as a word of its own.
  if (last === 'pw' && !/(?:^|[_.\s-])(?:pw|PW|Pw)$|^[a-z]{2,12}P[wW]$/u.test(identifier)) return null;
  const family = familyByWord.get(last) ?? familyByWord.get(last.replace(/\d+$/u, '')) ?? familyOfEnd(last);
  if (family === undefined || all.some((word) => harmless.has(word))) return null;
  if (family !== 'key') return { family, kind: kindOf(family, last) };
  const before = all.at(-2);
  const isSecret = before !== undefined && secretKeys.has(before);
  return isSecret
    ? { family: 'secret', kind: before === 'private' ? 'private-key' : 'api-key' }
    : { family, kind: 'key' };
}

/** Written in one: `PGPASSWORD`, `dbpass`, `clientsecret`. */
function familyOfEnd(word: string): SecretFamily | undefined {
  if (
    /(?:password|passwd|passphrase|pwd)\d{0,2}$|^(?:db|my|user|root|pg|smtp|ftp|mail|admin|sql|require)pass$/u.test(
      word,
    )
  )
    return 'password';
  return /(?:secret|(?:api|access|account|secret|private|signing|encryption|master|shared|service|storage|client)key|token)\d{0,2}$/u.test(
    word,
  )
    ? 'secret'
    : undefined;
}

function kindOf(family: SecretFamily, word: string): string {
  if (family === 'password') return 'password';
  return word.includes('token') ? 'token' : word.endsWith('key') ? 'api-key' : 'secret';
}

/** Words of other scripts and with accents: they are found as they stand, whatever is written around them. */
const foreign: readonly (readonly [SecretFamily, string])[] = [
  [
    'password',
    '密码 密碼 口令 暗号 パスワード 暗証番号 비밀번호 패스워드 пароль пароля пароли паролем гасло contraseña contraseñas hasło hasła şifre şifresi parolası lösenord jelszó รหัสผ่าน סיסמה סיסמא पासवर्ड',
  ],
  ['secret', '密钥 密鑰 秘钥 秘鑰 金钥 金鑰 令牌 秘密鍵 トークン 토큰 токен токена api鍵 schlüssel'],
  ['key', 'ключ ключа 키는 키가 キー 鍵は 鍵： clé klíč'],
];
const foreignPhrases: readonly (readonly [SecretFamily, string])[] = [
  ['password', 'mot de passe'],
  ['password', "parola d'ordine"],
  ['password', 'palavra-passe'],
  ['password', 'mật khẩu'],
  ['password', 'kata sandi'],
  ['password', 'كلمة المرور'],
  ['password', 'كلمة السر'],
  ['password', 'pass word'],
  ['password', 'pass phrase'],
  ['key', 'api 키'],
];

export interface SecretWord {
  readonly word: string;
  /** Null for the words that stand inside identifiers: `secretName` decides. */
  readonly family: SecretFamily | null;
}

/** Every word in front of which a value is looked for. "pass" finds "password" and the like. */
const insideIdentifiers =
  'pass pwd pswd kennwort wachtwoord senha salasana heslo parola adgangskode kodeord contrasen sifre secret token key credential creds jeton clave chave chiave clef sleutel kunci _pat';

export const secretWords: readonly SecretWord[] = [
  ...[...insideIdentifiers.split(' '), 'pw'].map((word): SecretWord => ({ word, family: null })),
  ...foreign.flatMap(([family, list]) => list.split(' ').map((word): SecretWord => ({ word, family }))),
  ...foreignPhrases.map(([family, word]): SecretWord => ({ word, family })),
];
