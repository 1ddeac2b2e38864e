/** The pages of time, rich, about invented events: for tests of the layouts. */
import type { Page } from "../src/page-model.ts";
import type { SentenceEntry } from "../src/page-parts.ts";
import type {
  AnniversariesPage,
  AnniversaryPage,
  EventEntry,
  PeriodPage,
  TimelinePage,
} from "../src/page-time.ts";
import { day, entry, persian, quotation, sentence } from "./fixture-pages.ts";

const inPersian: SentenceEntry = {
  address: `${persian.address}#s1`,
  text: "پل روز چهارشنبه بسته شد.",
  words: [{ start: 3, end: 15 }],
  article: persian,
};

/** One event of each kind. */
export const events: readonly EventEntry[] = [
  {
    when: "26 January 2022",
    value: "2022-01-26",
    outlook: "happened",
    sentence,
    also: { shown: [inPersian], total: 1 },
  },
  {
    when: "26 January 2022",
    value: "2022-01-26",
    outlook: "expected",
    sentence: inPersian,
    also: { shown: [sentence, inPersian], total: 14 },
  },
  {
    when: "1930s",
    value: "193X",
    outlook: "happened",
    sentence,
    also: { shown: [], total: 0 },
  },
];

export const timeline: TimelinePage = {
  kind: "timeline",
  address: "/timeline/",
  title: "Timeline",
  scale: "whole",
  total: 4,
  expected: 1,
  parts: [
    { period: "2019", label: "2019", count: 1, address: "/timeline/2019/" },
    { period: "2020", label: "2020", count: 0 },
    { period: "2021", label: "2021", count: 2, address: "/timeline/2021/" },
  ],
  earlier: [{ name: "19th century", address: "/timeline/19th-century/", count: 1 }],
  later: [{ name: "2040s", address: "/timeline/2040s/", count: 1 }],
  groups: [{ heading: "The latest", id: "latest", entries: events }],
  pages: [],
};

export const timelineMonth: TimelinePage = {
  ...timeline,
  address: "/timeline/2022/01/",
  title: "Timeline: January 2022",
  scale: "month",
  up: { name: "2022", address: "/timeline/2022/" },
  previous: { name: "December 2021", address: "/timeline/2021/12/" },
  parts: Array.from({ length: 31 }, (_, index) => {
    const period = `2022-01-${String(index + 1).padStart(2, "0")}`;
    const bar = { period, label: period, count: index % 2 };
    return index % 2 === 0 ? bar : { ...bar, address: `/timeline/2022/01/#d${period.slice(-2)}` };
  }),
  earlier: [],
  later: [],
  groups: [
    { heading: "26 January 2022", id: "d26", address: "/2022/01/26/", entries: events },
    { heading: "January 2022, day not stated", id: "month", entries: events },
  ],
  pages: [{ name: "1" }, { name: "2", address: "/timeline/2022/01/page-2/" }],
};

const ownTimeline: TimelinePage = {
  ...timeline,
  owner: { name: "Ilse Okafor", address: "/people/ilse-okafor/" },
  up: { name: "Ilse Okafor", address: "/people/ilse-okafor/" },
  address: "/people/ilse-okafor/timeline/",
  title: "Ilse Okafor: timeline",
};

export const year: PeriodPage = {
  ...day,
  scale: "year",
  period: "2020",
  address: "/2020/",
  title: "2020",
  parts: [{ period: "2020-02", label: "February 2020", count: 4, address: "/2020/02/" }],
  days: [
    { period: "2020-02-28", label: "28 February 2020", count: 1, address: "/2020/02/28/" },
    { period: "2020-02-29", label: "29 February 2020", count: 3, address: "/2020/02/29/" },
  ],
  timeline: "/timeline/2020/",
};

const anniversary: AnniversaryPage = {
  kind: "anniversary",
  address: "/on-this-day/01-26/",
  title: "On this day, 26 January",
  monthDay: "01-26",
  previous: { name: "25 January", address: "/on-this-day/01-25/" },
  printed: [
    { year: "2022", address: "/2022/01/26/", entries: { shown: [entry, persian], total: 5 } },
    { year: "2021", address: "/2021/01/26/", entries: { shown: [entry], total: 1 } },
  ],
  happened: { shown: events, total: 3 },
  said: { shown: [quotation], total: 21 },
};

const anniversaries: AnniversariesPage = {
  kind: "anniversaries",
  address: "/on-this-day/",
  title: "On this day",
  months: [
    {
      name: "January",
      days: [
        { period: "01-01", label: "1 January", count: 0 },
        { period: "01-02", label: "2 January", count: 2, address: "/on-this-day/01-02/" },
      ],
    },
  ],
};

export const timePages: readonly Page[] = [
  timeline,
  timelineMonth,
  ownTimeline,
  year,
  anniversary,
  anniversaries,
];
