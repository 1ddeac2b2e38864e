/** Draws batches of pages with Eleventy, in a process of its own. Stage 7; started by `renderer.ts`. */
import { relative, resolve } from "node:path";
import { Eleventy } from "@11ty/eleventy";
import type { BatchResult, RenderBatch, RenderedPage } from "./batch.ts";

/** Names the files that Eleventy would write; with `toJSON` it writes none. */
const OUTPUT = "_site";

process.on("message", (message) => {
  // only the program sends messages here, and only batches
  renderBatch(message as RenderBatch)
    .then((rendered): BatchResult => ({ rendered }))
    .catch((error: unknown): BatchResult => ({ failure: reasonOf(error) }))
    .then((result) => process.send?.(result));
});
process.on("disconnect", () => process.exit());

/** A new instance for each batch, so that its memory goes with it. */
async function renderBatch({ site, pages }: RenderBatch): Promise<readonly RenderedPage[]> {
  const eleventy = new Eleventy("layouts", OUTPUT, {
    configPath: ".eleventy.ts",
    quietMode: true,
    source: "cli",
    config(config) {
      config.addGlobalData("site", site);
      config.addGlobalData("pages", pages);
    },
  });
  const templates = await eleventy.toJSON();
  return templates.flatMap(({ outputPath, content }) =>
    outputPath === false ? [] : { path: pathInSite(outputPath), html: content },
  );
}

function pathInSite(outputPath: string): string {
  return relative(resolve(OUTPUT), resolve(outputPath)).replaceAll("\\", "/");
}

/** The innermost cause says what went wrong in which template; Eleventy wraps it several times. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = "originalError" in error ? error.originalError : error.cause;
  return inner === undefined
    ? (error.stack ?? error.message)
    : `${error.message}: ${reasonOf(inner)}`;
}
