import type { Settings } from './settings-schema.ts';

/** What holds on one site: `never`, or the tag of a language. */
export type SiteRule = Settings['siteRules'][number]['rule'];

/** What holds on a page with that address; undefined where nothing special does. Pure. */
export function findSiteRule(rules: Settings['siteRules'], url: string | undefined): SiteRule | undefined {
  return findSite(rules, url)?.rule;
}

/**
 * The site whose rule holds on a page with that address: its host's, else that of the nearest domain above it. Undefined where there is none, and
 * for addresses without a host. Pure.
 */
export function findSite(
  rules: Settings['siteRules'],
  url: string | undefined,
): Settings['siteRules'][number] | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  const fitting = rules.filter(({ host }) => `.${hostname}`.endsWith(`.${host.toLowerCase()}`));
  return fitting.sort((a, b) => b.host.length - a.host.length)[0];
}
