/** A promise with what settles it; `Promise.withResolvers` of Node 22, for the command line on Node 20. */
export type Deferred<T> = {
  promise: Promise<T>;
  resolve(value: T): void;
  reject(reason: unknown): void;
};

export function createDeferred<T>(): Deferred<T> {
  let settle: Omit<Deferred<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  // The executor has run by now.
  return { promise, ...(settle as unknown as Omit<Deferred<T>, 'promise'>) };
}
