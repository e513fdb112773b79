// A secret's kind in words, in each language: what stands on a screen where a secret was. English is that of shared/, which
// the command line and the diary speak as well.
import {
  maskedSign,
  secretInWords,
  secretName,
  type PlainKind,
  type SecretMake,
} from '../../shared/masked-words.ts';
import type { Language } from './words.ts';

const plain: Readonly<Record<PlainKind, string>> = {
  password: '密码',
  secret: '机密',
  token: '令牌',
  key: '密钥',
  'api-key': 'API 密钥',
  'private-key': '私钥',
  'jwk-private': '私钥',
  'pin-code': 'PIN 码',
  'seed-phrase': '助记词',
  'url-password': '网址中的密码',
  pgpass: '数据库密码',
  'basic-auth': '登录凭据',
  authorization: '授权标头',
  'bearer-token': 'Bearer 令牌',
  'webhook-secret': 'Webhook 密钥',
  cookie: '会话 Cookie',
  jwt: 'JWT',
  email: '邮箱地址',
  phone: '电话号码',
  forgotten: '已遗忘',
  'not-looked-at': '未查看',
};

const makes: Readonly<Record<SecretMake, string>> = {
  'key-id': '密钥 ID',
  token: '令牌',
  key: '密钥',
  secret: '机密',
  webhook: 'Webhook',
  oauth: 'OAuth 凭据',
  sas: 'SAS 签名',
  session: '会话令牌',
};

function inChinese(kind: string): string {
  const name = secretName(kind);
  if ('plain' in name) return `[${plain[name.plain]}]`;
  return 'other' in name ? `[${name.other}]` : `[${name.brand} ${makes[name.make]}]`;
}

/** By the language: a kind in words, within brackets. */
export const secretTellers: Readonly<Record<Language, (kind: string) => string>> = {
  en: secretInWords,
  zh: inChinese,
};

/** The text with each secret's kind in words. */
export const secretsTold = (text: string, secret: (kind: string) => string): string =>
  text.replace(maskedSign, (_, kind: string) => secret(kind));
