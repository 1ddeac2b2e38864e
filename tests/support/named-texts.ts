/** Articles that name much that can be linked wrongly, made by chance: for tests of linking what has changed. */

import { NOTHING_RECOGNISED } from "../../src/known-annotations.ts";
import type { ArchiveArticle, NamedThing, Person, Span } from "../../src/model.ts";
import type { Chooser } from "./chooser.ts";

/** Namesakes, spellings, initials, lone surnames, popes, and names whose blocks are others. */
const PEOPLE = [
  ...["Ada Quist", "A. Quist", "Ada B. Quist", "Ada C. Quist", "Quist", "Eva Quist", "Ada Quíst"],
  ...["Judge: Anton Melk", "goalkeeper: Anton Melk", "Anton Melk", "mayor of Carrow: Anton Melk"],
  ...[
    "Judge and goalkeeper: Anton Melk",
    "Judge: Antón Melk",
    "goalkeeper: Melk",
    "mayor of Carrow: Melk",
  ],
  ...["Norlandish Minister: Omid Tavari", "Norlandish Minister: Omeed Tavari", "Omid Amir-Tavari"],
  ...["Norlandish Minister: Tavari", "Norlandish Minister: Mohammad Omid Tavari", "Omid Tawari"],
  ...["Tomas Varga", "Tom Varga", "Xu Lanping", "Xu Lan Ping", "Pope: Anselm", "Nadir al-Qasr"],
  ...["Wei Li", "Wei Lee", "Jun Wei Li", "Jun Li", "阿 力", "ADA QUIST"],
];
const BODIES = [
  ...[
    "Port Ellis Harbour Board (PEHB)",
    "PEHB",
    "Port Ellis Harbour Board",
    "Norland Fishing Authority (NFA)",
  ],
  ...[
    "National Ferry Association (NFA)",
    "NFA",
    "The Tern Dredging Co",
    "Tern Dredging Ltd",
    "United Nations",
  ],
  ...["UN", "Tern River Authority", "Port Ellis Hunting Board (PEHB)"],
];
const PLACES = [
  "Paris FR",
  "Paris US",
  "Paris",
  "Carrow",
  "Norway NO",
  "Peru PE",
  "Kyiv UA",
  "Kiev",
  "Carrow GB",
];
const TOPICS = ["floods", "rivers", "water", "weather", "ships"];
const LISTED = [
  "Petty Cash",
  "petty cash",
  "Petty-Cash",
  "floods",
  "Norway and Peru",
  "Ship Yards",
];

/** Returns an article of so many names; another one each time that it is asked for. */
export function articleOf(number: number, chance: Chooser): ArchiveArticle {
  const text = new Writer();
  const pick = (from: readonly string[]): string => chance.oneOf(from);
  const some = (from: readonly string[], most: number): string[] => [
    ...new Set(Array.from({ length: chance.below(most + 1) }, () => pick(from))),
  ];
  const isOfPair = chance.below(4) === 0;
  const body = pick(BODIES);
  const title = isOfPair
    ? "Norway and Peru agree"
    : chance.below(3) === 0
      ? `${body} met`
      : "What there is";
  const headline = text.write(title);
  const confidence = [0.3, 0.6, 0.95][chance.below(3)] ?? 1;
  const people = some(PEOPLE, 4).map((sketch) => text.person(sketch, confidence));
  const organisations = some([...BODIES, body, body], 3).map((name) => text.thing(name));
  const places = some(PLACES, 3).map((place) => {
    const [name = "", country] = place.split(" ");
    return { ...text.thing(name), ...(country !== undefined && { country }) };
  });
  if (isOfPair)
    places.push(
      ...["Norway", "Peru"].map((name) => ({
        ...text.thing(name),
        country: name === "Peru" ? "PE" : "NO",
      })),
    );
  const address = `/${number}/`;
  const lists = {
    ...(chance.below(6) === 0 && { topics: some(LISTED, 2) }),
    ...(chance.below(8) === 0 && {
      people: people
        .slice(1)
        .map(({ name }) => name)
        .concat(chance.below(2) === 0 ? "Quist" : []),
    }),
  };
  const imported =
    chance.below(3) === 0 ? { headline: title, address, topics: some(LISTED, 1) } : undefined;
  return {
    path: `articles/${String(number).padStart(3, "0")}.md`,
    address,
    front: { headline: title, address, ...lists },
    ...(imported !== undefined && { imported }),
    body: text.text,
    document: { text: text.text, language: "en", headline, blocks: text.blocks },
    annotations: {
      ...NOTHING_RECOGNISED,
      sentences: text.sentences,
      people,
      organisations,
      places,
      topics: some(TOPICS, 2).map((id) => ({ id, label: id, score: 1, because: [headline] })),
    },
    sortKey: `20${10 + chance.below(9)}0${1 + chance.below(9)}01000000`,
  };
}

/** Writes a text of one sentence for each name. */
class Writer {
  text = "";
  readonly sentences: { start: number; end: number; part: "headline" | "body"; block: number }[] =
    [];
  readonly blocks: { kind: "paragraph"; start: number; end: number }[] = [];

  write(sentence: string): Span {
    const start = this.text.length;
    const end = start + sentence.length;
    const isFirst = this.sentences.length === 0;
    this.sentences.push({
      start,
      end,
      part: isFirst ? "headline" : "body",
      block: this.blocks.length - Number(isFirst),
    });
    if (!isFirst) this.blocks.push({ kind: "paragraph", start, end });
    this.text += `${sentence}\n`;
    return { start, end };
  }

  person(sketch: string, confidence: number): Person {
    const [title = "", name = sketch] = sketch.includes(": ") ? sketch.split(": ") : ["", sketch];
    const { start } = this.write(`${title} ${name} spoke.`.trim());
    const evidence = { rule: "test", confidence };
    const at = this.text.indexOf(name, start);
    const titles = title === "" ? [] : title.split(" and ");
    return {
      name,
      confidence,
      roles: titles.map((one) => ({
        title: one,
        start: this.text.indexOf(one, start),
        end: this.text.indexOf(one, start) + one.length,
        evidence,
      })),
      mentions: [{ start: at, end: at + name.length, form: "full", evidence }],
    };
  }

  thing(printed: string): NamedThing {
    const [name = printed] = printed.split(" (");
    const { start } = this.write(`${printed}, they said.`);
    return { name, confidence: 0.9, mentions: [{ start, end: start + name.length }] };
  }
}
