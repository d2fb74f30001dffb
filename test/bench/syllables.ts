/** Made-up names that look like names: enough different ones for packs of any size. */
import type { Random } from './random';

const ONSETS = [
  'B',
  'D',
  'F',
  'G',
  'H',
  'K',
  'L',
  'M',
  'N',
  'P',
  'R',
  'S',
  'T',
  'V',
  'W',
  'Br',
  'Dr',
  'Gr',
  'Kr',
  'Pl',
  'Sch',
  'St',
  'Tr',
  'Vl',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ei', 'au'];
const CODAS = ['', '', 'l', 'm', 'n', 'r', 's', 'rd', 'lt', 'nk', 'sk'];
const SURNAME_ENDS = ['ov', 'in', 'mann', 'berg', 'ski', 'ero', 'son', 'ley', 'ard', 'ini'];
const PLACE_ENDS = ['burg', 'grad', 'ville', 'ton', 'haven', 'stadt', 'polis', 'feld'];
const GIVEN_ENDS = ['o', 'us', 'an', 'ert', 'el'];

export class Names {
  private readonly used = new Set<string>();

  constructor(private readonly random: Random) {}

  given(): string {
    return this.syllables(1) + this.random.of(GIVEN_ENDS);
  }

  /** Another one each time. */
  surname(): string {
    return this.unused(() => this.syllables(2) + this.random.of(SURNAME_ENDS));
  }

  /** Another one each time. */
  place(): string {
    return this.unused(() => this.syllables(2) + this.random.of(PLACE_ENDS));
  }

  private unused(make: () => string): string {
    for (;;) {
      const name = make();
      if (this.used.has(name)) continue;
      this.used.add(name);
      return name;
    }
  }

  private syllables(count: number): string {
    let name = '';
    for (let each = 0; each < count; each++) name += this.random.of(ONSETS) + this.random.of(VOWELS) + this.random.of(CODAS);
    return name[0] + name.slice(1).toLowerCase();
  }
}
