import { getEngineTitle } from '../../shared/describe-translation.ts';
import { say } from '../../shared/say.ts';
import type { EngineOption } from '../messages/background-message.ts';
import type { Settings } from '../settings/settings-schema.ts';

/** An entry of a list; `value` is what is kept. */
export interface Choice {
  value: string;
  label: string;
}

type Chosen = Pick<Settings, 'engine' | 'model'>;

/** The engines to choose from: first the server's own choice, as the server tells it. One that was chosen stays, also when the server is away. Pure. */
export function listEngineChoices(engines: readonly EngineOption[], { engine }: Chosen): Choice[] {
  const known = engines.map(({ name, available }) => ({
    value: name,
    label: available ? getTitle(name) : say('notReady', getTitle(name)),
  }));
  const used = engines.find(({ chosen }) => chosen)?.name;
  return [getServersChoice(used && getTitle(used)), ...keepChosen(known, engine, getTitle(engine))];
}

/** The models of the chosen engine, or of the one that the server would choose. Pure. */
export function listModelChoices(engines: readonly EngineOption[], { engine, model }: Chosen): Choice[] {
  const used = engines.find(({ name, chosen }) => (engine === '' ? chosen : name === engine));
  const known = used?.models.map((name) => ({ value: name, label: name })) ?? [];
  return [getServersChoice(used?.defaultModel), ...keepChosen(known, model, model)];
}

function getServersChoice(choice: string | undefined): Choice {
  const label = choice ? say('serversChoiceOf', choice) : say('serversChoice');
  return { value: '', label };
}

function keepChosen(choices: Choice[], value: string, label: string): Choice[] {
  if (value === '' || choices.some((choice) => choice.value === value)) return choices;
  return [...choices, { value, label: say('notReady', label) }];
}

function getTitle(engine: string): string {
  return engine === 'bergamot' ? say('engineBuiltIn') : getEngineTitle(engine);
}
