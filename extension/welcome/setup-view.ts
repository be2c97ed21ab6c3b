import type { ActionName } from '../../shared/describe-obstacle.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { say, type MessageName } from '../../shared/say.ts';
import { createElement } from '../view/create-element.ts';
import { createIcon } from '../view/create-icon.ts';
import { FailureView } from '../view/failure-view.ts';
import { CommandView } from './command-view.ts';
import { stepNames, type Setup, type StepName } from './describe-setup.ts';

const stateLabels = { done: 'stateDone', now: 'stateNow', later: 'stateLater' } as const;

type StepState = keyof typeof stateLabels;

const stepLabels: Record<StepName, MessageName> = {
  permission: 'stepPermission',
  server: 'stepServer',
  pairing: 'stepPairing',
  engine: 'stepEngine',
  translation: 'stepTranslation',
};

interface Step {
  element: HTMLElement;
  state: HTMLElement;
}

/** The steps in a list; in the one that is missing stands what to do. */
export class SetupView {
  readonly element: HTMLElement;
  readonly #title = createElement('h1', {}, say('setupTitle'));
  readonly #steps: Readonly<Record<StepName, Step>>;
  readonly #failure: FailureView;
  readonly #command = new CommandView();
  readonly #guide: HTMLElement;
  readonly #said = createElement('p', { className: 'visually-hidden', role: 'status' });
  readonly #trial: HTMLElement;
  #shown = '';

  /** `trial` is what stands in the last step, from when it is reached. */
  constructor(trial: HTMLElement, onAction: (action: ActionName) => void) {
    this.#trial = trial;
    this.#failure = new FailureView(onAction);
    this.#guide = createElement(
      'div',
      { className: 'view guide' },
      this.#failure.element,
      this.#command.element,
    );
    const steps = stepNames.map((name) => [name, createStep(name)] as const);
    this.#steps = Object.fromEntries(steps) as Record<StepName, Step>;
    const list = createElement('ol', { className: 'steps' }, ...steps.map(([, { element }]) => element));
    this.element = createElement('main', {}, this.#title, list, this.#said);
  }

  /** Nothing moves, and nothing is said, while nothing changes: the reader may be about to press a button. */
  update(setup: Setup, obstacle: Obstacle | undefined): void {
    const shown = JSON.stringify([setup, obstacle]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    const hadFocus = this.#guide.contains(document.activeElement);
    this.#failure.update(setup.missing, obstacle);
    this.#command.update(setup.command);
    const current = setup.current === undefined ? stepNames.length : stepNames.indexOf(setup.current);
    for (const [index, name] of stepNames.entries()) markStep(this.#steps[name], getState(index, current));
    this.#place(setup.current);
    if (hadFocus) this.#keepFocus(setup);
    this.#title.textContent = setup.current === undefined ? say('setupFinished') : say('setupTitle');
    document.title = this.#title.textContent;
    this.#said.textContent = describeForEars(setup);
  }

  #place(current: StepName | undefined): void {
    const isReached = current === undefined || current === 'translation';
    this.#guide.hidden = isReached;
    this.#trial.hidden = !isReached;
    if (isReached) this.#steps.translation.element.append(this.#trial);
    else this.#steps[current].element.append(this.#guide);
  }

  /** Where the button was that is gone, or has moved. */
  #keepFocus({ current }: Setup): void {
    const { element } = this.#steps[current ?? 'translation'];
    element.tabIndex = -1;
    element.focus();
  }
}

function getState(index: number, current: number): StepState {
  if (index === current) return 'now';
  return index < current ? 'done' : 'later';
}

function createStep(name: StepName): Step {
  const state = createElement('span', { className: 'visually-hidden' });
  const mark = createElement('span', { className: 'mark' }, createIcon('check'));
  const head = createElement('p', { className: 'step-name' }, mark, say(stepLabels[name]), state);
  const element = createElement('li', { className: 'step' }, head);
  element.dataset['step'] = name;
  return { element, state };
}

function markStep({ element, state }: Step, name: StepState): void {
  element.dataset['state'] = name;
  state.textContent = `: ${say(stateLabels[name])}`;
  if (name === 'now') element.setAttribute('aria-current', 'step');
  else element.removeAttribute('aria-current');
}

function describeForEars({ current, missing, command }: Setup): string {
  if (current === undefined) return say('setupFinished');
  return [`${say(stepLabels[current])}: ${say('stateNow')}.`, missing?.line, command].join(' ').trim();
}
