import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isExtensionOrigin } from './origin-rules.ts';

/** An extension that somebody allowed on the page `/pair`. */
export interface PairedExtension {
  origin: string;
  /** ISO 8601, UTC. */
  allowedAt: string;
}

const contentSchema = z.object({
  // A hand-written web origin in the file must not open the server to a page.
  extensions: z.array(
    z.object({ origin: z.string().refine(isExtensionOrigin), allowedAt: z.iso.datetime() }),
  ),
});

export interface PairedExtensionsFile {
  readonly path: string;
  /** Undefined when there is none yet, or none that can be read as such: that one is set aside, with a warning. Throws what the disk says. */
  read(): PairedExtension[] | undefined;
  /** Replaces it whole: a reader, another server too, sees the old or the new one and never a part. Throws what the disk says. */
  write(extensions: readonly PairedExtension[]): void;
}

/** The memory of who may call, in the data folder. It is a few lines long and touched when a person clicks, so reading waits for the disk. */
export function createPairedExtensionsFile(
  dataDir: string,
  warn: (sentence: string) => void,
): PairedExtensionsFile {
  const file = path.join(dataDir, 'paired-extensions.json');

  function setAside(): void {
    const aside = `${file}.unreadable-${randomUUID()}`;
    renameSync(file, aside);
    warn(`The list of paired extensions could not be understood and was moved to ${aside}; pair them again.`);
  }

  return {
    path: file,
    read() {
      const content = readIfThere(file);
      if (content === undefined) return undefined;
      const extensions = parseContent(content);
      if (!extensions) setAside();
      return extensions;
    },
    write(extensions) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      replaceFile(file, `${JSON.stringify({ extensions }, undefined, 2)}\n`);
    },
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parseContent(content: string): PairedExtension[] | undefined {
  try {
    return contentSchema.parse(JSON.parse(content)).extensions;
  } catch {
    return undefined;
  }
}

function replaceFile(file: string, content: string): void {
  const fresh = `${file}.${randomUUID()}.new`;
  try {
    writeFileSync(fresh, content, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}
