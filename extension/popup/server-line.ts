import type { ActionName, FailureWords } from '../../shared/describe-obstacle.ts';
import { describeObstacle } from '../../shared/describe-obstacle.ts';
import { describeEngine } from '../../shared/describe-translation.ts';
import { say } from '../../shared/say.ts';
import type { ServerStatus } from '../messages/background-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { createElement } from '../view/create-element.ts';
import { FailureView } from '../view/failure-view.ts';
import { ServerQuestion } from '../view/server-question.ts';

/** Who would translate, in one quiet line; when nobody would, why, and the button that helps. As long as no translation says it itself. */
export class ServerLine {
  readonly element: HTMLElement;
  readonly #line = createElement('p', { className: 'server-line' });
  readonly #failure: FailureView;
  readonly #question: ServerQuestion;

  /** `onAction` does what the button says, but for asking again. */
  constructor(onAction: (action: Exclude<ActionName, 'retry'>) => void) {
    this.#failure = new FailureView((action) => {
      if (action === 'retry') this.check();
      else onAction(action);
    });
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

  #show(status: ServerStatus): void {
    this.#line.textContent = status.kind === 'ready' ? describeEngine(status) : '';
    this.#failure.update(describeFailure(status), undefined);
  }
}

function describeFailure(status: ServerStatus): FailureWords | undefined {
  if (status.kind === 'ready') return undefined;
  return status.kind === 'permission'
    ? { line: say('permission'), action: 'allow' }
    : describeObstacle(status);
}
