/** A block as read, moved to where it stands now: what was read in it is kept, its places are worked out when asked for. */
import type { BlockKind } from '../notes/model';
import type { BlockContent, BlockReading, DateClaim, DatedMention, FactMention, Mention, SentenceReading } from './model';
import { once } from './once';

/** Where to find, in the document of now, a date that a line has from the heading or label above it. */
export type DateAbove = (mention: DatedMention) => DatedMention;

export class PlacedBlock implements BlockReading {
  private readonly by: number;
  private moved: Map<DatedMention, DatedMention> | undefined;
  private knownSentences: readonly SentenceReading[] | undefined;
  private knownMentions: readonly Mention[] | undefined;
  private knownDates: readonly DatedMention[] | undefined;

  /** `start` and `index` are those of the block now. */
  constructor(
    private readonly content: BlockContent,
    start: number,
    private readonly index: number,
    private readonly dateAbove: DateAbove,
  ) {
    this.by = start - content.block.start;
  }

  get kind(): BlockKind {
    return this.content.kind;
  }

  get level(): number {
    return this.content.level;
  }

  get sentences(): readonly SentenceReading[] {
    this.knownSentences ??= this.content.sentences.map((sentence) => this.sentence(sentence));
    return this.knownSentences;
  }

  get mentions(): readonly Mention[] {
    this.knownMentions ??= this.isAtHome
      ? this.content.mentions
      : this.content.mentions.map((mention) => (mention.kind === 'date' ? this.date(mention) : this.fact(mention)));
    return this.knownMentions;
  }

  get dates(): readonly DatedMention[] {
    this.knownDates ??= this.isAtHome ? this.content.dates : this.content.dates.map((mention) => this.date(mention));
    return this.knownDates;
  }

  get settings(): readonly DatedMention[] {
    return this.content.settings.map((mention) => this.date(mention));
  }

  private get isAtHome(): boolean {
    return this.by === 0 && this.index === this.content.index;
  }

  /** The block's own date, here. */
  date(mention: DatedMention): DatedMention {
    if (this.isAtHome) return mention;
    this.moved ??= new Map();
    return once(this.moved, mention, () => {
      const [start, end] = [mention.start + this.by, mention.end + this.by];
      return { ...mention, start, end, block: this.index, date: { ...mention.date, start, end } };
    });
  }

  private fact(mention: FactMention): FactMention {
    const { by } = this;
    const slip = mention.slip && { ...mention.slip, start: mention.slip.start + by, end: mention.slip.end + by };
    return { ...mention, start: mention.start + by, end: mention.end + by, block: this.index, ...(slip ? { slip } : {}) };
  }

  private sentence(sentence: SentenceReading): SentenceReading {
    const { by, index } = this;
    const setting = sentence.setting && this.setting(sentence.setting);
    if (this.isAtHome && setting === sentence.setting) return sentence;
    return {
      ...sentence,
      block: index,
      start: sentence.start + by,
      end: sentence.end + by,
      dates: this.isAtHome ? sentence.dates : sentence.dates.map((claim) => this.claim(claim)),
      setting,
    };
  }

  private claim(claim: DateClaim): DateClaim {
    return { ...claim, mention: this.date(claim.mention), ...(claim.rangeEnd ? { rangeEnd: this.date(claim.rangeEnd) } : {}) };
  }

  /** The block's own date, or that of a heading or label, which moves by itself. */
  private setting(claim: DateClaim): DateClaim {
    const mention = this.content.dates.includes(claim.mention) ? this.date(claim.mention) : this.dateAbove(claim.mention);
    return mention === claim.mention ? claim : { ...claim, mention };
  }
}
