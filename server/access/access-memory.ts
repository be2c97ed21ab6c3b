import { TranslationError } from '../../shared/translation-error.ts';
import { emptyAccessList, type AccessList } from './access-list.ts';
import type { AccessListFile } from './access-list-file.ts';

/** A change of the list that may be made twice: the second time it changes nothing. */
export type Alteration = (list: AccessList) => AccessList;

/** Who may call, as the file says now: looked up at each request, written at each change. */
export class AccessMemory {
  readonly #file: AccessListFile;
  readonly #warn: (sentence: string) => void;
  #known = emptyAccessList;
  /** Of the file that `#known` was read from; undefined: it must be read. */
  #stamp: string | undefined;
  /** Changes that the disk did not take: they hold whatever the file says. */
  #unsaved: Alteration[] = [];
  #complaint: string | undefined;

  constructor(file: AccessListFile, warn: (sentence: string) => void) {
    this.#file = file;
    this.#warn = warn;
    this.get();
  }

  /** Reads the file again when it is another one than before; asks the disk only for that. */
  get(): AccessList {
    try {
      this.#readAgain();
      this.#complaint = undefined;
    } catch (error) {
      this.#complain(getDiskReason(error));
    }
    return this.#known;
  }

  /** Throws `internal` when the file can't be written; it holds until the server stops all the same. */
  change(alter: Alteration): void {
    this.#known = alter(this.#known);
    try {
      this.#save(alter);
    } catch (error) {
      throw createSaveError(this.#file.path, error);
    }
  }

  /** Alters what the file says now: another server may have written in between. */
  #save(alter: Alteration): void {
    this.#unsaved.push(alter);
    this.#known = this.#file.update((list) => (list ? this.#applyUnsaved(list) : this.#known));
    this.#unsaved = [];
    this.#stamp = this.#file.getStamp();
  }

  #readAgain(): void {
    const latest = this.#file.getStamp();
    if (latest === this.#stamp) return;
    const list = this.#file.read();
    if (list) this.#known = this.#applyUnsaved(list);
    else this.#restore(this.#known);
    this.#stamp = list ? latest : this.#file.getStamp();
  }

  /** A file that broke was set aside: what it said before still holds, as a person wanted it. */
  #restore(known: AccessList): void {
    if (known !== emptyAccessList) this.#save(() => known);
  }

  #applyUnsaved(list: AccessList): AccessList {
    return this.#unsaved.reduce((altered, alter) => alter(altered), list);
  }

  /** Once for each reason: reading is tried again at each request, for what others revoke must not go unseen. */
  #complain(reason: string): void {
    if (this.#complaint === reason) return;
    this.#complaint = reason;
    this.#warn(
      `Who may call, kept in ${this.#file.path}, can't be read (${reason}), so that nobody is allowed but those it named before.`,
    );
  }
}

function createSaveError(path: string, cause: unknown): TranslationError {
  return new TranslationError(
    'internal',
    `This holds only until the server stops: ${path} can't be written (${getDiskReason(cause)}).`,
    { hint: 'Make the data folder writable, or start the server with --data-dir and another one.', cause },
  );
}

/** What the disk said, in a word or two. */
export function getDiskReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
