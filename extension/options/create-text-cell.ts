import { createElement } from '../view/create-element.ts';

/** A field for text in a table, in whatever language. */
export function createTextCell(value: string, placeholder = ''): HTMLInputElement {
  return createElement('input', { type: 'text', dir: 'auto', autocomplete: 'off', value, placeholder });
}
