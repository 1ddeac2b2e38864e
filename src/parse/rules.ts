/** In which order a text's lines are read (stage 2): the table of rules. */
import type { Rule } from "./draft.ts";
import { afterEnd } from "./rules/after-end.ts";
import { authorBox } from "./rules/author-box.ts";
import { authorNote } from "./rules/author-note.ts";
import { byline } from "./rules/byline.ts";
import { bylineLabel } from "./rules/byline-label.ts";
import { caption } from "./rules/caption.ts";
import { contents } from "./rules/contents.ts";
import { crosshead } from "./rules/crosshead.ts";
import { duplicate } from "./rules/duplicate.ts";
import { editorNote } from "./rules/editor-note.ts";
import { embed } from "./rules/embed.ts";
import { furniture } from "./rules/furniture.ts";
import { furnitureVocabulary } from "./rules/furniture-vocabulary.ts";
import { headNote } from "./rules/head-note.ts";
import { headline } from "./rules/headline.ts";
import { highlights } from "./rules/highlights.ts";
import { kickerLink } from "./rules/kicker-link.ts";
import { lede } from "./rules/lede.ts";
import { legend } from "./rules/legend.ts";
import { letter } from "./rules/letter.ts";
import { licence } from "./rules/licence.ts";
import { linkList } from "./rules/link-list.ts";
import { listItem } from "./rules/list-item.ts";
import { machineText } from "./rules/machine-text.ts";
import { navigation } from "./rules/navigation.ts";
import { paragraph } from "./rules/paragraph.ts";
import { poll } from "./rules/poll.ts";
import { publication } from "./rules/publication.ts";
import { relatedList } from "./rules/related-list.ts";
import { sandwiched } from "./rules/sandwiched.ts";
import { section } from "./rules/section.ts";
import { severalArticles } from "./rules/several-articles.ts";
import { signoff } from "./rules/signoff.ts";
import { staffCredit } from "./rules/staff-credit.ts";
import { standfirst } from "./rules/standfirst.ts";
import { standfirstApart } from "./rules/standfirst-apart.ts";
import { stated } from "./rules/stated.ts";
import { strayLine } from "./rules/stray-line.ts";
import { suspectedGap } from "./rules/suspected-gap.ts";
import { table } from "./rules/table.ts";
import { tailListing } from "./rules/tail-listing.ts";
import { teaser } from "./rules/teaser.ts";
import { teaserList } from "./rules/teaser-list.ts";

/**
 * The rules in the order in which they are asked. A line belongs to the first rule that claims it,
 * so the surer ones come first and `paragraph`, which takes whatever is left, comes last.
 */
export const RULES: readonly (readonly [string, Rule])[] = [
  // What the source's format says goes before all that is read from the words.
  ["stated", stated],
  // Claims nothing, so it may look at the text as it came.
  ["several-articles", severalArticles],
  ["licence", licence],
  // Under the names of its word lists: comment-form, share-bar, newsletter, …
  ["furniture", furniture],
  // After the lists of whole phrases, which give the closer reason.
  ["furniture-vocabulary", furnitureVocabulary],
  ["machine-text", machineText],
  ["byline-label", bylineLabel],
  ["table", table],
  // Before the publication line, since captions in the head may be prose and name dates.
  ["caption", caption],
  // After the furniture, which may stand below it.
  ["signoff", signoff],
  ["publication-line", publication],
  // Before the headline, since it may stand above it; so may the publication line.
  ["section", section],
  // After the section, which names sections alone; looks at what stands above the headline.
  ["navigation", navigation],
  ["headline", headline],
  // After the headline, since a headline may end as a sentence and stand above a credit.
  ["legend", legend],
  // Before the byline, since letters are signed with names alone.
  ["letter", letter],
  ["byline", byline],
  // Before what asks for names and jobs, which a correction may hold.
  ["editor-note", editorNote],
  ["embed", embed],
  ["highlights", highlights],
  ["staff-credit", staffCredit],
  ["author-box", authorBox],
  ["author-note", authorNote],
  // Before the duplicates, which keep the first of two equal lines.
  ["contents", contents],
  ["duplicate", duplicate],
  ["standfirst", standfirst],
  ["standfirst-apart", standfirstApart],
  ["related-list", relatedList],
  ["form", sandwiched],
  ["list-item", listItem],
  ["poll", poll],
  ["link-list", linkList],
  ["lede", lede],
  // After all that knows what a line above the first paragraph is.
  ["head-note", headNote],
  ["after-the-end", afterEnd],
  // Looks from the end for the last paragraph, so what only looks like one must be claimed before.
  ["tail-listing", tailListing],
  ["teaser", teaser],
  ["teaser-list", teaserList],
  ["kicker-link", kickerLink],
  // Asks for paragraphs above and below, so all that is neither must be claimed before.
  ["crosshead", crosshead],
  ["stray-line", strayLine],
  ["paragraph", paragraph],
  // Claims nothing; looks at what the text's end has become.
  ["suspected-gap", suspectedGap],
];
