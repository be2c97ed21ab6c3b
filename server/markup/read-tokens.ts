import { defaultTreeAdapter, html as namespaces, InsertionMode, Parser, Tokenizer } from 'parse5';
import type { DefaultTreeAdapterMap, Token, TokenHandler } from 'parse5';
import { createLimitedTree, TooTangled } from './limited-tree.ts';

type Element = DefaultTreeAdapterMap['element'];

/** A token of HTML and what the parser made of it. Tokens are in order; the bytes between two of them mean nothing. */
export interface MarkupToken {
  /** `rest`: what is too tangled to be read. */
  type: 'text' | 'start' | 'end' | 'comment' | 'doctype' | 'rest';
  /** UTF-16 offsets. */
  start: number;
  end: number;
  /** Name of a tag, in small letters; else empty. */
  name: string;
  attributes: readonly Token.Attribute[];
  /** Characters with their references decoded, without NUL, which parsers drop; empty for all but `text`. */
  text: string;
  /** Whether tags are letters here, as in a title. */
  isRaw: boolean;
  /** Whether a start tag left an element open. */
  isOpen: boolean;
  /** Index of the token at which that element was closed; undefined when it never was. */
  closedAt: number | undefined;
  /**
   * Whether the parser did with a tag what it says and no more: a start tag made its element, an end tag closed the one that was opened last. Else
   * it moved, closed or repeated others, or ignored the tag.
   */
  isPlain: boolean;
  /** What the parser would open again before and behind the token; the same object means that nothing changed. */
  formatting: { before: object | null; after: object | null };
}

/**
 * Reads HTML of any kind as a browser does, into its tokens. parse5's own tree does not show tags that have no effect, so its tokenizer
 * is listened to while its parser works.
 */
export function readTokens(html: string): MarkupToken[] {
  const reader = new TokenReader(html.length);
  try {
    reader.read(html);
  } catch (thrown) {
    if (!(thrown instanceof TooTangled)) throw thrown;
    reader.addRest();
  }
  return reader.tokens;
}

class TokenReader {
  readonly tokens: MarkupToken[] = [];
  readonly #htmlChars: number;
  readonly #parser: Parser<DefaultTreeAdapterMap>;
  readonly #openers = new Map<Element, MarkupToken>();
  #created: Element[] = [];
  #closed: Element[] = [];

  constructor(htmlChars: number) {
    this.#htmlChars = htmlChars;
    const treeAdapter = {
      ...createLimitedTree(htmlChars, (element) => this.#created.push(element)),
      onItemPop: (element: Element) => {
        this.#closed.push(element);
      },
    };
    // In any other place than a body some elements would be ignored or hidden until a table begins.
    const body = defaultTreeAdapter.createElement('body', namespaces.NS.HTML, []);
    this.#parser = Parser.getFragmentParser(body, { treeAdapter });
  }

  read(html: string): void {
    const parser = this.#parser;
    const note =
      <T extends Token.Token>(type: MarkupToken['type'], parse: (token: T) => void) =>
      (token: T): void => {
        this.#add(token, type, parse);
      };
    const handler: TokenHandler = {
      onCharacter: note('text', (token) => {
        parser.onCharacter(token);
      }),
      onWhitespaceCharacter: note('text', (token) => {
        parser.onWhitespaceCharacter(token);
      }),
      onNullCharacter: note('text', (token) => {
        parser.onNullCharacter(token);
      }),
      onStartTag: note('start', (token) => {
        parser.onStartTag(token);
      }),
      onEndTag: note('end', (token) => {
        parser.onEndTag(token);
      }),
      onComment: note('comment', (token) => {
        parser.onComment(token);
      }),
      onDoctype: note('doctype', (token) => {
        parser.onDoctype(token);
      }),
      onEof: (token) => {
        parser.onEof(token);
      },
    };
    parser.tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
    parser.tokenizer.write(html, true);
  }

  addRest(): void {
    const start = this.tokens.at(-1)?.end ?? 0;
    this.tokens.push({ ...emptyToken, type: 'rest', start, end: this.#htmlChars });
  }

  #add<T extends Token.Token>(token: T, type: MarkupToken['type'], parse: (token: T) => void): void {
    const { activeFormattingElements, insertionMode } = this.#parser;
    const before = activeFormattingElements.newest;
    this.#created = [];
    this.#closed = [];
    parse(token);
    const added: MarkupToken = {
      ...emptyToken,
      type,
      start: token.location?.startOffset ?? 0,
      end: token.location?.endOffset ?? 0,
      ...('tagName' in token && { name: token.tagName, attributes: token.attrs }),
      ...('chars' in token && { text: token.chars.replaceAll('\0', '') }),
      isRaw: type === 'text' && insertionMode === InsertionMode.TEXT,
      formatting: { before, after: activeFormattingElements.newest },
    };
    this.#noteClosed();
    if (type === 'start') this.#judgeStart(added);
    if (type === 'end') this.#judgeEnd(added);
    this.tokens.push(added);
  }

  #noteClosed(): void {
    for (const element of this.#closed) {
      const opener = this.#openers.get(element);
      if (opener) opener.closedAt ??= this.tokens.length;
    }
  }

  #judgeStart(token: MarkupToken): void {
    const made = this.#created.at(-1);
    // Names of foreign elements have capitals in the tree.
    if (made?.tagName.toLowerCase() !== token.name) return;
    token.isPlain = this.#created.length === 1 && this.#closed.length === 0;
    token.isOpen = this.#parser.openElements.current === made;
    if (token.isOpen) this.#openers.set(made, token);
  }

  #judgeEnd(token: MarkupToken): void {
    const [closed] = this.#closed;
    token.isPlain =
      this.#created.length === 0 && this.#closed.length === 1 && closed?.tagName.toLowerCase() === token.name;
  }
}

const emptyToken: MarkupToken = {
  type: 'text',
  start: 0,
  end: 0,
  name: '',
  attributes: [],
  text: '',
  isRaw: false,
  isOpen: false,
  closedAt: undefined,
  isPlain: false,
  formatting: { before: null, after: null },
};
