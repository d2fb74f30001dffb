/** The dated facts by the years that their accepted dates lie in, so that what falls in a span is found without a look at all others. */
import type { FactDate } from '../chapter/model';
import { fromDayNumber, overlaps, type Span } from '../time/index';
import { once } from './once';
import { Recent } from './recent';

/** Longer spans, in years, are looked at each time. */
const MOST_YEARS = 12;

interface Datable {
  readonly date: FactDate | null;
}

export class FactsByTime<Fact extends Datable> {
  private readonly byYear = new Map<number, Fact[]>();
  private readonly long: Fact[] = [];
  /** The order of the frames. */
  private readonly order = new Map<Fact, number>();
  /** A text asks for its few dates again and again. */
  private readonly asked = new Recent<string, readonly Fact[]>(32);

  constructor(private readonly frames: readonly Fact[]) {
    frames.forEach((frame, index) => {
      if (!frame.date) return;
      this.order.set(frame, index);
      const spans = acceptedSpans(frame);
      if (spans.some((span) => yearsOf(span) === null)) this.long.push(frame);
      else
        for (const year of new Set(spans.flatMap((span) => yearsOf(span)!))) {
          const list = this.byYear.get(year);
          if (list) list.push(frame);
          else this.byYear.set(year, [frame]);
        }
    });
  }

  /** The facts of which some accepted date shares a day with one of the spans, in the order of the frames. */
  within(spans: readonly Span[]): readonly Fact[] {
    return once(this.asked, spans.map(({ first, last }) => `${first} ${last}`).join(), () => this.find(spans));
  }

  private find(spans: readonly Span[]): readonly Fact[] {
    const years = spans.map(yearsOf);
    const near = years.every((each) => each !== null)
      ? [...new Set([...this.long, ...years.flatMap((each) => each!.flatMap((year) => this.byYear.get(year) ?? []))])]
      : this.frames.filter(({ date }) => date !== null);
    return near
      .filter((frame) => acceptedSpans(frame).some((own) => spans.some((span) => overlaps(own, span))))
      .sort((a, b) => this.order.get(a)! - this.order.get(b)!);
  }
}

const acceptedSpans = ({ date }: Datable): readonly Span[] =>
  date!.alternatives.length === 0 ? date!.value.spans : [...date!.value.spans, ...date!.alternatives.flatMap(({ value }) => value.spans)];

/** The years that a span touches; null where they are many, or without end. */
function yearsOf({ first, last }: Span): number[] | null {
  if (!Number.isFinite(first) || !Number.isFinite(last)) return null;
  const from = fromDayNumber('gregorian', first).year;
  const to = fromDayNumber('gregorian', last).year;
  return to - from >= MOST_YEARS ? null : Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
