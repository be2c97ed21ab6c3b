import { vi } from 'vitest';

/** An event of the browser's interface; `fire` makes it happen. */
class FakeEvent<Values extends unknown[]> {
  readonly #listeners = new Set<(...values: Values) => unknown>();

  addListener(listener: (...values: Values) => unknown): void {
    this.#listeners.add(listener);
  }

  removeListener(listener: (...values: Values) => unknown): void {
    this.#listeners.delete(listener);
  }

  hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  fire(...values: Values): void {
    for (const listener of this.#listeners) listener(...values);
  }
}

/** One end of a connection between a view and the background; the test holds the other end. */
export class FakePort {
  readonly name: string;
  readonly sender: { url?: string; tab?: { id: number; incognito: boolean } };
  readonly onMessage = new FakeEvent<[unknown]>();
  readonly onDisconnect = new FakeEvent<[]>();
  /** What was posted into this end. */
  readonly posted: unknown[] = [];
  isConnected = true;

  constructor(name: string, sender: FakePort['sender'] = {}) {
    this.name = name;
    this.sender = sender;
  }

  postMessage(message: unknown): void {
    if (!this.isConnected) throw new Error('Attempting to use a disconnected port object');
    // As on the way between two processes.
    this.posted.push(structuredClone(message));
  }

  disconnect(): void {
    this.isConnected = false;
  }

  /** The other end goes: its page was closed or its worker died. */
  lose(): void {
    this.isConnected = false;
    this.onDisconnect.fire();
  }
}

/** The parts of the browser that the extension's logic touches, in memory. Put in place by `installFakeBrowser`. */
export interface FakeBrowser {
  stored: Record<string, unknown>;
  /** What is kept until the browser ends. */
  session: Record<string, unknown>;
  mayCallServer: boolean;
  /** What the last question after a permission was for. */
  askedOrigins: readonly string[];
  permissionAdded: FakeEvent<[]>;
  /** Something that is kept on this computer has changed. */
  storageChanged: FakeEvent<[]>;
  /** Addresses of opened tabs and windows; `options` for the options page. */
  opened: string[];
  /** What pages are asked for in, the first first. */
  languages: string[];
  /** Whether the window that is used is a private one. */
  isPrivate: boolean;
  /** Of the ports that `runtime.connect` made, the newest last. */
  ports: FakePort[];
  /** Whether the extension is still the one that started this script. */
  isAlive: boolean;
  /** What was sent to all pages. */
  sent: unknown[];
}

/** Stands in for the browser from now on. Before the extension's modules are imported: they take hold of it at once. */
export function installFakeBrowser(): FakeBrowser {
  const fake: FakeBrowser = {
    stored: {},
    session: {},
    mayCallServer: true,
    askedOrigins: [],
    permissionAdded: new FakeEvent(),
    storageChanged: new FakeEvent(),
    opened: [],
    languages: ['en-GB'],
    isPrivate: false,
    ports: [],
    isAlive: true,
    sent: [],
  };
  const api = {
    storage: {
      local: {
        onChanged: fake.storageChanged,
        get: () => Promise.resolve({ ...fake.stored }),
        set: (changed: object) => Promise.resolve(void Object.assign(fake.stored, changed)),
        remove: (names: readonly string[]) => {
          for (const name of names) Reflect.deleteProperty(fake.stored, name);
          return Promise.resolve();
        },
      },
      session: {
        get: () => Promise.resolve({ ...fake.session }),
        set: (changed: object) => Promise.resolve(void Object.assign(fake.session, changed)),
        remove: (name: string) => Promise.resolve(void Reflect.deleteProperty(fake.session, name)),
      },
    },
    permissions: {
      contains: ({ origins }: { origins: readonly string[] }) => {
        fake.askedOrigins = origins;
        return Promise.resolve(fake.mayCallServer);
      },
      onAdded: fake.permissionAdded,
    },
    i18n: { getAcceptLanguages: () => Promise.resolve(fake.languages) },
    windows: {
      getCurrent: () => Promise.resolve({ incognito: fake.isPrivate }),
      getLastFocused: () => Promise.resolve({ incognito: fake.isPrivate }),
      create: ({ url }: { url: string }) => Promise.resolve({ id: fake.opened.push(url) }),
    },
    tabs: { create: ({ url }: { url: string }) => Promise.resolve(void fake.opened.push(url)) },
    runtime: createRuntime(fake),
  };
  // The polyfill wants to see both before it takes `browser` as it is.
  vi.stubGlobal('chrome', api);
  vi.stubGlobal('browser', api);
  return fake;
}

function createRuntime(fake: FakeBrowser): object {
  return {
    get id() {
      return fake.isAlive ? 'extension' : undefined;
    },
    connect: ({ name }: { name: string }) => {
      const port = new FakePort(name);
      fake.ports.push(port);
      return port;
    },
    getPlatformInfo: () => Promise.resolve({}),
    getURL: (path: string) => `extension://id/${path}`,
    openOptionsPage: () => Promise.resolve(void fake.opened.push('options')),
    sendMessage: (message: unknown) => Promise.resolve(void fake.sent.push(message)),
  };
}
