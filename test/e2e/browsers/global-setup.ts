import type { TestProject } from 'vitest/node';

import { browserPrograms, type BrowserProgram } from '../../../scripts/programs/known-programs.ts';
import { providePrograms } from '../../../scripts/programs/provide-programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    programs: Record<BrowserProgram, string>;
  }
}

/** Fails the whole run, before any test, when a program can't be had: a browser that isn't there must not look like a pass. */
export default function setup(project: TestProject): void {
  project.provide('programs', providePrograms(browserPrograms));
}
