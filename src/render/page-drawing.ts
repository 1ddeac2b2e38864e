/** How does Eleventy draw page after page without starting anew? Stage 7; in the drawing process. */
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Eleventy } from "@11ty/eleventy";
import type { SiteFrame } from "../page-model.ts";
import { CODE, LAYOUTS, templateNames } from "./layout-files.ts";
import { PageLists, type PageView } from "./page-lists.ts";

/** Relative to the program's folder. */
const INPUT = "layouts";
/** Names the files that Eleventy would write; with `toJSON` it writes none. */
const OUTPUT = "_site";

/** A page as HTML. */
export interface PageHtml {
  /** Relative to the site's folder, with forward slashes. */
  readonly path: string;
  readonly html: string;
}

/**
 * One Eleventy for all batches: its start costs as much as some 400 pages. What it knows of a batch lies in lists
 * that the next batch replaces.
 */
export class PageDrawing {
  readonly #eleventy: Eleventy;
  readonly #lists: PageLists;

  private constructor(eleventy: Eleventy, lists: PageLists) {
    this.#eleventy = eleventy;
    this.#lists = lists;
  }

  /** Makes ready to draw pages of a site. The working folder is the program's. */
  static async begin(site: SiteFrame): Promise<PageDrawing> {
    const lists = new PageLists();
    const templates = await importTemplates();
    const eleventy = new Eleventy(INPUT, OUTPUT, {
      configPath: `.eleventy${CODE}`,
      quietMode: true,
      source: "cli",
      config(config) {
        // what is frozen, Eleventy hands on as it is instead of wrapping it anew for each page
        config.addGlobalData("site", Object.freeze(site));
        config.addGlobalData("pages", lists);
        for (const { name, template } of templates) {
          config.ignores.add(`${INPUT}/${name}`);
          config.addTemplate(name, template);
        }
      },
    });
    // it prints what it throws, which the program prints better
    eleventy.disableLogger();
    return new PageDrawing(eleventy, lists);
  }

  /** Draws pages by the templates of `layouts/`; throws what they throw, wrapped by Eleventy. */
  async draw(pages: Iterable<PageView>): Promise<readonly PageHtml[]> {
    this.#lists.take(pages);
    const templates = await this.#eleventy.toJSON();
    this.#lists.take([]);
    return templates.flatMap(({ outputPath, content }) =>
      outputPath === false ? [] : { path: pathInSite(outputPath), html: content },
    );
  }
}

/**
 * Left to find its templates, Eleventy loads each under an address with the time in it, which no cache of
 * compiled code knows again; so they are loaded here and given to it as virtual ones.
 */
async function importTemplates(): Promise<readonly { name: string; template: unknown }[]> {
  return Promise.all(
    templateNames().map(async (name) => {
      const template: unknown = await import(pathToFileURL(join(LAYOUTS, name)).href);
      return { name, template };
    }),
  );
}

function pathInSite(outputPath: string): string {
  return relative(resolve(OUTPUT), resolve(outputPath)).replaceAll("\\", "/");
}
