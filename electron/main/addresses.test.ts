import { describe, expect, it } from 'vitest';
import { isOwnAddress, isOwnSender, mayLoad, startAddress } from './addresses.ts';

const server = 'http://localhost:5173';

const foreign = [
  'https://slowwave/index.html',
  'app://slowwave.evil.example/index.html',
  'app://evil@other/index.html',
  'app://slowwave:80/index.html',
  'file:///etc/passwd',
  'data:text/html,x',
  'about:blank',
  'http://127.0.0.1:8080/',
  'javascript:alert(1)',
  'not an address',
  '',
];

describe('our own addresses', () => {
  it('are those of our scheme and host, at any path', () => {
    expect(isOwnAddress(startAddress, null)).toBe(true);
    expect(isOwnAddress('app://slowwave/assets/index.js?x#y', null)).toBe(true);
    expect(isOwnAddress('APP://slowwave/', null)).toBe(true);
  });

  it.each(foreign)('are not %j', (address) => {
    expect(isOwnAddress(address, null)).toBe(false);
    expect(mayLoad(address, null)).toBe(false);
  });

  it('are the development server’s only while developing', () => {
    expect(isOwnAddress(`${server}/index.html`, null)).toBe(false);
    expect(isOwnAddress(`${server}/index.html`, server)).toBe(true);
    expect(isOwnAddress('http://localhost:5174/', server)).toBe(false);
  });
});

describe('what the window may load', () => {
  it('is what a page of ours made itself', () => {
    expect(mayLoad('blob:app://slowwave/0b8a', null)).toBe(true);
    expect(mayLoad('blob:https://evil.example/0b8a', null)).toBe(false);
  });

  it('is the server’s live stream and the tools only while developing', () => {
    for (const address of ['ws://localhost:5173/', 'devtools://devtools/bundled/x.js']) {
      expect(mayLoad(address, server)).toBe(true);
      expect(mayLoad(address, null)).toBe(false);
    }
    expect(mayLoad('ws://localhost:9229/', server)).toBe(false);
  });
});

describe('a question over IPC', () => {
  const frame = { url: startAddress, isTop: true };

  it('is taken from our page in our window', () => {
    expect(isOwnSender({ isOwnWindow: true, frame }, null)).toBe(true);
  });

  it('is refused from another window, from a frame inside, from another page, and from a frame that is gone', () => {
    expect(isOwnSender({ isOwnWindow: false, frame }, null)).toBe(false);
    expect(isOwnSender({ isOwnWindow: true, frame: { ...frame, isTop: false } }, null)).toBe(false);
    expect(isOwnSender({ isOwnWindow: true, frame: { url: 'about:blank', isTop: true } }, null)).toBe(false);
    expect(isOwnSender({ isOwnWindow: true, frame: null }, null)).toBe(false);
  });
});
