/** What can an editor rule about a story, and in which lines of `decisions.yml`? Stage 6. */
import type { LinesOffer } from "../page-subjects.ts";
import { nameInYaml } from "../text/yaml-name.ts";

/** Stands for an article that only the editor knows. */
const OTHER = "articles/….md";
/** A longer list is not copied by hand. */
const MOST_LISTED = 12;

/** Returns the rulings on a story of these Markdown files. */
export function storyRulings(paths: readonly string[]): readonly LinesOffer[] {
  const files = paths.map(nameInYaml);
  const [first = OTHER, ...others] = files;
  const last = others.at(-1) ?? OTHER;
  const offers: readonly LinesOffer[] = [
    {
      purpose: "An article does not belong here: name it behind one that does",
      lines: [`- not-story: [${first}, ${last}]`],
    },
    {
      purpose: "Another article belongs here, too",
      lines: [`- story: [${first}, ${OTHER}]`],
    },
    {
      purpose: "The story has a better title",
      lines: [`- story: [${first}]`, "  title: …"],
    },
  ];
  if (files.length > MOST_LISTED) return offers;
  const none: LinesOffer = {
    purpose: "This is no story: none of these belongs with another",
    lines: [`- not-story: [${files.join(", ")}]`],
  };
  return [...offers, none];
}
