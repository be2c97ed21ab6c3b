import type { TestProject } from 'vitest/node';

import { serverPrograms, type ServerProgram } from '../../scripts/programs/known-programs.ts';
import { providePrograms } from '../../scripts/programs/provide-programs.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverPrograms: Record<ServerProgram, string>;
  }
}

/** Fails the whole run, before any test, when a program can't be had. */
export default function setup(project: TestProject): void {
  project.provide('serverPrograms', providePrograms(serverPrograms));
}
