/** One page of each kind, rich, about invented people: for tests of the layouts. */

import type {
  AboutPage,
  ArticlePage,
  ChapterPage,
  FeedPage,
  FreePage,
  HomePage,
  IndexPage,
  Page,
  PersonPage,
  RedirectPage,
  ReviewPage,
  SearchPage,
  ShelfPage,
  SiteFrame,
  StoriesPage,
  StoryPage,
  SubjectPage,
} from "../src/page-model.ts";
import type {
  ArticleEntry,
  CoverageBar,
  PlaceMap,
  QuotationEntry,
  SentenceEntry,
} from "../src/page-parts.ts";
import type { StoryRow } from "../src/page-subjects.ts";
import type { PeriodPage } from "../src/page-time.ts";
import { ENGLISH } from "./support/english.ts";

export const site: SiteFrame = {
  title: "The Port Ellis Courier",
  description: "What was kept of the Courier.",
  language: "en",
  direction: "ltr",
  speech: ENGLISH.speech,
  url: "https://archive.example/courier/",
  extent: "8,412 articles, 1951–2022",
  filtersPeople: true,
  sections: [
    { name: "Years", address: "/archive/" },
    { name: "People", address: "/people/" },
    { name: "Search", address: "/search/" },
  ],
};

export const entry: ArticleEntry = {
  address: "/2022/01/26/bridge/",
  headline: "Harbour bridge to reopen",
  date: "2022-01-26T21:27",
  dateLabel: "26 January 2022",
  lede: "The bridge will carry traffic again.",
  publisher: "Coast Press",
  note: "Reprinted in March.",
  correction: "The cost was wrong.",
  language: "en",
  direction: "ltr",
};

export const persian: ArticleEntry = {
  address: "/2021/11/02/pol/",
  headline: "پل بندر باز می‌شود",
  date: "2021-11",
  dateLabel: "November 2021",
  language: "fa",
  direction: "rtl",
};

const undated: ArticleEntry = {
  address: "/undated/a-note/",
  headline: "A note",
  dateLabel: "undated",
  language: "und",
  direction: "ltr",
};

export const sentence: SentenceEntry = {
  address: "/2022/01/26/bridge/#s2",
  text: "Ilse Okafor, deputy mayor, was less sure.",
  words: [{ start: 0, end: 11 }],
  article: entry,
};

export const quotation: QuotationEntry = {
  address: "/2022/01/26/bridge/#s3",
  text: "“We have waited long enough,”",
  kind: "direct",
  sure: true,
  because: "the words after the quotation say who speaks, by name",
  speaker: { name: "Ilse Okafor", address: "/people/ilse-okafor/" },
  place: "Port Ellis",
  article: entry,
};

const doubtful: QuotationEntry = {
  address: "/2021/11/02/pol/#s1",
  text: "«صبر کرده‌ایم»",
  kind: "mixed",
  sure: false,
  because: "the paragraph before says who speaks",
  speaker: { name: "Tomas Varga" },
  article: persian,
};

const coverage: readonly CoverageBar[] = [
  { period: "2020-03", label: "March 2020", count: 2, address: "/2020/03/" },
  { period: "2022-01", label: "January 2022", count: 9, address: "/2022/01/" },
];

const map: PlaceMap = {
  places: [
    {
      name: "Port Ellis",
      address: "/places/port-ellis/",
      count: 9,
      position: { latitude: 37.95, longitude: -8.88, source: "editor" },
      x: 50,
      y: 48.2,
      radius: 8,
      isMeant: true,
      label: { side: "above", onlyWide: false },
    },
    {
      name: "Sorrel <Town>",
      address: "/places/sorrel-town/",
      count: 2,
      position: { latitude: -3, longitude: 12.5, source: "town" },
      x: 20.1,
      y: 9,
      radius: 2.5,
      isMeant: false,
      label: { side: "left", onlyWide: true },
    },
    {
      name: "Linnetland",
      count: 1,
      position: { latitude: 40, longitude: 0, source: "country" },
      x: 70,
      y: 70,
      radius: 2.5,
      isMeant: false,
      label: { side: "right", onlyWide: false },
    },
    {
      name: "Isle of Gulls",
      address: "/places/isle-of-gulls/",
      count: 1,
      position: { latitude: 40, longitude: 0, source: "capital" },
      x: 71,
      y: 71,
      radius: 2.5,
      isMeant: false,
    },
  ],
  more: 3,
  unplaced: 1,
  grid: { width: 900, height: 500 },
  land: "M0 0l10 0 0 10z",
  borders: "M3 3l4 4",
};

const names = [
  { name: "Tomas Varga", address: "/people/tomas-varga/", count: 4 },
  { name: "Ana Reis", count: 1 },
];

export const article: ArticlePage = {
  kind: "article",
  address: entry.address,
  title: entry.headline,
  headline: entry.headline,
  standfirst: "The town may cross.",
  section: "Local",
  publisher: { name: "Coast Press" },
  date: "2022-01-26T21:27",
  dateLabel: "26 January 2022",
  timeLabel: "21:27",
  zone: "Europe/Lisbon",
  datePrinted: "Wednesday 9:27 PM",
  day: { name: "26 January 2022", address: "/2022/01/26/" },
  byline: ["Ana Reis", "Pedro Lund"],
  agency: "CP",
  dateline: "Port Ellis",
  language: "en",
  direction: "ltr",
  body: "PORT ELLIS — Open on Monday.\n\n## Cost\n\n“Enough,” said Tomas Varga.",
  marks: [
    { kind: "sentence", id: "s1", start: 0, end: 28 },
    { kind: "dateline", start: 0, end: 12 },
    {
      kind: "time",
      type: "DATE",
      value: "2022-01-31",
      label: "31 January 2022",
      because: "the next Monday",
      start: 21,
      end: 27,
    },
    { kind: "sentence", id: "s2", start: 36, end: 63 },
    {
      kind: "quotation",
      id: "q1",
      quoted: "direct",
      speaker: { name: "Tomas Varga", address: "/people/tomas-varga/" },
      sure: true,
      because: "named after “said”",
      start: 36,
      end: 45,
    },
    {
      kind: "person",
      name: "Tomas Varga",
      address: "/people/tomas-varga/",
      start: 51,
      end: 62,
    },
  ],
  people: [
    {
      name: "Tomas Varga",
      address: "/people/tomas-varga/",
      roles: [{ title: "chairman", address: "/2022/01/26/bridge/#s2" }],
      mentions: 2,
      quotations: 1,
      byEditor: false,
    },
    { name: "Jon Marsh", roles: [], mentions: 0, quotations: 0, byEditor: true },
  ],
  quotations: [
    {
      id: "q1",
      text: "“Enough,”",
      sure: true,
      speaker: { name: "Tomas Varga", address: "/people/tomas-varga/" },
    },
    { id: "q1", text: "“And again,” … “for all.”", sure: false, speaker: { name: "Ana Reis" } },
    { id: "q1", text: "“Nobody’s”", sure: false },
  ],
  organisations: names,
  places: names,
  map,
  topics: [
    { name: "Transport", address: "/topics/transport/", because: ["bridge", "ferry"] },
    { name: "Schools", because: [] },
  ],
  days: [
    {
      value: "2022-01-31",
      label: "31 January 2022",
      words: "Monday",
      address: "/2022/01/26/bridge/#s1",
      day: "/2022/01/31/",
    },
  ],
  printed: [{ kind: "published", text: "Wednesday 9:27 PM" }],
  kept: [{ kind: "signoff", text: "More by Pedro Lund" }],
  original: "https://courier.example/2022/bridge?a=1&b=<2>",
  keywords: ["Bridges & roads", "<b>harbour</b>"],
  modifiedLabel: "27 January 2022, 08:15",
  removed: [{ rule: "share-bar", text: "Share this" }],
  versions: [
    {
      number: 1,
      source: { file: "courier/bridge.txt", sha256: "0".repeat(64) },
      changes: [
        {
          label: "paragraph",
          words: [
            { kind: "same", text: "It cost " },
            { kind: "removed", text: "<37m>" },
            { kind: "added", text: "31m" },
            { kind: "same", text: "." },
          ],
        },
      ],
    },
  ],
  source: { file: "2022/bridge.txt", sha256: "5f1c".repeat(16) },
  note: "Reprinted.",
  correction: "The cost was wrong.",
  related: [
    { article: persian, names, topics: [], words: ["weir"], when: "3 months earlier" },
    { article: undated, names: [], topics: [], words: [], copy: "near" },
  ],
  story: {
    story: { name: "Harbour bridge to reopen", address: "/stories/2021-11-02-pol/" },
    part: 2,
    parts: 3,
    previous: persian,
  },
  previous: undated,
  next: persian,
  sortKey: "2022-01-26T21:27:00Z",
};

export const persianArticle: ArticlePage = {
  kind: "article",
  address: persian.address,
  title: persian.headline,
  headline: persian.headline,
  date: "2021-11",
  dateLabel: "November 2021",
  byline: [],
  language: "fa",
  direction: "rtl",
  body: "«صبر کرده‌ایم» او گفت.",
  marks: [
    {
      kind: "quotation",
      id: "q1",
      quoted: "direct",
      speaker: { name: "توماس وارگا" },
      sure: true,
      because: "named",
      start: 0,
      end: 14,
    },
  ],
  people: [],
  quotations: [],
  organisations: [],
  places: [],
  topics: [],
  days: [],
  printed: [],
  kept: [],
  keywords: [],
  removed: [],
  versions: [],
  related: [],
  sortKey: "2021-11-01T00:00:00Z",
};

export const withdrawn: FreePage = {
  kind: "free",
  address: "/2022/01/27/gone/",
  title: "Withdrawn",
  text: "This article was withdrawn: at the family’s request.",
  unlisted: true,
};

export const person: PersonPage = {
  kind: "person",
  address: "/people/ilse-okafor/",
  title: "Ilse Okafor, deputy mayor",
  name: "Ilse Okafor",
  label: "deputy mayor",
  variants: ["I. Okafor"],
  note: "Not her *cousin*.",
  sameAs: ["https://www.register.example/Q1?a=1&b=2"],
  reason: "named in full in 3 articles",
  latestRole: { title: "deputy mayor", sentence },
  roles: [
    {
      title: "deputy mayor",
      first: { ...sentence, address: "/2021/11/02/pol/#s1", article: persian },
      last: sentence,
      count: 3,
      forms: [
        { title: "deputy mayor", count: 2, sentence },
        { title: "the Deputy Mayor of Port Ellis", count: 1, sentence },
      ],
    },
  ],
  remarked: { shown: [entry], total: 1 },
  map,
  said: { shown: [quotation, doubtful], total: 2 },
  saidAbout: {
    shown: [{ ...quotation, address: "/2022/01/26/bridge/#s9", speaker: { name: "Ana Reis" } }],
    total: 1,
  },
  mentioned: { shown: [sentence], total: 1 },
  company: {
    shown: Array.from({ length: 40 }, (_, index) => ({
      name: `Person ${index}`,
      count: 200 - index,
    })),
    total: 200,
  },
  coverage,
  articles: { total: 13, entries: [entry, persian, undated], parts: [] },
  first: undated,
  last: entry,
  feed: "/people/ilse-okafor/feed.xml",
  rulings: [
    {
      purpose: "This is no person",
      lines: ["- not-a-person: Ilse Okafor"],
      command: "backfile person not-a-person 'Ilse Okafor'",
    },
  ],
};

export const chapter: ChapterPage = {
  kind: "chapter",
  isSpeaker: true,
  address: "/people/ilse-okafor/2021/",
  title: "Ilse Okafor: 2021",
  parent: { name: "Ilse Okafor", address: "/people/ilse-okafor/" },
  next: { name: "2022", address: "/people/ilse-okafor/2022/" },
  previous: { name: "Undated", address: "/people/ilse-okafor/undated/" },
  said: { shown: [doubtful], total: 1 },
  saidAbout: { shown: [], total: 0 },
  mentioned: { shown: [sentence], total: 1 },
  articles: { total: 1, entries: [persian], parts: [] },
};

export const feed: FeedPage = {
  kind: "feed",
  address: "/people/ilse-okafor/feed.xml",
  title: "Ilse Okafor",
  id: "https://archive.example/courier/people/ilse-okafor/feed.xml",
  about: { name: "Ilse Okafor", address: "/people/ilse-okafor/" },
  entries: [
    {
      id: "https://archive.example/courier/2022/01/26/bridge/",
      updated: "2022-01-26T00:00:00Z",
      article: entry,
      sentence,
    },
    {
      id: "https://archive.example/courier/2021/11/02/pol/",
      updated: "2021-11-01T00:00:00Z",
      article: persian,
    },
  ],
};

const storyRow: StoryRow = {
  name: "پل بندر <باز> شد",
  address: "/stories/2021-11-02-pol/",
  headlineIn: { language: "fa", direction: "rtl" },
  count: 3,
  extent: "2 November 2021 – 26 January 2022",
  names,
};

export const story: StoryPage = {
  kind: "story",
  address: storyRow.address,
  title: storyRow.name,
  story: storyRow,
  extent: storyRow.extent,
  count: 3,
  parts: [
    {
      number: 1,
      article: persian,
      file: "articles/2021/11/pol.md",
      common: { names, topics: [], words: [] },
      byEditor: false,
      turns: [],
      enters: [],
    },
    {
      number: 2,
      article: entry,
      file: "articles/2022/01/bridge.md",
      common: { names: [], topics: names, words: ["weir", "sluice"] },
      byEditor: true,
      turns: ["after 84 quiet days", "2 articles, more than on any other day"],
      enters: names,
    },
    {
      number: 3,
      article: undated,
      file: "articles/undated/a-note.md",
      common: { names: [], topics: [], words: [] },
      byEditor: true,
      copyOf: 2,
      turns: [],
      enters: [],
    },
  ],
  pages: [{ name: "1" }, { name: "2", address: `${storyRow.address}2/` }],
  people: names,
  organisations: names,
  places: names,
  topics: names,
  said: { shown: [quotation], total: 5 },
  rulings: [
    {
      purpose: "The story has a better title",
      lines: ["- story: [articles/2022/01/bridge.md]", "  title: …"],
    },
  ],
};

export const stories: StoriesPage = {
  kind: "stories",
  address: "/stories/2022/",
  title: "Stories: 2022",
  total: 1,
  rows: [storyRow],
  parts: [{ name: "January 2022", address: "/stories/2022/01/", count: 1 }],
  up: { name: "Stories", address: "/stories/" },
};

export const topic: SubjectPage = {
  kind: "topic",
  address: "/topics/transport/",
  title: "Transport",
  name: "Transport",
  variants: ["Traffic"],
  note: "Roads and ferries.",
  code: "20000337",
  broader: { name: "Economy", address: "/topics/economy/" },
  narrower: [{ name: "ferries", address: "/topics/ferries/", count: 12, alone: 5 }],
  reason: "112 articles",
  coverage: [{ period: "1951", label: "1951", count: 3 }, ...coverage],
  people: names,
  organisations: names,
  places: names,
  topics: names,
  speakers: names,
  kindred: [{ name: "Weather", address: "/topics/weather/", count: 5, lift: 3.14 }],
  stories: [storyRow],
  peaks: [
    { period: "2022-01", label: "January 2022", count: 9, printed: 20, address: "/2022/01/" },
    { period: "2020-03", label: "March 2020", count: 3, printed: 3 },
  ],
  start: [
    { article: entry, reasons: ["the first", "has most of its words: 4 different ones"] },
    { article: persian, reasons: ["the latest"] },
  ],
  notes: {},
  feed: "/topics/transport/feed.xml",
  remarked: { shown: [entry], total: 60 },
  map,
  said: { shown: [quotation, doubtful], total: 31 },
  mentioned: { shown: [], total: 0 },
  articles: {
    total: 300,
    entries: [],
    parts: [{ name: "2022", address: "/topics/transport/2022/", count: 300, peak: true }],
  },
};

export const shelf: ShelfPage = {
  kind: "shelf",
  address: "/topics/transport/2022/",
  title: "Transport, 2022",
  parent: { name: "Transport", address: "/topics/transport/" },
  shelf: { total: 1, entries: [entry], parts: [] },
  notes: {
    [entry.address]: {
      words: [{ name: "ferry", address: `${entry.address}#s2` }],
      byEditor: true,
      through: [{ name: "Ferries <all>", address: "/topics/ferries/" }],
      peak: { period: "2022-01", label: "January 2022", count: 9, printed: 20 },
    },
  },
};

export const day: PeriodPage = {
  kind: "period",
  scale: "day",
  period: "2022-01-26",
  address: "/2022/01/26/",
  title: "26 January 2022",
  up: { name: "January 2022", address: "/2022/01/" },
  previous: { name: "25 January 2022", address: "/2022/01/25/" },
  total: 1,
  parts: [],
  articles: { total: 1, entries: [entry], parts: [] },
  days: [],
  happened: {
    shown: [
      {
        when: "26 January 2022",
        value: "2022-01-26",
        outlook: "happened",
        sentence,
        also: { shown: [], total: 0 },
      },
    ],
    total: 40,
  },
  spoke: { shown: [], total: 0 },
  said: { shown: [quotation], total: 1 },
  people: names,
  topics: names,
  timeline: "/timeline/2022/01/#d26",
  anniversary: { name: "26 January", address: "/on-this-day/01-26/" },
  otherYears: [{ name: "2021", address: "/2021/01/26/", count: 3 }],
};

export const month: PeriodPage = {
  ...day,
  scale: "month",
  period: "2022-02",
  address: "/2022/02/",
  title: "February 2022",
  parts: Array.from({ length: 28 }, (_, index): CoverageBar => {
    const period = `2022-02-${String(index + 1).padStart(2, "0")}`;
    const bar = { period, label: period, count: index % 2 };
    return index % 2 === 0 ? bar : { ...bar, address: `/2022/02/${period.slice(-2)}/` };
  }),
};

export const index: IndexPage = {
  kind: "index",
  of: "people",
  address: "/people/",
  title: "People",
  total: 2,
  rows: [
    {
      name: "Ilse Okafor",
      address: "/people/ilse-okafor/",
      count: 3,
      label: "deputy mayor",
      detail: "deputy mayor",
      detailAddress: sentence.address,
      span: "2019–2022",
    },
    { name: "Lale Demir", count: 1, sentence, span: "2022" },
  ],
  groups: [],
  orders: [{ name: "A–Z" }, { name: "By role", address: "/people/by/role/" }],
  parts: [{ name: "O", address: "/people/by-letter/o/", count: 1 }],
  partsAre: "letters",
};

export const byRole: IndexPage = {
  ...index,
  address: "/people/by/role/",
  title: "People by role",
  about: "By the role printed last.",
  rows: [],
  groups: [{ heading: "mayor", rows: index.rows }],
  orders: [{ name: "A–Z", address: "/people/" }, { name: "By role" }],
  parts: [{ name: "mayor", address: "/people/by/role/mayor/", count: 2 }],
  partsAre: "groups",
};

export const home: HomePage = {
  kind: "home",
  address: "/",
  title: "The Port Ellis Courier",
  description: "What was kept of the Courier.",
  articles: 8412,
  extent: "1951–2022",
  latest: [entry, persian],
  years: [
    { period: "2019", label: "2019", count: 3, address: "/2019/" },
    { period: "2022", label: "2022", count: 7, address: "/2022/" },
  ],
  people: [{ name: "Ilse Okafor", address: "/people/ilse-okafor/", count: 3, coverage }],
  topics: names,
  places: names,
  onThisDay: { label: "26 January", entries: [entry], address: "/on-this-day/01-26/" },
  quotation,
};

export const about: AboutPage = {
  kind: "about",
  address: "/about/",
  title: "About this archive",
  text: "Made from [plain text](/data/).",
  figures: [{ label: "Articles", value: "8,412" }],
  thresholds: [{ label: "A topic, in articles", value: "3" }],
  removals: [{ rule: "share-bar", count: 8120, example: "Share this" }],
  review: [{ name: "Set aside", address: "/about/review/", count: 1 }],
};

export const review: ReviewPage = {
  kind: "review",
  address: "/about/review/",
  title: "Review list",
  total: 2,
  notes: 120,
  settled: 3,
  contents: [
    { name: "Set aside", address: "/about/review/", count: 1 },
    { name: "Dates", address: "/about/review/2/", count: 121 },
  ],
  page: 1,
  pages: [
    { name: "1", address: "/about/review/" },
    { name: "2", address: "/about/review/2/" },
  ],
  parts: [
    {
      id: "set-aside",
      heading: "Set aside",
      entries: [
        {
          id: "5f1c2a9b",
          severity: "set-aside",
          rule: "read/empty-file",
          where: "sources/a.txt",
          message: "expected text, found nothing",
          ways: ["rm content/sources/a.txt", '# content/decisions.yml\n- settled: "5f1c2a9b"'],
        },
      ],
    },
    {
      id: "dates",
      heading: "Dates",
      entries: [
        {
          id: "0d31c7aa",
          severity: "warning",
          rule: "parse/several-dates",
          where: "sources/b.txt:2",
          message: "has the date of “پل بندر”",
          words: "۴ مه",
          article: { ...entry, language: "fa", direction: "rtl" },
          ways: [],
        },
      ],
    },
  ],
};

export const search: SearchPage = {
  kind: "search",
  address: "/search/",
  title: "Search",
  articles: 8412,
};

export const free: FreePage = {
  kind: "free",
  address: "/404.html",
  title: "No such page",
  text: "Begin at the [front page](/).",
};

export const redirect: RedirectPage = {
  kind: "redirect",
  address: "/people/tom-varga/",
  title: "Tomas <Varga>",
  to: { name: "Tomas <Varga>", address: "/people/tomas-varga/" },
};

/** Every page above, one of each kind and the odd ones. */
export const pages: readonly Page[] = [
  article,
  persianArticle,
  withdrawn,
  person,
  chapter,
  topic,
  shelf,
  story,
  stories,
  day,
  month,
  index,
  byRole,
  home,
  about,
  review,
  search,
  free,
  redirect,
];
