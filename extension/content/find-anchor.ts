import { getVisibleBox, moveBox, type Box, type Size } from './box.ts';
import { findShadowRoots, getActiveElement } from './shadow-root.ts';

/** What the overlay stands beside. */
export interface Anchor {
  /** An element that moves as the anchor does. */
  element: Element;
  isRightToLeft: boolean;
  /** Where it is now; undefined when it has gone from the page. */
  getBox(viewport: Size): Box | undefined;
}

/**
 * The selection, as it is at this moment: kept as a range, which lives on when the reader selects something else. Inside a text field no
 * range can tell, nor in a frame of another origin: then it is the field or the frame itself. Undefined when nothing is selected or focused.
 */
export function findAnchor(from: Document = document): Anchor | undefined {
  const active = getActiveElement(from);
  if (active && isFrame(active)) return findFrameAnchor(active);
  const range = findRange(from);
  if (range) return createRangeAnchor(range);
  return active && active !== from.body ? createElementAnchor(active) : undefined;
}

/** Not by class: a frame's own elements are of the frame's own classes. */
export function isFrame(element: Element): element is HTMLIFrameElement {
  return element.localName === 'iframe' || element.localName === 'frame';
}

function findFrameAnchor(frame: HTMLIFrameElement): Anchor {
  const inner = frame.contentDocument && findAnchor(frame.contentDocument);
  return inner ? createFramedAnchor(inner, frame) : createElementAnchor(frame);
}

function findRange(from: Document): Range | undefined {
  const selection = from.getSelection();
  if (!selection || selection.toString() === '') return undefined;
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0).cloneRange() : undefined;
  if (range && hasExtent(range)) return range;
  const [composed] = getComposedRanges(selection, from);
  return composed && hasExtent(composed) ? composed : undefined;
}

/** Inside a shadow root only these tell where a selection is. Older browsers haven't got them. */
function getComposedRanges(selection: Selection, from: Document): Range[] {
  if (!('getComposedRanges' in selection)) return [];
  return selection.getComposedRanges({ shadowRoots: findShadowRoots(from) }).map(createRange);
}

/** A range lives in one tree: where a selection leaves a shadow root, it is cut off. */
function createRange({ startContainer, startOffset, endContainer, endOffset }: StaticRange): Range {
  const [startRoot, endRoot] = [startContainer.getRootNode(), endContainer.getRootNode()];
  const range = new Range();
  range.selectNodeContents(startRoot instanceof ShadowRoot ? startRoot : endRoot);
  if (range.intersectsNode(startContainer)) range.setStart(startContainer, startOffset);
  if (range.intersectsNode(endContainer)) range.setEnd(endContainer, endOffset);
  return range;
}

function hasExtent(range: Range): boolean {
  return [...range.getClientRects()].some(({ width, height }) => width > 0 && height > 0);
}

function createRangeAnchor(range: Range): Anchor {
  const node = range.commonAncestorContainer;
  const element = isElement(node) ? node : (node.parentElement ?? document.documentElement);
  return createAnchor(element, () => range.getClientRects());
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function createElementAnchor(element: Element): Anchor {
  return createAnchor(element, () => element.getClientRects());
}

function createAnchor(element: Element, getRects: () => DOMRectList): Anchor {
  return {
    element,
    isRightToLeft: getComputedStyle(element).direction === 'rtl',
    getBox: (viewport) => getVisibleBox([...getRects()], viewport),
  };
}

/** An anchor inside a frame, seen from outside. */
function createFramedAnchor(anchor: Anchor, frame: HTMLIFrameElement): Anchor {
  return {
    ...anchor,
    getBox: (viewport) => {
      const { left, top } = frame.getBoundingClientRect();
      const box = anchor.getBox({ width: frame.clientWidth, height: frame.clientHeight });
      return box && getVisibleBox([moveBox(box, left + frame.clientLeft, top + frame.clientTop)], viewport);
    },
  };
}
