import { parseSiteHost } from '../settings/parse-site-host.ts';

/** Why a rule can't hold, in the order of the sites; undefined where it does, and for one that isn't typed yet. Pure. */
export function findSiteFaults(written: readonly string[]): ('wrong' | 'twice' | undefined)[] {
  const seen = new Set<string>();
  return written.map((text) => {
    if (text.trim() === '') return undefined;
    const host = parseSiteHost(text);
    if (host === undefined) return 'wrong';
    if (seen.has(host)) return 'twice';
    seen.add(host);
    return undefined;
  });
}
