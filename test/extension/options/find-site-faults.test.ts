import { expect, test } from 'vitest';
import { findSiteFaults } from '../../../extension/options/find-site-faults.ts';

test('a site must be one, and stands once', () => {
  const written = ['example.org', 'two words', '', 'https://EXAMPLE.org/page', 'www.example.org', ' '];
  expect(findSiteFaults(written)).toEqual([undefined, 'wrong', undefined, 'twice', undefined, undefined]);
});
