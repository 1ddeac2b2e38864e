/** Who of the archive speaks in an article's quotations? Stage 6. */
import type { Appearance, ArchiveArticle } from "../model.ts";
import type { Link } from "../page-parts.ts";
import type { PageContext } from "./context.ts";

/**
 * Returns the archive's person for each name that an article's people have in its annotations; those whom linking
 * left out are missing.
 */
export function peopleByName(
  people: ArchiveArticle["annotations"]["people"],
  appearances: readonly Appearance[],
): ReadonlyMap<string, Appearance> {
  const personAt = new Map<number, Appearance>();
  for (const appearance of appearances) {
    if (appearance.kind !== "person") continue;
    for (const mention of appearance.mentions) personAt.set(mention.start, appearance);
  }
  const byName = new Map<string, Appearance>();
  for (const { name, mentions } of people) {
    const appearance = mentions.map(({ start }) => personAt.get(start)).find(Boolean);
    if (appearance !== undefined) byName.set(name, appearance);
  }
  return byName;
}

/** Returns each of an article's people by the name in its annotations, linked if the archive knows them and has a page. */
export function speakerLinks(
  people: ArchiveArticle["annotations"]["people"],
  appearances: readonly Appearance[],
  context: PageContext,
): ReadonlyMap<string, Link> {
  const known = peopleByName(people, appearances);
  return new Map(
    people.map(({ name }) => {
      const appearance = known.get(name);
      return [name, appearance === undefined ? { name } : context.names.link(appearance)];
    }),
  );
}
