import { expect, it } from 'vitest';
import { secretInWords, secretName, withSecretsInWords } from './masked-words.ts';

it.each([
  ['github-token', '[GitHub token]'],
  ['aws-key-id', '[AWS key id]'],
  ['aws-bedrock-key', '[AWS Bedrock key]'],
  ['slack-webhook', '[Slack webhook]'],
  ['google-oauth', '[Google OAuth secret]'],
  ['password', '[password]'],
  ['webhook-secret', '[webhook secret]'],
  ['of-a-later-version', '[of a later version]'],
])('%s is read as %s', (kind, words) => expect(secretInWords(kind)).toBe(words));

it('tells kinds in a text and leaves everything else as it is', () => {
  expect(withSecretsInWords('a ⟦masked:github-token⟧, b ⟦masked:password⟧ ⟦masked:⟧ ⟦masked:A B⟧')).toBe(
    'a [GitHub token], b [password] ⟦masked:⟧ ⟦masked:A B⟧',
  );
});

it('knows no kind by a name that every object has', () => {
  expect(secretName('constructor')).toEqual({ other: 'constructor' });
});
