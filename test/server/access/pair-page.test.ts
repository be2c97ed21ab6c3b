import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renderPairPage } from '../../../server/access/pair-page.ts';
import type { PairList } from '../../../server/access/pairing.ts';
import { chromiumOrigin, firefoxOrigin } from './make-facts.ts';

const template = readFileSync(new URL('../../../server/pages/pair/pair.html', import.meta.url), 'utf8');
const asking = { origin: firefoxOrigin, code: '123456', nonce: 'n1' };
const program = { name: 'nightly-job', addedAt: '2026-02-03T04:05:06.789Z', nonce: 'n3' };
const paired = { origin: chromiumOrigin, allowedAt: '2026-01-02T03:04:05.678Z', nonce: 'n2' };

function render(list: Partial<PairList>): string {
  return renderPairPage(template, { pending: [], allowed: [], tokens: [], ...list });
}

it('shows who asks, with the code as the extension shows it', () => {
  const page = render({ pending: [asking] });
  expect(page).toContain('>123456<');
  expect(page).toContain(firefoxOrigin);
  expect(page).toContain('Firefox extension');
  expect(page).not.toContain('May translate here');
});

it('shows who may call, and since when', () => {
  const page = render({ allowed: [paired] });
  expect(page).toContain('No extension is asking');
  expect(page).toMatch(/Chromium extension, since 2026-01-02/);
});

it('shows which programs have a token, and since when', () => {
  const page = render({ tokens: [program] });
  expect(page).toContain('Programs with a token');
  expect(page).toMatch(/nightly-job, since 2026-02-03/);
  expect(page).not.toContain('May translate here');
});

it('gives each button its action, origin and nonce, and sends all of them asleep', () => {
  const buttons = [
    ...render({ pending: [asking], allowed: [paired], tokens: [program] }).matchAll(
      /<button(?<attributes>[^>]*)>/g,
    ),
  ];
  const attributes = buttons.map((button) => button.groups?.attributes ?? '');
  expect(
    attributes.map((text) =>
      [...text.matchAll(/data-\w+="(?<value>[^"]*)"/g)].map((found) => found.groups?.value),
    ),
  ).toEqual([
    ['allow', firefoxOrigin, 'n1'],
    ['deny', firefoxOrigin, 'n1'],
    ['revoke', chromiumOrigin, 'n2'],
    ['revoke', 'nightly-job', 'n3'],
  ]);
  expect(attributes.every((text) => /\sdisabled\s/.test(text))).toBe(true);
});

it('says beside each button what must have been read before it wakes', () => {
  const page = render({ pending: [asking], allowed: [paired], tokens: [program] });
  const blocks = page.split(/<section|<li>/).slice(1);
  expect(blocks).toHaveLength(3);
  for (const block of blocks) expect(block).toMatch(/data-read>[^]*<button/);
});

it('escapes everything it is given', () => {
  const hostile = `"><script>alert('&$')</script>`;
  const page = render({
    pending: [{ origin: hostile, code: hostile, nonce: hostile }],
    allowed: [{ origin: hostile, allowedAt: hostile, nonce: hostile }],
    tokens: [{ name: hostile, addedAt: hostile, nonce: hostile }],
  });
  expect(page).not.toContain('<script>');
  expect(page).not.toContain(`alert('`);
  expect(page.match(/<script/g)).toHaveLength(1);
});

it('has no script or style of its own inside, which the policy would refuse', () => {
  const page = render({ pending: [asking], allowed: [paired] });
  expect(page).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)/);
});
