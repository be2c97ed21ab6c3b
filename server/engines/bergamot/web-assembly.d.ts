/** What is used of WebAssembly: TypeScript declares it only together with the whole DOM, and Node's types do not. */
declare namespace WebAssembly {
  type Instance = object;
  type Imports = Record<string, object>;
  function instantiate(bytes: Uint8Array, imports: Imports): Promise<{ instance: Instance }>;
}
