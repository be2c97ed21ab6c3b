import type * as z from 'zod/mini';
import type { Language } from '../../shared/languages.ts';
import type { ExpectedWait } from '../../shared/describe-translation.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import type { StreamNews } from '../../shared/read-translation.ts';
import type { enginesSchema } from '../../shared/server-information.ts';
import type { EventData } from '../../shared/translation-event.ts';

/** A language as a picker shows it. */
export interface LanguageChoice extends Pick<Language, 'tag' | 'own' | 'direction'> {
  /** In the language of the interface. */
  name: string;
}

/** A text that somebody wants translated. */
export interface Job {
  text: string;
  /** BCP 47 tags of the languages that the reader chose for this text: the one it is in, and the one to translate it into. */
  source?: string | undefined;
  chosen?: string | undefined;
  /** Whoever asks by the keyboard goes on with it: the view takes the focus. */
  byKeyboard?: boolean;
  /** From a private window: nothing of it may be kept. */
  isPrivate?: boolean;
}

/** Which engine translates, with which model. */
export type EngineChoice = Pick<EventData<'start'>, 'engine' | 'model'>;

/** What happens while a translation runs. An obstacle of `undefined` is one that has gone. */
export type RunMessage = StreamNews | { type: 'obstacle'; obstacle: Obstacle | undefined };

/** The same, and what earlier ones tell of it. */
export type ToldMessage = RunMessage | { type: 'wait'; wait: ExpectedWait };

/** How the server does that the settings name: who would translate now, or why nobody would. */
export type ServerStatus = ({ kind: 'ready' } & EngineChoice) | Obstacle;

/** An engine of the server, as `GET /v1/engines` tells it. */
export type EngineOption = Pick<
  z.infer<typeof enginesSchema>['engines'][number],
  'name' | 'available' | 'chosen' | 'defaultModel' | 'models'
>;

/** Goes to every page of the extension, because a port may be gone: a job waits for the view of that name to connect. */
export interface JobWaitingMessage {
  type: 'job-waiting';
  view: string;
}

/**
 * What the background tells a view: `hello` first, with the tag of the language to translate into, all languages, and the tags of those that
 * were chosen last; then a `job` when one is waiting, then answers under the key they belong to.
 */
export type BackgroundMessage =
  | {
      type: 'hello';
      target: string;
      languages: readonly LanguageChoice[];
      recent: readonly string[];
      /** Whether the reader wants to see source texts too. */
      showsOriginal: boolean;
    }
  | { type: 'job'; job: Job }
  | { type: 'server-status'; status: ServerStatus; engines: readonly EngineOption[]; key: string }
  | (ToldMessage & { key: string });
