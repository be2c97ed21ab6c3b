/** A rectangle in the viewport, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Its width and height, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** The smallest box around all; undefined around none. */
function getBoundingBox(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** The box around what can be seen of them; when nothing can, around all, wherever that is. Boxes without an extent don't count. */
export function getVisibleBox(boxes: readonly Box[], viewport: Size): Box | undefined {
  const real = boxes.filter(({ left, top, right, bottom }) => right > left && bottom > top);
  const visible = real
    .map((box) => clip(box, viewport))
    .filter(({ left, top, right, bottom }) => right > left && bottom > top);
  return getBoundingBox(visible.length > 0 ? visible : real);
}

/** The box, shifted. */
export function moveBox({ left, top, right, bottom }: Box, x: number, y: number): Box {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function clip({ left, top, right, bottom }: Box, { width, height }: Size): Box {
  return {
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    right: Math.min(right, width),
    bottom: Math.min(bottom, height),
  };
}
