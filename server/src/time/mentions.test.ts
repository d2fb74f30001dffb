import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, parseEdtf, readDates, writeDate } from './index';

/** Pieces that dates are made of, and what stands between them. */
const PIECE = fc.constantFrom(
  ..."the a of in on from to between and or , . – - / ( ) : ; \n \n\n ' ’ ~ 1 5 21 31 39 1924 1929 24 29 492 1,924 5th 21st 1920s 20s BC B.C. AD c. about early mid late end beginning first second half week January Jan. May March Oct Nov Sunday Mon spring winter summer Christmas New Year Day Eve year month day decade century twenties nineteenth two three several later earlier after before that this same following next previous last ago on had until since would Lenin died XII I old style O.S. Ünï 😀 anniversary per long".split(
    ' ',
  ),
  ' ',
);
const TEXT = fc
  .array(fc.tuple(PIECE, fc.constantFrom(' ', '', '  ')), { maxLength: 40 })
  .map((pieces) => pieces.map(([piece, gap]) => piece + gap).join(''));
const PERIOD = { first: -20_000, last: -14_000 };
const CALENDARS = [{ calendar: 'julian' as const, until: -18_948 }];

describe('mentions', () => {
  it('keep their promises in any text', () => {
    fc.assert(
      fc.property(TEXT, fc.boolean(), fc.boolean(), (text, known, timelineHead) => {
        const mentions = readDates(
          text,
          known ? { anchor: parseEdtf('1926-05'), period: PERIOD, calendars: CALENDARS, timelineHead } : { timelineHead },
        );
        let end = 0;
        for (const [i, mention] of mentions.entries()) {
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.end).toBeLessThanOrEqual(text.length);
          end = mention.end;
          // The form is the text, but for fields without width.
          const written = mention.form.parts
            .map((p) =>
              p.kind === 'literal' ? p.text : /^understood /.test(p.style) ? '' : p.style.replace(/^(?:next|either|padded) /, ''),
            )
            .join('');
          expect(written).toBe(text.slice(mention.start, mention.end));
          if (mention.rangePartner !== undefined) {
            expect(Math.abs(mention.rangePartner - i)).toBe(1);
            expect(mentions[mention.rangePartner]!.rangePartner).toBe(i);
          }
          const { value, relative } = mention;
          if (relative?.anchor !== undefined) expect(mentions[relative.anchor]!.kind).toBe('date');
          if (mention.kind === 'duration') {
            expect(value).toBeNull();
            expect(mention.duration!.min).toBeLessThanOrEqual(mention.duration!.max);
          }
          if (value) {
            expect(mention.provenance).not.toBe('unknown');
            expect(value.spans.length).toBeGreaterThan(0);
            for (const span of value.spans) expect(span.first).toBeLessThanOrEqual(span.last);
            expect(parseEdtf(value.edtf), value.edtf).not.toBeNull();
            expect(formatDate(value).length).toBeGreaterThan(0);
            writeDate(value, mention.form);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
