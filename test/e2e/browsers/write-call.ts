/**
 * The source of a call of `run`, its answer as JSON, for browsers to evaluate. `run` is taken by its source: it can't see anything
 * around it. `target` is the source of its first argument, when that exists only in the browser.
 */
export function writeCall(run: (...words: never[]) => unknown, argument: unknown, target?: string): string {
  const words = [
    ...(target === undefined ? [] : [target]),
    argument === undefined ? '' : JSON.stringify(argument),
  ];
  return `Promise.resolve((${String(run)})(${words.join(', ')})).then((result) => JSON.stringify(result))`;
}

/** The source of a function that calls `run` with `this`, an object that exists only in the browser, and answers as above. */
export function writeMethod(run: (...words: never[]) => unknown, argument: unknown): string {
  return `function () { return ${writeCall(run, argument, 'this')}; }`;
}

/** What a browser answered to `writeCall`; no value stands for undefined, which JSON lacks. */
export function readAnswer(answer: unknown): unknown {
  return typeof answer === 'string' ? (JSON.parse(answer) as unknown) : undefined;
}
