/** The size of JSON, as far as it is one. */
interface JsonSize {
  /** Arrays and objects within each other. */
  depth: number;
  /** Members of arrays and objects; one more than there are in each empty one. */
  values: number;
}

const quote = 0x22;
const comma = 0x2c;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** Looks at JSON in UTF-8 without reading it, in time that grows with its length alone. */
export function countJson(bytes: Uint8Array): JsonSize {
  let depth = 0;
  let values = 0;
  let level = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === quote) index = findStringEnd(bytes, index + 1);
    if (byte === comma) values += 1;
    if (closing.has(byte)) level -= 1;
    if (!opening.has(byte)) continue;
    level += 1;
    values += 1;
    depth = Math.max(depth, level);
  }
  return { depth, values };
}

/** In UTF-8 no other character has the byte of a quote or a backslash in it. */
function findStringEnd(bytes: Uint8Array, from: number): number {
  for (let index = from; index < bytes.length; index += 1) {
    if (bytes[index] === quote) return index;
    if (bytes[index] === backslash) index += 1;
  }
  return bytes.length;
}
