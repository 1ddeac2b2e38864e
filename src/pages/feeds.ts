/** What does the feed of a person or a subject hold: the newest articles, with names and times that no clock gives? Stage 6. */
import { createHash } from "node:crypto";
import type { CitedSentence, Entity } from "../model.ts";
import type { FeedPage } from "../page-model.ts";
import type { PageContext } from "./context.ts";
import { entityAddress } from "./page-addresses.ts";
import { articlesOf } from "./topic-tree.ts";

/** Returns the feed of the newest dated articles that name somebody or something, given by their files; undefined where none has a date. */
export function feedOf(
  entity: Entity,
  newestFirst: readonly string[],
  context: PageContext,
): FeedPage | undefined {
  const about = { name: entity.name, address: entityAddress(entity.kind, entity.slug) };
  const address = `${about.address}feed.xml`;
  const entries = newestFirst.flatMap((path): FeedPage["entries"] => {
    const article = context.articles.cited(path);
    const [named] = articlesOf(entity, context, { article: path });
    if (article.date === undefined || named === undefined) return [];
    const [first] = named.appearance.sentences;
    return [
      {
        id: feedId(`${about.address} ${article.address}`, article.address, context),
        updated: instantOf(article.date),
        article,
        ...(first !== undefined && { sentence: sentenceOf(article.address, first) }),
      },
    ];
  });
  if (entries.length === 0) return undefined;
  const id = feedId(address, address, context);
  return { kind: "feed", address, title: about.name, id, about, entries };
}

function sentenceOf(address: string, { anchor, text, words }: CitedSentence) {
  return { address: `${address}#${anchor}`, text, words };
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
