import type { EngineName } from '../../shared/translate-request.ts';
import { chooseEngine, createUnknownEngine, explainChoice, type EngineChoice } from './choose-engine.ts';
import type { Engine, EngineState } from './engine.ts';

const probeKeptMs = 10_000;

const notAsked: EngineState = { available: false, models: [], message: 'not asked' };

/** The engines this server runs, what they said last (at most 10 s ago), and the choice between them. */
export class EnginePool {
  readonly engines: readonly Engine[];
  readonly #setting: EngineName | 'auto';
  readonly #probes = new Map<Engine, { at: number; state: Promise<EngineState> }>();

  constructor(engines: readonly Engine[], setting: EngineName | 'auto') {
    this.engines = engines;
    this.#setting = setting;
  }

  /**
   * An engine's state, asked anew when the last answer is older than 10 s. That an engine is not there is not kept: it may be there the next
   * moment, or have been too busy to answer in time.
   */
  async probe(engine: Engine): Promise<EngineState> {
    const last = this.#probes.get(engine);
    if (last && Date.now() - last.at < probeKeptMs) return last.state;
    const probe = { at: Date.now(), state: engine.probe() };
    this.#probes.set(engine, probe);
    const state = await probe.state;
    if (!state.available && this.#probes.get(engine) === probe) this.#probes.delete(engine);
    return state;
  }

  /** The engine for a request that may name an engine and a model. Throws `invalid_request` for an engine that does not run here. */
  async choose(request: { engine?: EngineName | undefined; model?: string | undefined }): Promise<Engine> {
    const engine = this.#get(chooseEngine(await this.#consider(request)));
    // Its model and context are the server's, which may have been started anew with others.
    if (engine.name === 'openai') await this.probe(engine);
    return engine;
  }

  /** Every engine with its state, and which one a request without wishes gets. */
  async list(): Promise<{ engine: Engine; state: EngineState; chosen: boolean }[]> {
    const states = await Promise.all(
      this.engines.map(async (engine) => ({ engine, state: await this.probe(engine) })),
    );
    const ollama = this.#get('ollama');
    const ollamaState = states.find(({ engine }) => engine === ollama)?.state ?? notAsked;
    const name = chooseEngine({ wanted: this.#setting, model: ollama.defaultModel, ollama: ollamaState });
    return states.map((entry) => ({ ...entry, chosen: entry.engine.name === name }));
  }

  /** The choice for a request without wishes, as one sentence. */
  async explain(): Promise<string> {
    const { defaultModel: model } = this.#get('ollama');
    const ollama = await this.probe(this.#get('ollama'));
    const choice = { wanted: this.#setting, model, ollama };
    const chosen = this.#get(chooseEngine(choice));
    const state = await this.probe(chosen);
    return explainChoice(choice, { model: chosen.defaultModel, state });
  }

  async close(): Promise<void> {
    await Promise.all(this.engines.map((engine) => engine.close()));
  }

  async #consider(request: {
    engine?: EngineName | undefined;
    model?: string | undefined;
  }): Promise<EngineChoice> {
    const wanted = request.engine ?? this.#setting;
    const ollama = this.#get('ollama');
    const model = request.model ?? ollama.defaultModel;
    return { wanted, model, ollama: wanted === 'auto' ? await this.probe(ollama) : notAsked };
  }

  #get(name: EngineName): Engine {
    const engine = this.engines.find((candidate) => candidate.name === name);
    if (!engine) throw createUnknownEngine(name);
    return engine;
  }
}
