/** Do articles that tell one story stand together, and no others? */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { storyRulings } from "../src/pages/story-rulings.ts";
import { parseDecisions } from "../src/read/decision-lines.ts";
import { ENGLISH } from "./support/english.ts";
import {
  fileOf,
  type NamedArticle,
  NO_STORY_RULINGS,
  slugsOf,
  storiesOf,
  strangers,
} from "./support/named-archive.ts";

const FLOOD = ["Ana Reis", "Tomas Varga", "place: Carrow"];

/** Articles on one thing, one a day from the day given. */
function series(slug: string, from: string, count: number, names = FLOOD): NamedArticle[] {
  const [year = 0, month = 1, day = 1] = from.split("-").map(Number);
  return Array.from({ length: count }, (_, index) => ({
    slug: `${slug}-${index + 1}`,
    published: new Date(Date.UTC(year, month - 1, day + index)).toISOString().slice(0, 10),
    names,
  }));
}

const OTHERS = strangers(60);

test("three articles within days that share rare names are a story, two are none", () => {
  const three = storiesOf([...OTHERS, ...series("flood", "2019-11-04", 3)]);
  assert.deepEqual(slugsOf(three), [["flood-1", "flood-2", "flood-3"]]);
  assert.deepEqual(slugsOf(storiesOf([...OTHERS, ...series("flood", "2019-11-04", 2)])), []);
});

test("a story's slug is its first article's address, and its next ones lead to it", () => {
  const { stories } = storiesOf([...OTHERS, ...series("flood", "2019-11-04", 6)]);
  const [story] = stories;
  assert.equal(story?.slug, "2019-11-04-flood-1");
  assert.deepEqual(story?.otherSlugs, [
    "2019-11-05-flood-2",
    "2019-11-06-flood-3",
    "2019-11-07-flood-4",
  ]);
});

test("what happened half a year later is another story", () => {
  const articles = [...series("flood", "2019-05-04", 3), ...series("again", "2019-11-04", 3)];
  assert.deepEqual(slugsOf(storiesOf([...OTHERS, ...articles])), [
    ["flood-1", "flood-2", "flood-3"],
    ["again-1", "again-2", "again-3"],
  ]);
});

test("an article without a day is in no story by time", () => {
  const articles = series("flood", "2019-11-04", 3);
  const undated: NamedArticle[] = [
    { slug: "undated", names: FLOOD },
    { slug: "some-day", published: "2019-11", names: FLOOD },
  ];
  assert.deepEqual(slugsOf(storiesOf([...OTHERS, ...articles, ...undated])), [
    ["flood-1", "flood-2", "flood-3"],
  ]);
});

test("a name that everybody has, a place alone or words alone hold no story together", () => {
  const everywhere = OTHERS.map((one) => ({ ...one, names: [...one.names, "Jo President"] }));
  const week = (names: readonly string[], text?: (index: number) => string) =>
    series("week", "2019-11-04", 5).map((one, index) => ({
      ...one,
      names: [...names, `Person Alone ${index}`],
      ...(text !== undefined && { text: text(index) }),
    }));
  assert.deepEqual(slugsOf(storiesOf([...everywhere, ...week(["Jo President"])])), []);
  assert.deepEqual(slugsOf(storiesOf([...OTHERS, ...week(["place: Gull Skerry"])])), []);
  const dividends = week([], () => "quarterly dividend declared payable shareholders record");
  assert.deepEqual(slugsOf(storiesOf([...OTHERS, ...dividends])), []);
});

test("a chain does not swallow everything: each must be like the centre", () => {
  const chain = Array.from({ length: 30 }, (_, index) => ({
    slug: `link-${String(index).padStart(2, "0")}`,
    published: `2019-11-${String(1 + index).padStart(2, "0")}`,
    names: Array.from({ length: 4 }, (_, step) => `Person Number ${index + step}`),
  }));
  const stories = slugsOf(storiesOf([...OTHERS, ...chain]));
  assert.ok(stories.length > 1, "one story has it all");
  for (const story of stories)
    assert.ok(story.length < chain.length / 2, `${story.length} links in one story`);
});

test("what is reported every week for years is no endless story", () => {
  const weekly = Array.from({ length: 150 }, (_, week) => ({
    slug: `week-${String(week).padStart(3, "0")}`,
    published: new Date(Date.UTC(2018, 0, 1 + 7 * week)).toISOString().slice(0, 10),
    names: ["organisation: Carrow Rovers", "Ana Reis", "Tomas Varga", `Guest Number ${week}`],
  }));
  const stories = slugsOf(storiesOf([...strangers(3000), ...weekly]));
  assert.ok(stories.length >= 4, `${stories.length} stories of three years`);
  for (const story of stories) assert.ok(story.length <= 40, `${story.length} weeks in one story`);
});

test("one text printed three times is no story, but copies stand in one", () => {
  const text = Array.from({ length: 70 }, (_, at) => `w${(at * 7919) % 1009}`).join(" ");
  const copies = series("flood", "2019-11-04", 3).map((one) => ({ ...one, text }));
  assert.deepEqual(slugsOf(storiesOf([...OTHERS, ...copies])), []);
  const more = [...copies, ...series("more", "2019-11-05", 2)];
  const { stories } = storiesOf([...OTHERS, ...more]);
  const ofCopies = stories[0]?.members.filter(({ copyOf }) => copyOf !== undefined);
  assert.deepEqual(
    ofCopies?.map(({ article, copyOf }) => [article, copyOf]),
    [
      [fileOf("flood-2"), fileOf("flood-1")],
      [fileOf("flood-3"), fileOf("flood-1")],
    ],
  );
});

test("the order in which articles are given does not matter", () => {
  const articles = [
    ...OTHERS,
    ...series("flood", "2019-11-04", 4),
    ...series("trial", "2019-11-05", 3, ["Ines Lund", "organisation: Dock Board"]),
  ];
  const expected = storiesOf(articles);
  assert.equal(expected.stories.length, 2);
  const order = fc.shuffledSubarray(articles, { minLength: articles.length });
  fc.assert(
    fc.property(order, (shuffled) => {
      const found = storiesOf(shuffled);
      assert.deepEqual(slugsOf(found), slugsOf(expected));
      for (const [path, relations] of expected.relations)
        assert.deepEqual(
          found.relations.get(path)?.map(({ article }) => article),
          relations.map(({ article }) => article),
        );
    }),
    { numRuns: 25 },
  );
});

// ---------------------------------------------------------------- the editor

const TWO = [
  { slug: "bridge", published: "2018-03-12", names: ["Walter Pell"] },
  { slug: "verdict", published: "2021-04-30", names: ["Ines Lund"] },
];

test("the editor puts articles together, however far apart, and names the story", () => {
  const together = [
    { at: "decisions.yml:1", articles: TWO.map(({ slug }) => fileOf(slug)), title: "The bridge" },
  ];
  const { stories } = storiesOf([...OTHERS, ...TWO], { ...NO_STORY_RULINGS, together });
  const [story] = stories;
  assert.equal(story?.title, "The bridge");
  assert.deepEqual(
    story?.members.map(({ article, byEditor }) => [article, byEditor]),
    TWO.map(({ slug }) => [fileOf(slug), true]),
  );
});

test("lines that share an article add up, and what is like the story joins it", () => {
  const articles = series("flood", "2019-11-04", 4);
  const line = (...slugs: string[]) => ({ at: "decisions.yml:1", articles: slugs.map(fileOf) });
  const rulings = {
    ...NO_STORY_RULINGS,
    together: [line("bridge", "flood-1"), line("flood-2", "bridge")],
  };
  const [story] = slugsOf(storiesOf([...OTHERS, ...TWO, ...articles], rulings));
  assert.deepEqual(story, ["bridge", "flood-1", "flood-2", "flood-3", "flood-4"]);
});

test("the editor puts an undated article into a story, where it stands last", () => {
  const undated = { slug: "a-note", names: ["Nobody Else"] };
  const together = [{ at: "decisions.yml:1", articles: [fileOf("a-note"), fileOf("flood-1")] }];
  const articles = [...OTHERS, undated, ...series("flood", "2019-11-04", 3)];
  const [story] = slugsOf(storiesOf(articles, { ...NO_STORY_RULINGS, together }));
  assert.deepEqual(story, ["flood-1", "flood-2", "flood-3", "a-note"]);
});

test("the editor keeps two articles apart, or one out of all stories", () => {
  const articles = [...OTHERS, ...series("flood", "2019-11-04", 5)];
  const apart = (...slugs: string[]) => ({
    ...NO_STORY_RULINGS,
    apart: [{ at: "decisions.yml:1", articles: slugs.map(fileOf) }],
  });
  const [parted = [], ...others] = slugsOf(storiesOf(articles, apart("flood-1", "flood-3")));
  assert.deepEqual(parted, ["flood-1", "flood-2", "flood-4", "flood-5"]);
  assert.deepEqual(others, []);
  assert.deepEqual(slugsOf(storiesOf(articles, apart("flood-3"))), [parted]);
  const none = apart("flood-1", "flood-2", "flood-3", "flood-4", "flood-5");
  assert.deepEqual(slugsOf(storiesOf(articles, none)), []);
});

test("a line on an article that there is not, or a title of no story, is told", () => {
  const rulings = {
    together: [
      { at: "decisions.yml:1", articles: [fileOf("flod-1"), fileOf("flood-2")] },
      { at: "decisions.yml:4", articles: [fileOf("bridge")], title: "The bridge" },
    ],
    apart: [{ at: "decisions.yml:9", articles: [fileOf("nowhere")] }],
  };
  const { remarks } = storiesOf([...TWO, ...series("flood", "2019-11-04", 2)], rulings);
  assert.deepEqual(
    remarks.map(({ rule, file, line }) => `${rule} ${file}:${line}`),
    [
      "link/unknown-name decisions.yml:1",
      "link/unknown-name decisions.yml:9",
      "link/no-story decisions.yml:4",
    ],
  );
  assert.match(remarks[0]?.message ?? "", /perhaps articles\/flood-1\.md\?/);
});

test("the lines that a story's page offers are understood, and do what they say", () => {
  const articles = [...OTHERS, ...series("flood", "2019-11-04", 4)];
  const paths = [1, 2, 3, 4].map((part) => fileOf(`flood-${part}`));
  const lines = storyRulings(paths, ENGLISH).map((offer) => offer.lines.join("\n"));
  const [apart = "", , title = "", none = ""] = lines.map((line) => line.replace("…", "The flood"));
  const parsed = (yaml: string) => parseDecisions(yaml, "decisions.yml");
  const rulingsOf = (yaml: string) => ({
    together: parsed(yaml).flatMap(({ at, story: ruled, title: called }) =>
      ruled === undefined
        ? []
        : { at, articles: ruled, ...(called !== undefined && { title: called }) },
    ),
    apart: parsed(yaml).flatMap(({ at, "not-story": ruled }) =>
      ruled === undefined ? [] : { at, articles: ruled },
    ),
  });
  assert.deepEqual(slugsOf(storiesOf(articles, rulingsOf(apart))), [
    ["flood-1", "flood-2", "flood-3"],
  ]);
  assert.equal(storiesOf(articles, rulingsOf(title)).stories[0]?.title, "The flood");
  assert.deepEqual(slugsOf(storiesOf(articles, rulingsOf(none))), []);
});
