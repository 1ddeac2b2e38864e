/** Who is in the archive as its Markdown files and decisions stand now? For `backfile person`, without a build. */
import { annotateArticles } from "./annotated-articles.ts";
import type { Progress } from "./archive-import.ts";
import type { LinkedEntity } from "./link/linked-entity.ts";
import { linkArchive } from "./linked-names/archive-links.ts";
import { readDecisions } from "./read/decisions.ts";
import { readFreePages } from "./read/free-pages.ts";
import { readSettings } from "./read/settings.ts";
import { readTopics } from "./read/topic-files.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import type { NameRulings } from "./settings-model.ts";
import { CliError } from "./text/cli-error.ts";
import { foldName } from "./text/fold.ts";
import { groupOf } from "./text/remedies.ts";
import { reviewList } from "./text/review-list.ts";
import { usableArticles } from "./usable-articles.ts";
import { readArticles } from "./write/article-folder.ts";

/** The people of an archive, and what the editor has laid down about them. */
export interface ArchivePeople {
  /** By slug. */
  readonly people: readonly LinkedEntity[];
  readonly rulings: NameRulings;
  /** Returns whether the review list has an open remark on a person. */
  readonly isDoubtful: (person: LinkedEntity) => boolean;
}

/**
 * Reads the Markdown articles as they stand and links who is named in them. The catalogue of the last build is not asked:
 * it does not know what has been typed since, and a ruling on what it says could already be out of date. Takes as long as
 * recognising all articles. Throws a `CliError` where there are none.
 */
export function archivePeople(content: string, progress: Progress): ArchivePeople {
  const settings = readSettings(content);
  const { topics } = readTopics(content, builtInTopics());
  const { settled, names } = readDecisions(content);
  const { published } = usableArticles(readArticles(content), readFreePages(content));
  if (published.length === 0) {
    throw new CliError(`no articles below ${content}/articles; run \`backfile import\` first`);
  }
  const articles = annotateArticles(published, { settings, topics }, progress);
  const { entities, remarks } = linkArchive(articles, settings.thresholds, { names, topics });
  const { open } = reviewList(remarks, settled);
  const doubts = open.filter((remark) => groupOf(remark) === "people");
  // a remark on two names is about `Tom Varga = Tomas Varga`
  const doubted = new Set(doubts.flatMap(({ about = "" }) => about.split(" = ")).map(foldName));
  return {
    people: entities.filter(({ entity }) => entity.kind === "person"),
    rulings: names.person,
    isDoubtful: ({ entity: { hasPage, name, variants } }) =>
      !hasPage || [name, ...variants].some((form) => doubted.has(foldName(form))),
  };
}
