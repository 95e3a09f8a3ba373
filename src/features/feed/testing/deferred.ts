/** A promise that ends when the test says so. */
export interface Deferred<Value> { readonly promise: Promise<Value>; resolve(value: Value): void; reject(error: Error): void }

export function deferred<Value>(): Deferred<Value> {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
