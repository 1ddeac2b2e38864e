/** What does the feed of a person's newest articles say? Atom (RFC 4287), for feed readers. */
import type { FeedPage, SiteFrame } from "../src/page-model.ts";
import { type Html, html } from "../src/render/html.ts";
import { visibleText } from "../src/text/invisible.ts";
import { canonicalOf, type Frame, frameOf } from "./parts/frame.ts";
import { pageTemplate } from "./parts/template.ts";

/** Returns an Atom document. Its links are whole addresses where the site's own is known, else relative to the feed. */
export function drawFeed(page: FeedPage, site: SiteFrame): Html {
  const frame = frameOf({ address: page.about.address }, site);
  const link = (address: string): string => canonicalOf(address, site) ?? frame.link(address);
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>${page.id}</id>
<title>${xmlText(frame.say("shell.title", { page: page.about.name, archive: site.title }))}</title>
<updated>${page.entries[0]?.updated}</updated>
<author><name>${xmlText(site.title)}</name></author>
<generator>backfile</generator>
<link rel="self" type="application/atom+xml" href="${link(page.address)}"/>
<link rel="alternate" type="text/html" href="${link(page.about.address)}"/>
${page.entries.map((entry) => drawEntry(entry, frame, link))}</feed>
`;
}

export default pageTemplate("feed", drawFeed);

/** The link leads to the sentence that names the person. */
function drawEntry(entry: FeedPage["entries"][number], frame: Frame, link: Frame["link"]): Html {
  const { article, sentence } = entry;
  const summary = summaryOf(entry, frame);
  const language = article.language !== "und" && html` xml:lang="${article.language}"`;
  return html`<entry${language}>
<id>${entry.id}</id>
<title>${xmlText(article.headline)}</title>
<updated>${entry.updated}</updated>
<link rel="alternate" type="text/html" href="${link(sentence?.address ?? article.address)}"/>
${summary !== "" && html`<summary>${xmlText(summary)}</summary>\n`}</entry>
`;
}

/** The sentence that names the person, and the editor's remarks on the article. */
function summaryOf({ article, sentence }: FeedPage["entries"][number], { say }: Frame): string {
  const { correction, note } = article;
  return [
    sentence?.text,
    correction !== undefined && say("article.feedCorrection", { text: correction }),
    note !== undefined && say("article.feedNote", { text: note }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** Control characters have no place in XML 1.0, however they are written, nor has half a character. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function xmlText(text: string): string {
  return visibleText(text).toWellFormed().replace(NOT_XML, "\uFFFD");
}
