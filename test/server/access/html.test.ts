import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html } from '../../../server/access/html.ts';

it('escapes values in content and in attributes', () => {
  const value = `<script>'"&</script>`;
  const escaped = '&lt;script&gt;&#39;&quot;&amp;&lt;/script&gt;';
  expect(html`<a title="${value}">${value}</a>`.markup).toBe(`<a title="${escaped}">${escaped}</a>`);
});

it('puts in its own markup as it is, alone and in lists', () => {
  const items = ['<', '>'].map((item) => html`<b>${item}</b>`);
  expect(html`${items}${[]}${html`<hr />`}`.markup).toBe('<b>&lt;</b><b>&gt;</b><hr />');
});

it('never lets a value open a tag, close a quote or begin a reference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const { markup } = html`${value}`;
      expect(markup).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
    }),
  );
});
