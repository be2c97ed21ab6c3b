/** The element with this id; throws when the page has none of that kind, which only a typing error in our own HTML can cause. */
export function getElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new Error(`The page has no ${kind.name} called ${id}`);
  return element;
}
