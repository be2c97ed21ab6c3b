/** Of what every host has, Node and browsers alike, the parts that `shared/` uses; the hosts' own type libraries would bring the rest. */
declare class TextDecoder {
  constructor(label?: string);
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
