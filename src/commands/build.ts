/** `backfile build`: from sources to a searchable site, in one step. */
import { standingSite } from "../standing-site.ts";
import type { Command, Options } from "./command.ts";
import { counted, exitCodeOf, printReviewCount } from "./report.ts";

/** The command `build`. */
export const buildCommand: Command = {
  name: "build",
  summary: "build the site: import, recognise, link, draw, index, publish",
  description: `Imports what is new in content/sources/, recognises people, quotations, dates and topics in the
Markdown articles, draws the pages that this changes, indexes them for search, and puts them in place when all
are ready. What has not changed since the last build is left alone; --again makes everything anew. An article
that cannot be used is set aside and named, here and on the about page.`,
  options: [
    "content",
    "output",
    "again",
    "no-search",
    "workers",
    "profile",
    "quiet",
    "json",
    "strict",
  ],
  example: "backfile build --output public",
  run: runBuild,
};

async function runBuild(options: Options): Promise<number> {
  const { content, output, json, strict, quiet } = options;
  const wantsMore = options.again || options.profile || json;
  const standing = wantsMore
    ? undefined
    : standingSite(content, output, { search: !options["no-search"] });
  // what a build needs takes longer to load than to see that there is nothing to do
  if (standing === undefined) return (await import("./whole-build.ts")).runWholeBuild(options);
  if (!quiet)
    process.stdout.write(
      `${counted(standing.articles, "article")} in ${output}: nothing has changed since the last build\n`,
    );
  printReviewCount(standing.toReview);
  return exitCodeOf(standing.toReview, strict);
}
