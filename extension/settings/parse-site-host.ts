/**
 * The host of a site as people write it: a name, an address of a page there, or with `*.` before it. Undefined where there is none. Pure.
 */
export function parseSiteHost(written: string): string | undefined {
  const text = written.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text.replace(/^\*?\./, '')}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) return undefined;
  const { hostname, username } = new URL(address);
  const host = hostname.replace(/\.$/, '');
  return host === '' || username !== '' || /\.\.|[*%]/.test(host) ? undefined : host;
}
