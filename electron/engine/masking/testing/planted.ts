// Made-up secrets in every notation, put together when the tests run: no file of ours holds one, not even a false one.
// And what looks like a secret and is none, which must stay to the letter.

export interface Planted {
  readonly text: string;
  /** Must be gone, whole and in any part of 12 characters. */
  readonly secret: string;
}

const alphabets = {
  mixed: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
  base64: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  hex: '0123456789abcdef',
  upper: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567',
  letters: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
} as const;

/** Always the same characters for the same seed (a linear congruential generator; its high bits only). */
export function chars(length: number, alphabet: keyof typeof alphabets = 'mixed', seed = 7): string {
  let state = seed * 2_654_435_761 + length;
  let out = '';
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    out += alphabets[alphabet].charAt((state >>> 12) % alphabets[alphabet].length);
  }
  return out;
}

const join = (...parts: readonly string[]): string => parts.join('');
/** The secret is all that stands between the marks. */
const plant = (before: string, secret: string, after = ''): Planted => ({
  text: before + secret + after,
  secret,
});
const alone = (...parts: readonly string[]): Planted => {
  const secret = join(...parts);
  return { text: `Take ${secret} for it`, secret };
};

const word = join('hunter', '-abec-', '7671');
const plain = join('sword', 'fish');
const awsId = join('AK', 'IA', chars(16, 'upper'));
const awsSecret = chars(40, 'base64', 3);
const line = chars(64, 'base64');
const dashes = '-'.repeat(5);
const begin = (kind: string): string => `${dashes}BEGIN ${kind}${dashes}`;
const end = (kind: string): string => `${dashes}END ${kind}${dashes}`;
const base64Of = (text: string): string => btoa(text);
const jwt = join('ey', 'J', chars(30), '.ey', 'J', chars(60), '.', chars(43));

const shapes: readonly Planted[] = [
  alone('sk', '-ant-', 'api03-', chars(93), 'AA'),
  alone('sk', '-proj-', chars(74), 'T3Blbk', 'FJ', chars(74)),
  alone('sk', '-', chars(20), 'T3Blbk', 'FJ', chars(20)),
  alone('sk', '-or-v1-', chars(64, 'hex')),
  alone('AI', 'za', chars(35)),
  alone('GOC', 'SPX-', chars(28)),
  alone('gs', 'k_', chars(52)),
  alone('h', 'f_', chars(34, 'letters')),
  alone('xa', 'i-', chars(80)),
  alone('pp', 'lx-', chars(48)),
  alone('gh', 'p_', chars(36)),
  alone('gh', 's_', chars(36)),
  alone('github', '_pat_', chars(22), '_', chars(59)),
  alone('gl', 'pat-', chars(20)),
  alone('np', 'm_', chars(36)),
  alone('py', 'pi-', chars(120)),
  alone('dck', 'r_pat_', chars(27)),
  alone('lin', '_api_', chars(40)),
  alone('nt', 'n_', '12345678901', chars(35)),
  alone('fi', 'gd_', chars(43)),
  alone('xo', 'xb-', '123456789012-', '1234567890123-', chars(24)),
  alone('s', 'k_live_', chars(24)),
  alone('wh', 'sec_', chars(32)),
  alone('S', 'G.', chars(22), '.', chars(43)),
  alone('sh', 'pat_', chars(32, 'hex')),
  alone('do', 'p_v1_', chars(64, 'hex')),
  alone('HR', 'KU-', chars(60)),
  alone('hv', 's.', chars(95)),
  alone('gl', 'sa_', chars(32), '_', chars(8, 'hex')),
  alone('da', 'pi', chars(32, 'hex')),
  alone('ts', 'key-', 'auth-', chars(12), '-', chars(32)),
  alone('vc', 'p_', chars(24)),
  alone('S', 'K', chars(32, 'hex')),
  alone('MT', chars(24), '.', chars(6), '.', chars(38)),
  alone('AGE-', 'SECRET-KEY-1', chars(58, 'upper')),
  alone(awsId),
  alone(jwt),
  plant('123456789:', join('AA', chars(33))),
  plant('https://hooks.slack.com/services/', join('T', chars(8), '/B', chars(8), '/', chars(24))),
  plant('https://discord.com/api/webhooks/123456789012345678/', chars(68)),
  plant('DefaultEndpointsProtocol=https;AccountName=x;AccountKey=', join(chars(86, 'base64'), '==')),
  plant('https://x.blob.core.windows.net/c?sv=2024-01-01&sig=', join(chars(43), '%3D')),
];

const keys: readonly Planted[] = [
  plant(`${begin('RSA PRIVATE KEY')}\n`, `${line}\n${line}`, `\n${end('RSA PRIVATE KEY')}`),
  plant(`${begin('OPENSSH PRIVATE KEY')}\n`, `${line}\n${chars(40, 'base64')}`),
  plant(`"private_key": "${begin('PRIVATE KEY')}\\n`, `${line}\\n${line}`, `\\n${end('PRIVATE KEY')}\\n"`),
  plant(
    `${begin('PGP PRIVATE KEY BLOCK')}\n\n`,
    `${line}\n${line}\n=aB3d`,
    `\n${end('PGP PRIVATE KEY BLOCK')}`,
  ),
  plant('', `${line}\n${line}`, `\n${end('EC PRIVATE KEY')}`),
  plant(`  1\t${begin('EC PRIVATE KEY')}\n  2\t`, `${line}\n  3\t${line}`, `\n  4\t${end('EC PRIVATE KEY')}`),
  plant('key:\n', join('b3BlbnNz', 'aC1rZXkt', 'djEAAAAABG5vbmU', `\n${line}\n${line}`)),
  plant('', join('MIIEpA', 'IBAAKC', `AQEA${chars(46, 'base64')}\n${line}`)),
  plant('AWS\n', `${awsId}\n${awsSecret}`),
  plant(`${awsId},`, awsSecret),
  plant(`[default]\naws_access_key_id = ${awsId}\naws_secret_access_key = `, awsSecret),
  plant('secretAccessKey: "', awsSecret, '",'),
];

const carried: readonly Planted[] = [
  plant('DATABASE_URL=postgres://ledger:', word, '@db.internal:5432/ledger\nLOG=info'),
  plant('mongodb+srv://sam:', word, '@cluster0.example.net/?retryWrites=true'),
  plant('redis://:', word, '@cache:6379/0'),
  plant('amqp://sam:', join('p@ss', word), '@mq/vhost'),
  plant('git clone https://sam:', word, '@git.example.org/x.git'),
  plant('Authorization: Bearer ', chars(40)),
  plant('Authorization: Basic ', base64Of(`sam:${word}`)),
  plant('-H "Authorization: token ', chars(30), '"'),
  plant('"x-api-key": "', chars(30), '"'),
  plant('Cookie: session=', chars(40), '; theme=dark'),
  plant('Set-Cookie: connect.sid=s%3A', chars(30)),
  plant('//registry.npmjs.org/:_authToken=', word),
  plant('db.internal:5432:shop:sam:', word),
  plant('machine example.org login sam password ', word),
  plant('mysql -u root -p', word, ' shop'),
  plant("sshpass -p '", word, "' ssh example.org"),
  plant('curl -u sam:', word, ' https://example.org'),
  plant("echo '", word, "' | sudo -S ls"),
  plant('docker login -u sam -p ', word),
  plant("CREATE USER sam IDENTIFIED BY '", word, "'"),
];

const named: readonly Planted[] = [
  plant('export DB_PASSWORD=', word),
  plant('DB_PASSWORD=', plain),
  plant('PGPASSWORD=', plain, ' psql -h db'),
  plant('docker run -e MYSQL_ROOT_PASSWORD=', plain, ' mysql'),
  plant('ENV DB_PASSWORD ', word),
  plant('password: ', word),
  plant('  password: ', plain),
  plant('password = "', word, '"'),
  plant('  "password": "', word, '",'),
  plant('{\\"password\\": \\"', word, '\\"}'),
  plant('<password>', word, '</password>'),
  plant('<add key="DbPassword" value="', word, '"/>'),
  plant('- name: DB_PASSWORD\n  value: ', word),
  plant('mysqldump --password=', word, ' shop'),
  plant('tool --api-key ', word),
  plant('New-User -Password "', word, '"'),
  plant('const password: string = "', word, '"'),
  plant('os.environ["DB_PASSWORD"] = "', word, '"'),
  plant('setPassword("', word, '")'),
  plant('Server=x;User Id=sa;Password=', word, ';Encrypt=true'),
  plant('jdbc:mysql://h/db?user=x&password=', word, '&ssl=1'),
  plant('| password | ', word, ' |'),
  plant('**Password:** `', word, '`'),
  plant('client_secret: ', chars(32)),
  plant('api_key: "', chars(32, 'hex'), '"'),
  plant('SECRET_KEY_BASE=', chars(64)),
  plant('the token: ', chars(32)),
  plant('secret: ', word),
];

const said: readonly Planted[] = [
  plant('The key is sk', join('-ant-', 'api03-', chars(90)), ', remember it.'),
  plant('Always use this key for the tests: ', chars(40)),
  plant('Here is the token:\n\n', chars(40)),
  plant('My password is ', word, '.'),
  plant('my password is ', plain, '.'),
  plant('The password for the server is ', word),
  plant('Please change the password to ', word, ' now'),
  plant('use ', word, ' as the password'),
  plant('my PIN is ', join('47', '11')),
  plant('密码是', word),
  plant('数据库密码：', word, '，请记住'),
  plant('API密钥: ', chars(32)),
  plant('口令是 ', join('abc', '12345')),
  plant('パスワードは', word, 'です'),
  plant('비밀번호는 ', word, ' 입니다'),
  plant('Das Passwort für den Server lautet ', word),
  plant('Le mot de passe est ', word),
  plant('La contraseña es ', word),
  plant('A senha é ', word),
  plant('пароль: ', word),
  plant('Hasło to ', word),
  plant('Şifre: ', word),
  plant('mật khẩu là ', word),
  plant('пароль от базы — ', word),
  plant('The WiFi password at the office: ', join('Blauer', 'Baer77')),
  plant('with the password ', join('Tr0ub', '4dor3')),
  plant('Password:\n', join('Tr0ub', '4dor3')),
  plant('the root pw is ', join('Tr0ub', '4dor3')),
  plant('Login with admin / ', join('Tr0ub', '4dor&3')),
];

export const planted: readonly Planted[] = [...shapes, ...keys, ...carried, ...named, ...said];

export const harmless: readonly string[] = [
  `commit ${chars(40, 'hex')}`,
  `"integrity": "sha512-${chars(86, 'base64')}=="`,
  `sha256:${chars(64, 'hex')}`,
  'session_id: 019d78fc-c449-7300-92a1-1e92604a4f6a',
  `![x](data:image/png;base64,${chars(3000, 'base64')})`,
  `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${chars(300, 'base64')} sam@home`,
  `${begin('CERTIFICATE')}\n${line}\n${end('CERTIFICATE')}`,
  `${begin('PUBLIC KEY')}\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA${chars(20, 'base64')}\n${end('PUBLIC KEY')}`,
  `grep -n "${begin('RSA PRIVATE KEY')}" src`,
  join('AK', 'IA', 'IOSFODNN7', 'EXAMPLE'),
  'sk-ant-...',
  join('gh', 'p_', 'x'.repeat(36)),
  'API_KEY=your-api-key',
  'password=changeme',
  'password=***',
  'password: <your-password>',
  'DB_PASSWORD=${DB_PASSWORD}',
  'POSTGRES_PASSWORD: ${DB_PASSWORD:-}',
  'password: process.env.DB_PASSWORD',
  'token: ${{ secrets.NPM_TOKEN }}',
  'password: "{{ vault_password }}"',
  'password: !secret db',
  'Authorization: Bearer ${token}',
  'Authorization: Bearer <token>',
  'postgres://user:password@localhost/db',
  'https://localhost:5173/@vite/client',
  'git@github.com:a/b.git',
  'password: string',
  'password = input.value',
  'const password = getPassword()',
  'password: z.string().min(8)',
  'def login(user: str, password: str) -> bool:',
  'let password: &str = args.password;',
  'const { password, token } = req.body;',
  'user.password === password',
  'new_password = form.cleaned_data["password"]',
  'self.password = password',
  'password=password',
  'password: hashedPassword',
  'userPrivateKey: Uint8Array, userPublicKey?: Uint8Array',
  'privateKey: ed25519Seed,',
  'pbkdf2(\n  password: BinaryLike,\n  salt: BinaryLike,',
  'SECRET_KEY="YOURSECRETKEYGOESHERE"',
  'Release GPG key: 9554F04D7259F04124DE6B476D5A82AC7E37093B',
  'HKDF(privateKey, "cipherbox-file-ipns-v1")',
  "idToken: 'mock-web3auth-token'",
  '--- PASS: TestValidateVerificationURI (0.00s)',
  '# pass 12',
  'max_tokens: 4096',
  'Original token count: 52',
  '"total_tokens": 15381',
  'next_page_token: "CAoQAA123abcDEF456ghi789"',
  '<input type="password" name="password" placeholder="Password">',
  '"password": "Passwort"',
  '"forgotPassword": "Forgot your password?"',
  't("password.tooShort")',
  'The password is too short.',
  'password is required',
  'the password is stored hashed with bcrypt',
  'reset the password to continue',
  'Set the token to expire in 30 minutes',
  'The token is stored in localStorage under auth_token_v2.',
  'the key is that we must test',
  'Press the key: Enter',
  '"key": "ArrowDown"',
  'cache key: npm-linux-3f2a9c1e8b7d4f6a',
  'key: "assets/index-BxK2sQ9d.js"',
  'import { KEY } from "./keys.ts"',
  'Add your API key to .env',
  'secretName: my-tls-secret',
  'secret: my-app-secret',
  'cd $(pwd)/src',
  'PWD=/home/sam',
  'docker run -p 8080:80 -u 1000:1000 x',
  'mysql -u root -p',
  'curl -u "$USER:$PASS" https://example.org',
  'basic authentication',
  'Bearer token',
  '密码是必填的',
  '密码不能为空',
  'sk-loading-spinner-container-main-wrapper',
  'bypass: true1, compass: north1, Monkey: abc123def',
];
