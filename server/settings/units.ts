const durationUnits = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const;
const sizeUnits = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 } as const;

/** `10s`, `5m`, `1h`, `250ms` as milliseconds; undefined when it is none of these. */
export function parseDuration(value: string): number | undefined {
  return parseWithUnit(value, durationUnits);
}

/** `2mb`, `500kb`, `100b` as bytes; undefined when it is none of these. */
export function parseSize(value: string): number | undefined {
  return parseWithUnit(value, sizeUnits);
}

function parseWithUnit(value: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^(?<amount>\d+(?:\.\d+)?)\s*(?<unit>[a-z]+)$/.exec(value.trim().toLowerCase());
  const factor = units[match?.groups?.unit ?? ''];
  return factor === undefined ? undefined : Math.round(Number(match?.groups?.amount) * factor);
}
