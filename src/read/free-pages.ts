/** Which free pages has the editor written? Stage 1: reads `content/pages/*.md`. */
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import type { FreeText } from "../model.ts";
import { slugOf } from "../text/slug.ts";
import { readMarkdownFolder } from "./markdown-folder.ts";

const MARK = /^\uFEFF/;
const LINE_ENDS = /\r\n?/g;
const FRONT_MATTER = "---\n";
const HAS_FRONT_MATTER = /^---\n[A-Za-z_][\w-]*:/;
const FRONT_MATTER_TITLE = /^title:[ \t]*(?<title>[^\n]+)$/m;
const QUOTED = /^(?<mark>["'])(?<words>.*)\k<mark>$/;
const TITLE = /^#\s+(?<title>[^\n]+)\n*/;

/**
 * Returns the free pages of a content folder by name; none where it has no `pages` folder. A page's
 * title is its first heading, else `title` in its front matter, of which nothing else is used, else the
 * file's name. A name without Latin letters or figures gets a slug from its hash. Files whose names
 * start with a dot and folders are passed over. Throws a `CliError` where one cannot be read.
 */
export function readFreePages(contentFolder: string): readonly FreeText[] {
  return readMarkdownFolder(join(contentFolder, "pages")).map(({ name, text }) =>
    freeTextOf(name, text),
  );
}

function freeTextOf(name: string, written: string): FreeText {
  const { front, body } = withoutFrontMatter(written.replace(MARK, "").replace(LINE_ENDS, "\n"));
  const named = basename(name, ".md");
  const heading = TITLE.exec(body)?.groups?.["title"]?.trim();
  return {
    file: `pages/${name}`,
    slug: freePageSlug(name),
    title: heading ?? titleIn(front) ?? named,
    text: body.replace(TITLE, ""),
  };
}

/** Returns the slug of a free page by the name of its file: `About us.md` is `about-us`. */
export function freePageSlug(name: string): string {
  const named = basename(name, ".md");
  return slugOf(named) || `page-${hashOf(named)}`;
}

/** Other programs' pages have front matter; a rule of three hyphens alone is none. */
function withoutFrontMatter(markdown: string): { readonly front: string; readonly body: string } {
  const end = HAS_FRONT_MATTER.test(markdown)
    ? `${markdown}\n`.indexOf(`\n${FRONT_MATTER}`, FRONT_MATTER.length - 1)
    : -1;
  if (end === -1) return { front: "", body: markdown };
  return {
    front: markdown.slice(FRONT_MATTER.length, end + 1),
    body: markdown.slice(end + FRONT_MATTER.length + 1).trimStart(),
  };
}

function titleIn(front: string): string | undefined {
  const title = FRONT_MATTER_TITLE.exec(front)?.groups?.["title"]?.trim();
  return title === undefined ? undefined : (QUOTED.exec(title)?.groups?.["words"] ?? title);
}

function hashOf(name: string): string {
  return createHash("sha256").update(name.normalize("NFC")).digest("hex").slice(0, 8);
}
