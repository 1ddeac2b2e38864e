/** What does the feed of a person or a subject hold: the newest articles, with names and times that no clock gives? Stage 6. */
import { createHash } from "node:crypto";
import type { Entity } from "../model.ts";
import type { FeedPage } from "../page-model.ts";
import type { SentenceEntry } from "../page-parts.ts";
import type { PageContext } from "./context.ts";
import { linkToPage } from "./page-addresses.ts";
import type { Telling } from "./telling.ts";

/** Returns the feed of the newest dated articles that name somebody or something; undefined where none has a date. */
export function feedOf(
  entity: Entity,
  { sum, articleAt }: Pick<Telling, "sum" | "articleAt">,
  context: PageContext,
): FeedPage | undefined {
  const about = linkToPage(entity);
  const address = `${about.address}feed.xml`;
  const entries = sum.dated.flatMap((path): FeedPage["entries"] => {
    const article = context.articles.cited(path);
    const [first] = articleAt(path)?.found.mentioned ?? [];
    if (article.date === undefined) return [];
    return [
      {
        id: feedId(`${about.address} ${article.address}`, article.address, context),
        updated: instantOf(article.date),
        article,
        ...(first !== undefined && { sentence: withoutArticle(first) }),
      },
    ];
  });
  if (entries.length === 0) return undefined;
  const id = feedId(address, address, context);
  return { kind: "feed", address, title: about.name, id, about, entries };
}

function withoutArticle({ address, text, words }: SentenceEntry) {
  return { address, text, words };
}

/** Atom wants an instant. What is known is the day, or less: its beginning in UTC stands for it. */
function instantOf(date: string): string {
  return `${`${date.slice(0, 10)}-01-01`.slice(0, 10)}T00:00:00Z`;
}

/**
 * The address on the web, or, where the site has none yet, a UUID made of the archive's title and what `key` names
 * (RFC 9562, version 8): the same at each build, and another in every archive.
 */
function feedId(key: string, address: string, { settings }: PageContext): string {
  const { url, title } = settings;
  if (url !== undefined) return url.replace(/\/$/, "") + address;
  const hex = createHash("sha256").update(`${title}\n${key}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return `urn:uuid:${[...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-")}`;
}
