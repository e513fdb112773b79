import { describe, expect, it } from 'vitest';
import { createMasker } from './mask.ts';

const masker = createMasker();
// put together here, so that no file of ours holds what looks like a secret
const random = ['ecQOjNy7KggAAxdD', 'goaZPCyTDDoORkBAvL1g3DKf'].join('');
const key = ['glpat', 'AG4MFFGIyjrLKAMpxb2K'].join('-');

describe('a random value beside a secret', () => {
  it('goes with it, whatever it is called', () => {
    const text = `[api]\nclave=${key}\nfirma=${random}\n`;
    expect(masker.mask(text).text).not.toContain('ecQO');
    expect(masker.mask(`firma=${random}\nclave=${key}`).text).not.toContain('ecQO');
  });

  it('stays where a blank line or nothing secret stands between, and so do sums and names', () => {
    expect(masker.mask(`etag=${random}\n`).text).toContain(random);
    expect(masker.mask(`clave=${key}\n\nafter=${random}\n`).text).toContain(random);
    const sum = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const text = masker.mask(`key=${key}\nsum=${sum}\nclass=AbstractSingletonProxyFactoryBean\n`).text;
    expect(text).toContain(sum);
    expect(text).toContain('AbstractSingletonProxyFactoryBean');
  });
});
