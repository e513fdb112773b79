import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diaryPage, isDiaryPage, markdownToHtml } from './diary-page.ts';
import { receipt } from './testing/scripted-engine.ts';

describe('the diary as a page', () => {
  it('knows headings, lists, paragraphs, quotes, emphasis and code', () => {
    const html = markdownToHtml(
      '# Night\n\nTwo **strong** and *soft* words, _so_ `it is`.\n\n- one\n- two\n  goes on\n\n1. first\n\n> said\n> so\n\n---\n',
    );
    expect(html).toContain('<h2>Night</h2>');
    expect(html).toContain(
      '<p>Two <strong>strong</strong> and <em>soft</em> words, <em>so</em> <code>it is</code>.</p>',
    );
    expect(html).toContain('<ul><li>one</li><li>two goes on</li></ul>');
    expect(html).toContain('<ol><li>first</li></ol>');
    expect(html).toContain('<blockquote><p>said\nso</p></blockquote>');
    expect(html).toContain('<hr>');
  });

  it('leaves snake_case names, lone stars and escaped signs as text', () => {
    expect(markdownToHtml('my_file_name and 2 * 3 * 4 and \\*so\\*')).toBe(
      '<p>my_file_name and 2 * 3 * 4 and *so*</p>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '**<b onclick="x">**',
    '`</code><script>`',
    '> <iframe src="javascript:x">',
    '# </h2><style>*{}</style>',
    '- </li></ul></article><form action=//x>',
    '"><svg onload=alert(1)>',
    '<!-- ',
    '&lt;script&gt;',
  ])('shows %s as text', (attack) => {
    expect(markdownToHtml(attack)).not.toMatch(/<(script|img|b |iframe|style|form|svg|!--|\/article)/u);
    expect(diaryPage(receipt({ because: attack }), attack)).not.toMatch(/<(script|img|b |iframe|form|!--)/u);
  });

  it('makes no links and no images, of its own or of anybody’s', () => {
    const page = diaryPage(receipt(), '[here](javascript:alert(1)) ![x](http://x/y.png) <http://x> http://x');
    expect(page).not.toMatch(/<a[\s>]|<img|href=|src=/u);
    expect(page).toContain('[here](javascript:alert(1))');
  });

  it('forbids every load by its own policy, and shows invisible signs as marks', () => {
    const page = diaryPage(receipt(), 'a\u202eb');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).toContain('a⟨U+202E⟩b');
  });

  it('says that a sample is a sample and a preview a preview', () => {
    expect(diaryPage(receipt({ sample: true }), '')).toContain('invented history');
    expect(diaryPage(receipt({ preview: true }), '')).toContain('private copy');
    expect(diaryPage(receipt(), '')).not.toContain('class="notice"');
  });

  it('knows its own pages again', () => {
    expect(isDiaryPage(diaryPage(receipt(), 'x'))).toBe(true);
    expect(isDiaryPage('<!doctype html><title>mine</title>')).toBe(false);
  });

  it('takes any text without throwing, and lets no tag of its through', () => {
    const known = /<\/?(?:h[2-6]|p|ul|ol|li|blockquote|strong|em|code|hr)>/gu;
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('<', '>', '*', '**', '_', '`', '\n', '> ', '- ', '# ', '\\'),
          ),
        ),
        (parts) => {
          expect(markdownToHtml(parts.join('')).replace(known, '')).not.toMatch(/[<>"]/u);
        },
      ),
    );
  });

  it('is not slow on what is made to be slow', () => {
    const started = performance.now();
    for (const hostile of ['*', '**a', '_a', '`', '> ', '\\', '- ', '* * '])
      markdownToHtml(hostile.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
