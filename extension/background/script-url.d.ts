/** A script built by crxjs into one classic file, for `scripting.executeScript`; the import gives its path in the extension. */
declare module '*?script&iife' {
  const path: string;
  export default path;
}
