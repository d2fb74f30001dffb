/** Which facts share features with a clause, and how much. */

/** What so many facts have tells none of them from the others. */
const EVERYWHERE = 5000;

/** Adds up, for one clause after the other, what each fact shares with it: in an array that is used again, for a pack may have a hundred thousand facts. */
export class SharedWeights<Fact> {
  private readonly weights: Float64Array;
  private readonly places: ReadonlyMap<Fact, number>;
  /** By feature, the places of the facts that have it. */
  private readonly postings = new Map<string, Int32Array>();
  /** Places of the facts that share anything, in the order in which they came up. */
  private touched: number[] = [];

  constructor(
    private readonly facts: readonly Fact[],
    private readonly byFeature: ReadonlyMap<string, readonly Fact[]>,
    private readonly weight: (feature: string) => number,
  ) {
    this.weights = new Float64Array(facts.length);
    this.places = new Map(facts.map((fact, place) => [fact, place]));
  }

  /** A feature of the clause. Where more than `few` facts have it, it counts only for those that share something already. */
  add(feature: string, few = EVERYWHERE): void {
    const weight = this.weight(feature);
    if (weight === 0) return;
    const places = this.placesOf(feature);
    const countsAlone = places.length <= few;
    for (const place of places) {
      const known = this.weights[place]!;
      if (known === 0) {
        if (!countsAlone) continue;
        this.touched.push(place);
      }
      this.weights[place] = known + weight;
    }
  }

  /** How many facts share anything. */
  get count(): number {
    return this.touched.length;
  }

  /** The fact that shares most, of several the first; undefined where none shares anything. */
  get most(): Fact | undefined {
    let most: number | undefined;
    for (const place of this.touched) if (most === undefined || this.weights[place]! > this.weights[most]!) most = place;
    return most === undefined ? undefined : this.facts[most];
  }

  /** The facts that share at least so much, in the order in which they came up; then nothing is shared any more. */
  take(isEnough: (weight: number, fact: () => Fact) => boolean): Fact[] {
    const taken = this.touched.filter((place) => isEnough(this.weights[place]!, () => this.facts[place]!));
    for (const place of this.touched) this.weights[place] = 0;
    this.touched = [];
    return taken.map((place) => this.facts[place]!);
  }

  private placesOf(feature: string): Int32Array {
    let places = this.postings.get(feature);
    if (!places) {
      places = Int32Array.from(this.byFeature.get(feature) ?? [], (fact) => this.places.get(fact)!);
      this.postings.set(feature, places);
    }
    return places;
  }
}
