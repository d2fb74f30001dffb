/** A map that forgets what has not been asked for in a while: for what is dear to work out and soon no longer wanted. */

export class Recent<K, V> {
  private young = new Map<K, V>();
  private old = new Map<K, V>();

  /** The last `capacity` keys are kept, and at most as many again. */
  constructor(private readonly capacity: number) {}

  get(key: K): V | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: K, value: V): void {
    if (this.young.size >= this.capacity) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, value);
  }
}
