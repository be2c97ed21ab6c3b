import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';

/** Every element of a fragment with its namespace and attributes, sorted. */
export function listElements(html: string): string[] {
  const elements: string[] = [];
  const waiting: DefaultTreeAdapterMap['node'][] = [parseFragment(html)];
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
