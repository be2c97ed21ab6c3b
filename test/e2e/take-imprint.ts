import type { TestPage } from './browsers/test-browser.ts';

/** What a translation must leave as it was. */
export interface Imprint {
  /** All elements, attributes and texts, in open shadow roots and in frames of the same origin too. */
  tree: string;
  selected: string;
  scrolled: string;
  /** What of the page is in the top layer. */
  onTop: string;
}

/**
 * A page that changes itself says where by an element with `data-own`: what is in that is left out, and so is what is selected, which gets
 * lost by such changes.
 */
export function takeImprint(page: TestPage): Promise<Imprint> {
  return page.evaluate(() => {
    const write = (node: Node): string => {
      if (!(node instanceof Element)) return node.nodeValue ?? [...node.childNodes].map(write).join('');
      const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).join('');
      const inner = 'contentDocument' in node ? (node.contentDocument as Document | null) : node.shadowRoot;
      const children = node.hasAttribute('data-own') ? [] : [...(inner ? [inner] : []), ...node.childNodes];
      return `<${node.nodeName}${attributes}>${children.map(write).join('')}`;
    };
    const onTop = [...document.querySelectorAll(':popover-open, :modal, :fullscreen')];
    return {
      tree: write(document),
      selected: document.querySelector('[data-own]') ? '' : String(getSelection()),
      scrolled: `${scrollX} ${scrollY}`,
      onTop: onTop.map(({ nodeName, id }) => `${nodeName}#${id}`).join(' '),
    };
  });
}
