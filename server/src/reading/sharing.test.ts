import { describe, expect, it } from 'vitest';
import type { FactFrame } from './facts';
import { SharedWeights } from './sharing';

const fact = (key: string) => ({ key }) as FactFrame;
const [storm, siege, truce] = [fact('storm'), fact('siege'), fact('truce')];
const features = new Map([
  ['p:ney', [siege, storm]],
  ['w:wall', [storm]],
  ['c:fight', [truce, siege, storm]],
]);
const weights: Record<string, number> = { 'p:ney': 2, 'w:wall': 3, 'c:fight': 1 };
const shared = new SharedWeights([storm, siege, truce], features, (feature) => weights[feature] ?? 0);
const keys = (facts: readonly FactFrame[]) => facts.map(({ key }) => key);

describe('what facts share with a clause', () => {
  it('is added up, and is nothing once it was taken', () => {
    for (const feature of ['p:ney', 'w:wall', 'w:unheard']) shared.add(feature);
    expect(shared.count).toBe(2);
    expect(shared.most).toBe(storm);
    const told: number[] = [];
    expect(keys(shared.take((weight) => told.push(weight) > 0))).toEqual(['siege', 'storm']);
    expect(told).toEqual([2, 5]);
    expect(shared.count).toBe(0);
    expect(shared.most).toBeUndefined();
    shared.add('p:ney');
    expect(keys(shared.take((weight) => weight > 2))).toEqual([]);
  });

  it('is counted of a common feature only beside another', () => {
    shared.add('w:wall');
    shared.add('c:fight', 2);
    expect(keys(shared.take((weight) => weight > 3))).toEqual(['storm']);
    shared.add('c:fight', 3);
    expect(keys(shared.take((_, each) => each() !== siege))).toEqual(['truce', 'storm']);
  });
});
