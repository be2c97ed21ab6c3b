import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AttemptKeeper } from '../../../extension/popup/attempt-keeper.ts';
import { beginAttempt, emptyView, setObstacle, type ViewState } from '../../../extension/view/view-state.ts';

const asked = beginAttempt(emptyView, 'key', 'Hello');
const save = vi.fn<(attempt: ViewState | undefined) => void>();
let keeper: AttemptKeeper;

function growTo(after: string): ViewState {
  return { ...asked, after };
}

beforeEach(() => {
  vi.useFakeTimers();
  keeper = new AttemptKeeper(save);
});

afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

test('a beginning and an end are written down at once', () => {
  keeper.update(asked);
  expect(save).toHaveBeenLastCalledWith(asked);
  const broken = setObstacle(asked, { kind: 'cut' });
  keeper.update(broken);
  expect(save).toHaveBeenLastCalledWith(broken);
  keeper.update(undefined);
  expect(save).toHaveBeenLastCalledWith(undefined);
  expect(save).toHaveBeenCalledTimes(3);
});

test('text that streams in is written down now and then', () => {
  keeper.update(asked);
  for (let number = 1; number <= 100; number += 1) keeper.update(growTo(`s:${number}`));
  expect(save).toHaveBeenCalledTimes(1);
  vi.runAllTimers();
  expect(save).toHaveBeenCalledTimes(2);
  expect(save).toHaveBeenLastCalledWith(growTo('s:100'));
});

test('a popup that has nothing yet does not wipe out what the one before left', () => {
  keeper.update(undefined);
  vi.runAllTimers();
  expect(save).not.toHaveBeenCalled();
});

test('an end forgets the text before it', () => {
  keeper.update(asked);
  keeper.update(growTo('s:1'));
  keeper.update(undefined);
  vi.runAllTimers();
  expect(save).toHaveBeenLastCalledWith(undefined);
});
