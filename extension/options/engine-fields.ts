import { say } from '../../shared/say.ts';
import type { EngineOption } from '../messages/background-message.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createField } from './create-field.ts';
import { listEngineChoices, listModelChoices, type Choice } from './list-choices.ts';

/** Which engine translates, and with which of its models, from what the server has. */
export class EngineFields {
  readonly elements: HTMLElement[];
  readonly #engine = createElement('select', { id: 'engine' });
  readonly #model = createElement('select', { id: 'model' });
  readonly #onSave: () => void;
  #chosen: Pick<Settings, 'engine' | 'model'>;
  #engines: readonly EngineOption[] = [];

  /** `onSave` is told when what translates may be another. */
  constructor({ engine, model }: Settings, onSave: () => void) {
    this.#chosen = { engine, model };
    this.#onSave = onSave;
    this.#show();
    this.elements = [
      createField({
        label: say('engine'),
        control: this.#engine,
        value: engine,
        // The models are another engine's.
        onSave: (name) => this.#save({ engine: name as Settings['engine'], model: '' }),
      }),
      createField({
        label: say('model'),
        control: this.#model,
        value: model,
        onSave: (name) => this.#save({ ...this.#chosen, model: name }),
      }),
    ];
  }

  update(engines: readonly EngineOption[]): void {
    this.#engines = engines;
    this.#show();
  }

  async #save(chosen: Pick<Settings, 'engine' | 'model'>): Promise<boolean> {
    this.#chosen = chosen;
    this.#show();
    const isKept = await saveSettings(chosen);
    this.#onSave();
    return isKept;
  }

  #show(): void {
    setChoices(this.#engine, listEngineChoices(this.#engines, this.#chosen), this.#chosen.engine);
    setChoices(this.#model, listModelChoices(this.#engines, this.#chosen), this.#chosen.model);
  }
}

function setChoices(select: HTMLSelectElement, choices: Choice[], value: string): void {
  const options = choices.map((choice) => createElement('option', { value: choice.value }, choice.label));
  select.replaceChildren(...options);
  select.value = value;
}
