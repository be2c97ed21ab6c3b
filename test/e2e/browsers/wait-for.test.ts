import { expect, test } from 'vitest';

import { waitFor } from './wait-for.ts';

test('resolves to the first truthy answer', async () => {
  const answers = [undefined, '', 0, 'here', 'later'];

  expect(await waitFor('an answer', () => answers.shift())).toBe('here');
});

test('a probe that throws is asked again', async () => {
  let calls = 0;
  const probe = () => {
    calls += 1;
    if (calls < 3) throw new Error('not yet');
    return calls;
  };

  expect(await waitFor('the third call', probe)).toBe(3);
});

test('the failure names what was awaited and keeps the last error', async () => {
  const probe = () => Promise.reject(new Error('still closed'));

  await expect(waitFor('the door', probe, 50)).rejects.toMatchObject({
    message: 'Waited 50 ms in vain for the door',
    cause: { message: 'still closed' },
  });
});
