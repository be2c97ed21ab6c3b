import { TranslationError } from '../../shared/translation-error.ts';
import type { PairedExtension, PairedExtensionsFile } from './paired-extensions-file.ts';

/** The extensions that a person allowed: read once, looked up at each request, written at each change. */
export interface PairedExtensions {
  has(origin: string): boolean;
  list(): readonly PairedExtension[];
  /** Throws `internal` when the file can't be written; it holds until the server stops all the same. */
  add(extension: PairedExtension): void;
  /** As `add`. */
  remove(origin: string): void;
}

export function createPairedExtensions(
  file: PairedExtensionsFile,
  warn: (sentence: string) => void,
): PairedExtensions {
  let extensions = readAtStart(file, warn);

  /** Alters what the file says now, not what it said at start: another server may have written in between. */
  function change(alter: (list: readonly PairedExtension[]) => PairedExtension[]): void {
    const known = extensions;
    extensions = alter(known);
    try {
      extensions = alter(file.read() ?? known);
      file.write(extensions);
    } catch (error) {
      throw createSaveError(file.path, error);
    }
  }

  return {
    has: (origin) => extensions.some((one) => one.origin === origin),
    list: () => extensions,
    add(extension) {
      change((list) => [...list.filter(({ origin }) => origin !== extension.origin), extension]);
    },
    remove(origin) {
      change((list) => list.filter((one) => one.origin !== origin));
    },
  };
}

function readAtStart(file: PairedExtensionsFile, warn: (sentence: string) => void): PairedExtension[] {
  try {
    return file.read() ?? [];
  } catch (error) {
    warn(
      `The paired extensions in ${file.path} can't be read (${getReason(error)}), so that none is allowed.`,
    );
    return [];
  }
}

function createSaveError(path: string, cause: unknown): TranslationError {
  return new TranslationError(
    'internal',
    `This holds only until the server stops: ${path} can't be written (${getReason(cause)}).`,
    { hint: 'Make the data folder writable, or start the server with --data-dir and another one.', cause },
  );
}

function getReason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
