/** T with `undefined` allowed for the keys that may be absent. */
type Loose<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: T[K] | undefined } & {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
};

/** The value without its undefined keys, so that an optional key is either absent or sound. */
export function defined<T extends object>(value: Loose<T>): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
