import { describe, expect, it } from 'vitest';
import { createMasker } from './mask.ts';

const masker = createMasker();
// put together here, so that no file of ours holds what looks like a secret
const strong = ['marmotFZ', '4716NlN'].join('!');
const random = ['ecQOjNy7KggAAxdD', 'goaZPCyTDDoORkBAvL1g3DKf'].join('');
const key = ['glpat', 'AG4MFFGIyjrLKAMpxb2K'].join('-');

describe('a word that only a password maker writes', () => {
  it.each([
    `for the ftp always ${strong}`,
    `서명할 때 항상 ${strong} 써`,
    `logga alltid in med ${strong}`,
    `"${strong}" everywhere, please.`,
    `Mit ${strong}.`,
    `{"text":"so\\n${strong}\\nthanks"}`,
  ])('is masked without any word that names it: %#', (text) => {
    const masked = masker.mask(text).text;
    expect(masked).not.toContain('4716');
    if (text.startsWith('{')) expect(JSON.parse(masked)).toEqual({ text: 'so\n⟦masked:password⟧\nthanks' });
  });

  it.each([
    'KERNEL32!BaseThreadInitThunk+0x14 and ntdll!RtlUserThreadStart+0x21',
    'if (a1!==B2x && !c3Dx) wow!2 Good',
    'css-loader!sass-loader?v=1 repo.get!User12ab Great!10 times',
    '![Img1](a.png) Nice!1!!11 ok!2024 done',
  ])('is not seen in code or in joy: %#', (text) => {
    expect(masker.mask(text).text).toBe(text);
  });
});

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
