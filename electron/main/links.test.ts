import { describe, expect, it } from 'vitest';
import { linkAmong, routeOfLink } from './links.ts';

describe('a link', () => {
  it('opens a screen', () => {
    expect(routeOfLink('slowwave://review/2026-11-20')).toBe('/review/2026-11-20');
    expect(routeOfLink('slowwave://diary/2026-11-20/')).toBe('/diary/2026-11-20');
    expect(routeOfLink('SLOWWAVE://Memory')).toBe('/memory');
    expect(routeOfLink('slowwave://tonight/')).toBe('/tonight');
  });

  it.each([
    'slowwave://dream',
    'slowwave://review/apply',
    'slowwave://review/2026-02-30',
    'slowwave://review/2026-11-20/approve',
    'slowwave://review/2026-11-20?apply=1',
    'slowwave://review/../settings',
    'slowwave://settings/2026-11-20',
    'slowwave://review#<img src=x onerror=alert(1)>',
    'https://review/2026-11-20',
    'slowwave:review',
    'javascript:alert(1)',
    `slowwave://${'a'.repeat(10_000)}`,
    '',
  ])('%j opens nothing', (link) => {
    expect(routeOfLink(link)).toBeNull();
  });

  it('is found among the words of a second start', () => {
    expect(linkAmong(['/usr/bin/slowwave', '--hidden', 'slowwave://review'])).toBe('slowwave://review');
    expect(linkAmong(['/usr/bin/slowwave', '--slowwave://review'])).toBeNull();
  });
});
