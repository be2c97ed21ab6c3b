import { secretFields } from '../secret-fields.ts';
import { insertText } from '../view/insert-text.ts';
import { isFrame } from './find-anchor.ts';
import { getActiveElement } from './shadow-root.ts';

/** Selected text that stands in something editable, as it was when this was made. */
export interface Replaceable {
  /** Whether it is still there, and the same. */
  isThere(): boolean;
  /** Puts a text in its place, so that the page's own undo takes it back. Returns whether the page let it. */
  replace(text: string): boolean;
}

/** What is selected in the focused field or editor, of frames and shadow roots too; undefined when that is nothing, or may not be changed. */
export function findReplaceable(from: Document = document): Replaceable | undefined {
  const active = getActiveElement(from);
  if (!active) return undefined;
  if (isFrame(active)) return active.contentDocument ? findReplaceable(active.contentDocument) : undefined;
  if (isField(active)) return createFieldPart(active);
  return isEditor(active) ? createEditorPart(active, from) : undefined;
}

/** Not by class: a frame's own elements are of the frame's own classes. */
function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.localName === 'input' || element.localName === 'textarea';
}

function isEditor(element: Element): element is HTMLElement {
  return (element as Partial<HTMLElement>).isContentEditable === true;
}

function createFieldPart(field: HTMLInputElement | HTMLTextAreaElement): Replaceable | undefined {
  const { selectionStart: start, selectionEnd: end, value } = field;
  // Kinds of input that have no selection say null.
  if (start === null || end === null || start === end) return undefined;
  if (field.readOnly || field.disabled || field.matches(secretFields)) return undefined;
  return {
    isThere: () => field.isConnected && field.value === value && !field.readOnly && !field.disabled,
    replace: (text) => {
      field.focus({ preventScroll: true });
      field.setSelectionRange(start, end);
      insertText(field.ownerDocument, text);
      return field.value !== value;
    },
  };
}

function createEditorPart(editor: HTMLElement, from: Document): Replaceable | undefined {
  const selection = from.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
  const selected = range?.toString() ?? '';
  if (!range || selected === '') return undefined;
  return {
    isThere: () => editor.isConnected && editor.isContentEditable && range.toString() === selected,
    replace: (text) => {
      const before = editor.textContent;
      editor.focus({ preventScroll: true });
      const { startContainer, startOffset, endContainer, endOffset } = range;
      from.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
      insertText(from, text);
      return editor.textContent !== before;
    },
  };
}
