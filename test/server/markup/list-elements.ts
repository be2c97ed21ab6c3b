import { defaultTreeAdapter, html as namespaces, parseFragment, type DefaultTreeAdapterMap } from 'parse5';

/** Every element with its namespace and attributes, sorted, of HTML that is put into a template, into a page and into a table's cell. */
export function listElements(html: string): string[][] {
  const places = ['template', 'body', 'td'].map((name) =>
    defaultTreeAdapter.createElement(name, namespaces.NS.HTML, []),
  );
  return places.map((place) => listFragment(parseFragment(place, html, {})));
}

function listFragment(fragment: DefaultTreeAdapterMap['documentFragment']): string[] {
  const elements: string[] = [];
  const waiting: DefaultTreeAdapterMap['node'][] = [fragment];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('tagName' in node) {
      const attributes = node.attrs.map(({ name, value }) => `${name}=${JSON.stringify(value)}`);
      elements.push([node.namespaceURI, node.tagName, ...attributes].join(' '));
    }
    if ('content' in node) waiting.push(node.content);
    if ('childNodes' in node) waiting.push(...node.childNodes);
  }
  return elements.sort();
}
