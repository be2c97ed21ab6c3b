import fc from 'fast-check';
import type { Parameter, Route } from './api-document.ts';

/** What may be in a request or not. */
export type Field = fc.Arbitrary<string | undefined>;

export const absent = fc.constant(undefined);

/** Mostly what is right; once in a while something else. */
export function mostly<Value>(
  right: fc.Arbitrary<Value>,
  other: fc.Arbitrary<Value>,
  weight = 14,
): fc.Arbitrary<Value> {
  return fc.oneof({ weight, arbitrary: right }, { weight: 1, arbitrary: other });
}

const lastByte = 0xff;
const deleteByte = 0x7f;

/** Texts of which each character is a byte, none of them a control character; `first`: the lowest of them. */
export function byteText(first: number, maxLength: number): fc.Arbitrary<string> {
  const character = fc
    .integer({ min: first, max: lastByte })
    .filter((byte) => byte !== deleteByte)
    .map((byte) => String.fromCharCode(byte));
  return fc.string({ unit: character, maxLength });
}

export function listParameters({ operation }: Route, where: Parameter['in']): Parameter[] {
  return (operation.parameters ?? []).filter((parameter) => parameter.in === where);
}
