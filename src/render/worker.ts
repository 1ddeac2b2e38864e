/** Draws batches of pages with Eleventy, in a process of its own. Stage 7; started by `renderer.ts`. */
import { relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Eleventy } from "@11ty/eleventy";
import type { BatchResult, RenderBatch, RenderedPage, RenderFailure } from "./batch.ts";

/** Names the files that Eleventy would write; with `toJSON` it writes none. */
const OUTPUT = "_site";

process.on("message", (message) => {
  // only the program sends messages here, and only batches
  renderBatch(message as RenderBatch)
    .then((rendered): BatchResult => ({ rendered }))
    .catch((error: unknown): BatchResult => ({ failure: failureOf(error) }))
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
  // it prints what it throws, which the program prints better
  eleventy.disableLogger();
  const templates = await eleventy.toJSON();
  return templates.flatMap(({ outputPath, content }) =>
    outputPath === false ? [] : { path: pathInSite(outputPath), html: content },
  );
}

function pathInSite(outputPath: string): string {
  return relative(resolve(OUTPUT), resolve(outputPath)).replaceAll("\\", "/");
}

function failureOf(error: unknown): RenderFailure {
  const inner = innermost(error);
  if (!(inner instanceof Error)) return { reason: String(inner), stack: "" };
  const stack = inner.stack ?? "";
  const template = templateIn(stack);
  const reason = inner.message.split("\n", 1)[0] ?? "";
  return {
    reason: `${inner.name}: ${reason}`,
    stack,
    ...(template !== undefined && { template }),
  };
}

/** The innermost cause says what went wrong in which template; Eleventy wraps it several times. */
function innermost(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const inner = "originalError" in error ? error.originalError : error.cause;
  return inner === undefined ? error : innermost(inner);
}

/** Eleventy loads each template under a new address, so that a change is seen. */
const PLACE = /^(?<file>[^\s?:()]+)(?:\?[^\s:()]*)?(?::(?<line>\d+))?/;

/** The first place below `layouts/` that a stack names. */
function templateIn(stack: string): string | undefined {
  const root = pathToFileURL(`${resolve()}/`).href;
  const at = stack.indexOf(`${root}layouts/`);
  if (at === -1) return undefined;
  const { file, line } = PLACE.exec(stack.slice(at + root.length))?.groups ?? {};
  return line === undefined ? file : `${file}:${line}`;
}
