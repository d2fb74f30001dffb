/** Readers of dates in prose. Each gets the text as its users would hand it over: whole for ours, paragraphs or sentences for the rest. */
import { readDates } from '../../server/src/time/index';
import type { Subject } from './subjects';

/** What "last year" is counted from. */
const REFERENCE = new Date(Date.UTC(1924, 0, 1));

/** Microsoft's reads so slowly, and its time grows with the square of what it is given, that it gets one sentence in twenty. */
const SHARE = 20;

const paragraphs = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
const sentences = (text: string) => text.split(/(?<=[.!?])\s+/);
const sum = (texts: readonly string[], count: (text: string) => number) => texts.reduce((total, text) => total + count(text), 0);

export const readers: Readonly<Record<string, Subject>> = {
  'our-dates': {
    name: 'History Notes',
    async load() {
      return { check: (text) => readDates(text).length };
    },
  },

  chrono: {
    name: 'chrono-node',
    package: 'chrono-node',
    async load() {
      const chrono = await import('chrono-node');
      return { check: (text) => sum(paragraphs(text), (each) => chrono.parse(each, REFERENCE).length) };
    },
  },

  compromise: {
    name: 'compromise-dates',
    package: 'compromise-dates',
    async load() {
      const { default: nlp } = await import('compromise');
      const { default: dates } = await import('compromise-dates');
      const withDates = nlp.extend(dates);
      return { check: (text) => sum(paragraphs(text), (each) => withDates(each).dates().json().length) };
    },
  },

  microsoft: {
    name: 'Microsoft recognizers',
    package: '@microsoft/recognizers-text-date-time',
    share: SHARE,
    async load() {
      const { Culture, DateTimeRecognizer } = await import('@microsoft/recognizers-text-date-time');
      const model = new DateTimeRecognizer(Culture.English).getDateTimeModel();
      return {
        check(text) {
          const some = sentences(text).filter((_, index) => index % SHARE === 0);
          return SHARE * sum(some, (each) => model.parse(each, REFERENCE).length);
        },
      };
    },
  },
};
