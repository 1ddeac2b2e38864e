/**
 * How does the time for linking people grow with the archive? `node tests/bench/linking-speed.ts [SIGHTINGS...]` makes
 * so many sightings of invented people (10k, 100k and 1M by default), as often as Zipf's law has it, and prints the
 * seconds of CPU that linking takes. Made in memory and seeded: two runs link the same.
 */
import { linkBlocks } from "../../src/link/blocks.ts";
import { namePeople } from "../../src/link/naming.ts";
import { Rulings } from "../../src/link/rulings.ts";
import type { Sighting } from "../../src/link/sightings.ts";

const NO_RULINGS = { same: [], different: [], apart: [], none: [], renamed: [], records: [] };
const SYLLABLES =
  "ba do ki lan mor nev ost par qui rud sel tam ulf van wes yor zan bre cho dral fen gor hul jas".split(
    " ",
  );
const TITLES = ["Carrow harbour master", "judge", "goalkeeper", "Tollen town council clerk", ""];

const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
  const sightings = [...made(size)];
  const rulings = new Rulings(NO_RULINGS);
  const before = process.cpuUsage();
  const blocks = linkBlocks(sightings, rulings);
  const people = namePeople([...blocks.values()].flat(), rulings);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  process.stdout.write(
    `${size} sightings, ${people.length} people, ${blocks.size} blocks: ${seconds.toFixed(2)} s, ` +
      `${((seconds / size) * 1e6).toFixed(1)} µs a sighting\n`,
  );
}

/** A third as many names as sightings; the name of rank r is drawn in proportion to 1/r. */
function* made(size: number): Generator<Sighting> {
  const names = Math.ceil(size / 3);
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let index = 0; index < size; index++) {
    const rank = Math.floor(names ** random());
    const title = TITLES[Math.imul(rank, 2654435761) % TITLES.length] ?? "";
    yield sighting(nameOf(rank), title, index);
  }
}

function nameOf(rank: number): string {
  let rest = Math.imul(rank, 2654435761) >>> 0;
  const word = (syllables: number): string => {
    let letters = "";
    for (let count = 0; count < syllables; count++) {
      letters += SYLLABLES[rest % SYLLABLES.length] ?? "";
      rest = Math.floor(rest / SYLLABLES.length);
    }
    return letters.charAt(0).toUpperCase() + letters.slice(1);
  };
  const given = word(2);
  return rank % 9 === 0 ? `${given} ${word(1)} ${word(3)}` : `${given} ${word(3)}`;
}

function sighting(name: string, title: string, index: number): Sighting {
  const sentence = { anchor: "s1", text: name, words: [{ start: 0, end: name.length }] };
  return {
    name,
    confidence: 0.9,
    sortKey: String(20_000_000 + (index % 9000)),
    appearance: {
      kind: "person",
      article: `articles/${index >> 2}.md`,
      printed: name,
      mentions: [{ start: 0, end: name.length }],
      sentences: [sentence],
      roles: title === "" ? [] : [{ title, sentence }],
      quotations: [],
      byEditor: false,
    },
  };
}
