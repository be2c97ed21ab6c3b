/**
 * Origins of the extension's Chromium builds, which may call without pairing. A Chromium id follows from the public key: the one here
 * from `key` in manifest.json, which only builds loaded by hand carry. Firefox makes up an origin per installation, so there
 * is none to list.
 */
export const extensionOrigins: readonly string[] = ['chrome-extension://pgohcbbmlljffhlopimkijimdmkbgdnd'];
