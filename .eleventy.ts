/** How does Eleventy build this site? The site's whole Eleventy configuration, for `eleventy` itself and for backfile. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EleventyConfig } from "@11ty/eleventy";

const LAYOUTS = "layouts";
/** As it is written, or as it is packed. */
const CODE = import.meta.url.endsWith(".ts") ? "ts" : "js";

/**
 * Under `backfile build` the global data `site` and `pages` are given, a batch at a time. Run by itself
 * (`npx eleventy --config=.eleventy.ts`), Eleventy gets the same data of the whole archive in `content`
 * and draws the same pages into `_site`.
 */
export default async function configure(config: EleventyConfig) {
  if (CODE === "ts") config.addExtension("11ty.ts", { key: "11ty.js" });
  config.addTemplateFormats(`11ty.${CODE}`);
  config.addPassthroughCopy({ [`${LAYOUTS}/assets`]: "assets" });
  // an archive kept out of git is still the archive
  config.setUseGitIgnore(false);
  if (!("pages" in config.globalData)) await addWholeArchive(config);
  return {
    dir: { input: LAYOUTS, output: "_site", includes: "parts" },
    templateFormats: [`11ty.${CODE}`],
    // no template language ever looks at the text of an article
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

async function addWholeArchive(config: EleventyConfig): Promise<void> {
  const { sitePages } = await import("./src/pipeline.ts");
  const { prepareSite } = await import("./src/prepared-archive.ts");
  const { articlePlaces } = await import("./src/searched-site.ts");
  const { wholeLedger } = await import("./src/site-ledger.ts");
  const { writeSearchIndex } = await import("./src/search/site-search.ts");
  const { writeFileList, writeLedger } = await import("./src/publish/eleventy-site.ts");
  const { readAssets } = await import("./src/render/assets.ts");
  const { PageLists, PageView } = await import("./src/render/page-lists.ts");
  const { filePathOf } = await import("./src/render/urls.ts");
  const { pageDigest } = await import("./src/text/page-digest.ts");
  const prepared = prepareSite("content", { start() {}, step() {}, done() {} });
  const { site, pages } = sitePages(prepared);
  const drawn = Object.values(pages).flat();
  const lists = new PageLists();
  lists.take(drawn.map((page) => new PageView(page, () => page)));
  config.addGlobalData("site", Object.freeze(site));
  config.addGlobalData("pages", lists);
  config.on("eleventy.after", async ({ directories: { output } }) => {
    const searched = articlePlaces(pages.article);
    const index = await writeSearchIndex(output, searched, prepared.settings.language);
    const assets = readAssets().map(({ path }) => path);
    const ledger = wholeLedger(prepared, (path) =>
      pageDigest(readFileSync(join(output, path), "utf8")),
    );
    writeLedger(output, ledger);
    writeFileList(output, [
      ...drawn.map(({ address }) => filePathOf(address)),
      ...assets,
      ...index,
      ...ledger.map(({ path }) => path),
    ]);
  });
}
