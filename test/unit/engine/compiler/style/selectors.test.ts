import { describe, expect, it } from 'vitest';
import { rewriteSelector } from '#engine/compiler/style/selectors.ts';

const leaking = { scopeClass: null, hostClass: null };

describe('rewriteSelector', () => {
  it.each([
    ['view.card > text:first-child', 'a-view.card > a-text:first-child'],
    ['.input-clear-hidden__long-name:not(.x) image', '.input-clear-hidden__long-name:not(.x) a-image'],
    ['page', 'a-page'],
    [':root', 'a-page'],
    ['view:nth-child(2n + 1) text:nth-last-child(odd)', 'a-view:nth-child(2n + 1) a-text:nth-last-child(odd)'],
    ['.x:nth-child(n+2):nth-child(-n+4), view:nth-of-type(2)', '.x:nth-child(n+2):nth-child(-n+4), a-view:nth-of-type(2)'],
    [':not(:nth-child(2)):lang(en)', ':not(:nth-child(2)):lang(en)'],
    [':nth-child(even of view, .x)', ':nth-child(even of a-view, .x)'],
    [':is(view, .x) + text', ':is(a-view, .x) + a-text'],
  ])('names the elements of the document in %s', (written, rewritten) => {
    expect(rewriteSelector(written, leaking).selector).toBe(rewritten);
  });

  it('reads a long name before an unusual part in one go', () => {
    const name = 'a-very-long-name'.repeat(500);
    expect(rewriteSelector(`.${name}:not(.x)`, leaking).selector).toBe(`.${name}:not(.x)`);
    expect(rewriteSelector(`.x:${'first-child-'.repeat(500)}(a)`, leaking).problems).toEqual([]);
  });
});
