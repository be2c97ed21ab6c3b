import { say } from '../../shared/say.ts';
import type { ActionName } from '../../shared/describe-obstacle.ts';
import type { EngineOption, ServerStatus } from '../messages/background-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { requestServerPermission } from '../settings/server-permission.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { FailureView } from '../view/failure-view.ts';
import { ServerQuestion } from '../view/server-question.ts';
import { TypingPause } from '../view/typing-pause.ts';
import { describeServer } from './describe-server.ts';

/** How long nothing more is typed before the server is asked. */
const pauseMs = 400;

/** Whether the server answers, and who would translate. */
export class ConnectionView {
  readonly element: HTMLElement;
  readonly #line = createElement('p', { className: 'connection-line' });
  readonly #again = createPlainButton('check-again', say('checkAgain'));
  readonly #failure: FailureView;
  readonly #question: ServerQuestion;
  readonly #typing = new TypingPause(pauseMs, () => {
    this.check();
  });

  /** `onEngines` is told what the server has, each time that it was asked. */
  constructor(onEngines: (engines: readonly EngineOption[]) => void) {
    this.#failure = new FailureView((action) => void this.#act(action));
    this.#question = new ServerQuestion(viewNames.options, {
      onAnswer: (status, engines) => {
        this.#show(status);
        onEngines(engines);
      },
      onLost: (reason, wasAwaited) => {
        if (wasAwaited) this.#show({ kind: reason });
      },
    });
    const title = createElement('h2', { id: 'connection' }, say('connection'));
    const answer = createElement('div', { role: 'status' }, this.#line, this.#failure.element);
    this.element = createElement('section', { className: 'view connection' }, title, answer, this.#again);
    this.element.setAttribute('aria-labelledby', title.id);
    this.#again.dataset['action'] = 'check';
    this.#again.addEventListener('click', () => {
      this.check();
    });
  }

  /** Asks as soon as typing has paused. */
  checkSoon(): void {
    this.#typing.begin();
  }

  check(): void {
    this.#line.textContent = say('checking');
    this.element.dataset['state'] = 'checking';
    this.#failure.update(undefined, undefined);
    this.#question.ask();
  }

  #show(status: ServerStatus): void {
    const { line, failure } = describeServer(status);
    this.element.dataset['state'] = failure ? 'failed' : 'ready';
    this.#line.textContent = line;
    this.#failure.update(failure, undefined);
  }

  async #act(action: ActionName): Promise<void> {
    if (action === 'allow') await requestServerPermission();
    this.check();
  }
}
