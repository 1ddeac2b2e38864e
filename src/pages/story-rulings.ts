/** What can an editor rule about a story, and in which lines of `decisions.yml`? Stage 6. */
import type { LinesOffer } from "../page-subjects.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { nameInYaml } from "../text/yaml-name.ts";

/** Stands for an article that only the editor knows. */
const OTHER = "articles/….md";
/** A longer list is not copied by hand. */
const MOST_LISTED = 12;

/** Returns the rulings on a story of these Markdown files. */
export function storyRulings(
  paths: readonly string[],
  words: InterfaceWords,
): readonly LinesOffer[] {
  const files = paths.map(nameInYaml);
  const [first = OTHER, ...others] = files;
  const last = others.at(-1) ?? OTHER;
  const offers: readonly LinesOffer[] = [
    {
      purpose: words.say("wrong.storyNot"),
      lines: [`- not-story: [${first}, ${last}]`],
    },
    {
      purpose: words.say("wrong.storyToo"),
      lines: [`- story: [${first}, ${OTHER}]`],
    },
    {
      purpose: words.say("wrong.storyTitle"),
      lines: [`- story: [${first}]`, "  title: …"],
    },
  ];
  if (files.length > MOST_LISTED) return offers;
  const none: LinesOffer = {
    purpose: words.say("wrong.storyNone"),
    lines: [`- not-story: [${files.join(", ")}]`],
  };
  return [...offers, none];
}
