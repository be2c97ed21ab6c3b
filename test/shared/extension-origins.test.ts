import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import manifest from '../../manifest.json' with { type: 'json' };
import { extensionOrigins } from '../../shared/extension-origins.ts';

it('lists the id that Chromium derives from the key in the manifest', () => {
  const hash = createHash('sha256').update(Buffer.from(manifest.key, 'base64')).digest('hex').slice(0, 32);
  const id = hash.replaceAll(/./g, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 16)));
  expect(extensionOrigins).toContain(`chrome-extension://${id}`);
});
