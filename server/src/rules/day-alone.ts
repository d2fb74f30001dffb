/** "which had been elected in January and had met on the 6th": of two months in a sentence either may be that of a day without one. */
import type { FactDate } from '../chapter/model';
import type { DateClaim, SentenceReading } from '../reading/model';
import { parseEdtf } from '../time/index';
import { dateAgrees } from './date-agrees';

/** Whether the day agrees with the fact in the month of another date of the sentence. */
export function isDayOfAnotherMonth(claim: DateClaim, date: FactDate, { dates }: SentenceReading): boolean {
  const { value, form, relative, provenance } = claim.mention.date;
  if (value?.precision !== 'day' || provenance !== 'sentence' || relative || dates.length < 3) return false;
  if (form.parts.some((part) => part.kind === 'field' && part.field === 'month' && !part.style.startsWith('understood'))) return false;
  const day = value.edtf.slice(-2);
  return dates.some((other) => {
    const month =
      other === claim || other.token > claim.token ? undefined : /^-?\d{4}-\d\d/.exec(other.mention.date.value?.edtf ?? '')?.[0];
    const moved = month === undefined ? null : parseEdtf(`${month}-${day}`);
    return moved !== null && dateAgrees(date, moved.spans);
  });
}
