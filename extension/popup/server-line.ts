import type { ActionName, FailureWords } from '../../shared/describe-obstacle.ts';
import { describeObstacle } from '../../shared/describe-obstacle.ts';
import { describeEngine } from '../../shared/describe-translation.ts';
import { say } from '../../shared/say.ts';
import type { ServerStatus } from '../messages/background-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { FailureView } from '../view/failure-view.ts';
import { ServerQuestion } from '../view/server-question.ts';

/** How soon it is noticed that what was missing is there. From one answer to the next question. */
const askAgainMs = 2000;

/**
 * Who would translate, in one quiet line; when nobody would, why, and the button that helps, until that has helped. As long as no translation
 * says it itself.
 */
export class ServerLine {
  readonly element: HTMLElement;
  readonly #line = createElement('p', { className: 'server-line' });
  readonly #failure: FailureView;
  readonly #question: ServerQuestion;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onAction` does what the button says. */
  constructor(onAction: (action: ActionName) => void) {
    this.#failure = new FailureView(onAction);
    this.element = createElement(
      'div',
      { className: 'server', role: 'status' },
      this.#line,
      this.#failure.element,
    );
    this.#question = new ServerQuestion(viewNames.popupServer, {
      onAnswer: (status) => {
        this.#show(status);
      },
      // A background that was idle for long enough to be ended has answered.
      onLost: () => undefined,
    });
  }

  check(): void {
    this.#question.ask();
  }

  #askLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.check();
    }, askAgainMs);
  }

  #show(status: ServerStatus): void {
    if (status.kind !== 'ready') this.#askLater();
    this.#line.textContent = status.kind === 'ready' ? describeEngine(status) : '';
    this.#failure.update(describeFailure(status), undefined);
  }
}

function describeFailure(status: ServerStatus): FailureWords | undefined {
  if (status.kind === 'ready') return undefined;
  if (status.kind === 'permission') return { line: say('permission'), action: 'allow' };
  const said = describeObstacle(status);
  // It asks again by itself.
  return said.action === 'retry' ? { ...said, action: 'setup' } : said;
}
