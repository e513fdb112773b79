// What stands where a secret would stand and is none: gaps to be filled in, references, names of types, labels.
import { maskOpen } from './masker.ts';

const vocabulary = new Set(
  (
    'a an the my your our his her its their this that some any no not new old current default real actual own same ' +
    'xxx xxxx abc abcd abcdef foo bar baz qux test testing tests demo dummy fake sample example examples mock stub todo tbd fixme fill ' +
    'change changeme changeit me insert enter put replace with here placeholder redacted masked hidden removed omitted filtered ' +
    'secret secrets password passwords passwd passwort kennwort pwd pass passphrase passcode pw token tokens key keys apikey api auth access ' +
    'client server user username users name value values string text id db database admin root service account private public ' +
    'null nil none undefined true false yes no on off nan void any unknown never object array number boolean bool int integer float ' +
    'str char bytes byte buffer required optional missing invalid valid wrong incorrect correct empty set unset is are was be been in of to ' +
    'for and or from by at as it if then else must should can will may very too safe strong weak secure insecure plain plaintext hash ' +
    'hashed encrypted encoded field input label type reset forgot confirm confirmation repeat show hide length min max ' +
    'auto generated random generate prompt stdin env var variable vars config settings option option flag argument parameter ' +
    'bearer basic jwt oauth refresh session signing webhook super supersecret mysecret mypassword yourpassword ' +
    'same used using use expired revoked rotated stored stale leaked exposed protected ' +
    'mot de passe contraseña senha пароль 密码 密碼 パスワード 비밀번호'
  ).split(' '),
);

const typeNames =
  /^(?:&?'?(?:static )?(?:str|mut)|[A-Z]?[a-z]+(?:\[\])?|(?:Optional|Option|Vec|List|Secret|Promise|Sensitive|Some|Array|Maybe)[<[(].{0,80}|SecretStr|Zeroizing<.{0,40}|[*&]?string|std::string)\??$/u;
const knownTypes =
  /^(?:str|mut|string|number|boolean|object|unknown|any|never|int|bytes?|char|text|varchar|uuid)\b/iu;

const gaps =
  /^(?:<.*>?|\[.*\]?|\{\{.*|\{[^"{}]{0,80}\}?|\$.*|%[^%]{1,80}%.*|%[sdv@]|#\{.*|@[\w.-]{1,80}@|!.{0,3}[A-Za-z]+.*|\*.*|…+|\.{2,}.*|[xX*.•·#_?=\-–—]{1,200})$/u;
const gapInside =
  /\*{3}|x{4,}|X{4,}|\.{3}|…|•{2}|\$\{|\{\{|<[a-z][\w -]{1,40}>|⟦masked:|EXAMPLE|\bredacted\b|_here\b|-here\b/iu;

/** `process.env.X`, `os.environ["X"]`, `config.password`, `getPassword()`. */
const reference =
  /^(?:process\.env|import\.meta|os\.(?:environ|getenv)|Deno\.env|Bun\.env|System\.getenv|getenv|ENV\[|env[.[(]|secrets?[.[(]|vars?\.|local\.|module\.|data\.|config(?:uration)?[.[(]|cfg\.|settings[.[(]|opt(?:ion)?s?[.[(]|args?[.[(]|params?[.[(]|props\.|this\.|self\.|req(?:uest)?\.|res(?:ponse)?\.|ctx\.|input\.|body\.|form\.|user\.|state\.|process\.|app\.|session\.|credentials?\.|creds\.|auth\.|e\.|event\.|await\b|new\b|async\b|function\b|lambda\b|return\b|typeof\b|keyof\b|crypto\.|uuid|z\.|t\(|yup\.|Joi\.|v\.)/u;
const call = /^[A-Za-z_$][\w$.:-]{0,80}(?:<[^>]{0,40}>)?\(/u;
const dottedName = /^[A-Za-z_$][A-Za-z_$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][A-Za-z_$]*\d?)+[;,]?$/u;

export const words = (text: string): readonly string[] =>
  text
    .replace(/([a-z])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** "your-api-key", "changeme", "password": nothing but words that say what should stand here. */
export const isVocabulary = (text: string): boolean => {
  const all = words(text);
  return all.length > 0 && all.every((word) => vocabulary.has(word) || /^[a-z]$/u.test(word));
};

/** Few different characters: "aaaaaaaa", "0000-0000". */
const isMonotone = (text: string): boolean =>
  new Set(text.toLowerCase().replace(/[^a-z0-9]/gu, '')).size <= 2;

/** Nothing secret stands here, whoever wrote it. */
export const isGap = (value: string): boolean =>
  value === '' ||
  value.startsWith(maskOpen) ||
  gaps.test(value) ||
  gapInside.test(value) ||
  /^<?your.{0,60}(?:key|token|secret|password|here)>?$/iu.test(value) ||
  isMonotone(value) ||
  isVocabulary(value);

/** Code that stands for a value without being it. Only for what is not in quotation marks. */
export const isReference = (value: string): boolean =>
  reference.test(value) ||
  call.test(value) ||
  dottedName.test(value) ||
  (knownTypes.test(value) && typeNames.test(value));
