import type { Language } from '../../shared/languages.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import type { StreamNews } from '../../shared/read-translation.ts';

/** A language as a picker shows it. */
export type LanguageChoice = Pick<Language, 'tag' | 'english' | 'own' | 'direction'>;

/** A text that somebody wants translated. */
export interface Job {
  text: string;
}

/** What happens while a translation runs. An obstacle of `undefined` is one that has gone. */
export type RunMessage = StreamNews | { type: 'obstacle'; obstacle: Obstacle | undefined };

/** What the background tells a view: `hello` first, then a `job` when one is waiting, then answers under the key they belong to. */
export type BackgroundMessage =
  | { type: 'hello'; target: string; languages: readonly LanguageChoice[] }
  | { type: 'job'; job: Job }
  | (RunMessage & { key: string });
