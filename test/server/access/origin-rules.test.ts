import { describe, expect, it } from 'vitest';
import { createOriginRules, findSender, isExtensionOrigin } from '../../../server/access/origin-rules.ts';
import { chromiumOrigin, firefoxOrigin, makeFacts, pageOrigin } from './make-facts.ts';

const paired = 'moz-extension://11111111-2222-4333-8444-555555555555';
const rules = createOriginRules(
  ['https://app.example', 'HTTP://Tool.Example:8080/', 'https://port.example:443'],
  (origin) => origin === paired,
);

const known = [
  ['own', pageOrigin],
  ['allowed', chromiumOrigin],
  ['allowed', paired],
  ['allowed', 'https://app.example'],
  ['allowed', 'http://tool.example:8080'],
  ['allowed', 'https://port.example'],
  ['unpaired', firefoxOrigin],
  ['unpaired', 'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'],
] as const;

const foreign = [
  '',
  'null',
  '*',
  'http://evil.example',
  'https://127.0.0.1:9000',
  'http://127.0.0.1',
  'http://127.0.0.1:9001',
  'http://127.0.0.1:90000',
  'http://127.0.0.1:9000.evil.example',
  'http://127.0.0.1:9000@evil.example',
  'http://127.0.0.1:9000/',
  'http://localhost:9000',
  'http://[::1]:9000',
  'http://app.example',
  'https://app.example:8443',
  'https://app.example.evil.example',
  'https://sub.app.example',
  'file://',
  'extension://pgohcbbmlljffhlopimkijimdmkbgdnd',
  'safari-web-extension://11111111-2222-4333-8444-555555555555',
  `${chromiumOrigin}.evil.example`,
  `${chromiumOrigin}:9000`,
  'chrome-extension://',
  'moz-extension://evil.example',
  'http://chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  `${pageOrigin}, http://evil.example`,
];

describe('a request with an Origin', () => {
  it.each(known)('comes from an origin that is %s: %s', (kind, origin) => {
    expect(findSender(makeFacts({ headers: { origin } }), rules)).toEqual({ kind, origin });
  });

  it.each(foreign)('is refused when the origin is "%s"', (origin) => {
    expect(findSender(makeFacts({ headers: { origin } }), rules)).toMatchObject({ code: 'forbidden_origin' });
  });

  it.each(foreign)(
    'is refused from "%s" even when the browser calls it the same site or a navigation',
    (origin) => {
      const fetch = {
        'sec-fetch-site': 'same-origin',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
      };
      const facts = makeFacts({ target: '/translate', headers: { origin, ...fetch } });
      expect(findSender(facts, rules)).toMatchObject({ code: 'forbidden_origin' });
    },
  );

  it('is refused when there are two', () => {
    const headers = { origin: [pageOrigin, 'http://evil.example'] };
    expect(findSender(makeFacts({ headers }), rules)).toMatchObject({ code: 'forbidden_origin' });
  });

  it('is our own page under whichever name the page was opened', () => {
    const headers = { host: 'LOCALHOST.:9000', origin: 'http://localhost.:9000' };
    expect(findSender(makeFacts({ headers }), rules)).toMatchObject({ kind: 'own' });
  });

  it('is let in from an allowed origin although that is another site', () => {
    const headers = { origin: chromiumOrigin, 'sec-fetch-site': 'cross-site' };
    expect(findSender(makeFacts({ headers }), rules)).toMatchObject({ kind: 'allowed' });
  });
});

const cors = { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' };
const image = { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
const tab = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

const localWithoutOrigin = [
  ['a local program', '/v1/engines', {}],
  ["Node's own fetch, which sends a mode only", '/v1/engines', { 'sec-fetch-mode': 'cors' }],
  ["Chromium's extension", '/v1/engines', { ...cors, 'sec-fetch-site': 'none' }],
  ["Firefox's extension and our own page", '/v1/engines', { ...cors, 'sec-fetch-site': 'same-origin' }],
  ['the address bar', '/openapi.json', { ...tab, 'sec-fetch-site': 'none' }],
  ...['/', '/translate', '/docs', '/pair', '/translate?text=x'].map(
    (target) => ['a link on another page', target, { ...tab, 'sec-fetch-site': 'cross-site' }] as const,
  ),
  ['a link on the page of another port', '/translate', { ...tab, 'sec-fetch-site': 'same-site' }],
] as const;

const foreignWithoutOrigin = [
  ['an image', '/v1/engines', { ...image, 'sec-fetch-site': 'cross-site' }],
  ['an image on the page of another port', '/v1/engines', { ...image, 'sec-fetch-site': 'same-site' }],
  ['an image', '/translate', { ...image, 'sec-fetch-site': 'cross-site' }],
  [
    'a script',
    '/pages/assets/pair.js',
    { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script', 'sec-fetch-site': 'cross-site' },
  ],
  [
    'a no-cors fetch',
    '/v1/streams/7',
    { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'cross-site' },
  ],
  [
    'a frame',
    '/translate',
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
  ],
  [
    'a frame',
    '/pair',
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' },
  ],
  [
    'an object',
    '/pair',
    { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'object', 'sec-fetch-site': 'cross-site' },
  ],
  ['a tab', '/v1/engines', { ...tab, 'sec-fetch-site': 'cross-site' }],
  ['a tab', '/translate/../v1/engines', { ...tab, 'sec-fetch-site': 'cross-site' }],
  [
    'a prefetch',
    '/translate',
    { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' },
  ],
  ['an unknown site', '/v1/engines', { ...cors, 'sec-fetch-site': 'Same-Origin' }],
  ['an empty site', '/v1/engines', { ...cors, 'sec-fetch-site': '' }],
  ['two sites', '/v1/engines', { ...cors, 'sec-fetch-site': ['same-origin', 'cross-site'] }],
] as const;

describe('a request without an Origin', () => {
  it.each(localWithoutOrigin)('is local from %s to %s (%o)', (_who, target, headers) => {
    expect(findSender(makeFacts({ target, headers }), rules)).toEqual({ kind: 'local' });
  });

  it.each(foreignWithoutOrigin)(
    'is refused from a page elsewhere: %s of %s (%o)',
    (_what, target, headers) => {
      const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()]));
      expect(findSender(makeFacts({ target, headers: sent }), rules)).toMatchObject({
        code: 'forbidden_origin',
      });
    },
  );

  it('is refused as a navigation that posts', () => {
    const facts = makeFacts({
      method: 'POST',
      target: '/translate',
      headers: { ...tab, 'sec-fetch-site': 'cross-site' },
    });
    expect(findSender(facts, rules)).toMatchObject({ code: 'forbidden_origin' });
  });
});

it('knows the origins of extensions by their scheme, written exactly', () => {
  expect([chromiumOrigin, firefoxOrigin].every((origin) => isExtensionOrigin(origin))).toBe(true);
  const others = [
    'http://a',
    'moz-extension://a/',
    'MOZ-EXTENSION://a',
    ' moz-extension://a',
    'moz-extension://a\nb',
    'x moz-extension://a',
  ];
  expect(others.some((origin) => isExtensionOrigin(origin))).toBe(false);
});

it.each([
  '*',
  'null',
  '',
  'app.example',
  'https://app.example/path',
  'https://',
  'https://*.app.example',
  'ftp://app.example',
  'https://a@b',
])('refuses to start with the origin "%s", which no browser sends', (origin) => {
  expect(() => createOriginRules([origin], () => false)).toThrow(JSON.stringify(origin));
});
