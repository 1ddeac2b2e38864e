/** What does the page about the archive say: its method, its figures, what was left out and why? Stage 6. */

import { articleFigures, removalsByRule } from "../catalog/reading-articles.ts";
import { entityCounts } from "../catalog/reading-entities.ts";
import type { EntityKind } from "../model.ts";
import type { AboutPage } from "../page-model.ts";
import type { Thresholds } from "../settings-model.ts";
import { countToReview, reviewParts } from "../text/review-list.ts";
import type { PageContext } from "./context.ts";
import { extentOf } from "./home-page.ts";
import { contentsOf } from "./review-page.ts";

/** Returns the page about the archive; `text` is the editor's own (Markdown), shown first. */
export function aboutPage(context: PageContext, text: string | undefined): AboutPage {
  context.readings.note("review");
  const { open, settled } = context.review;
  return {
    kind: "about",
    address: "/about/",
    title: "About this archive",
    ...(text !== undefined && { text }),
    figures: [
      ...figuresOf(context),
      { label: "Remarks to review", value: String(countToReview(open)) },
      { label: "Remarks settled", value: String(settled) },
    ],
    thresholds: thresholdsOf(context.settings.thresholds),
    removals: removalsByRule(context.database),
    review: contentsOf(reviewParts(open)),
  };
}

function figuresOf(context: PageContext): AboutPage["figures"] {
  context.readings.note("articles");
  const { articles, utterances, attributed } = articleFigures(context.database);
  const count = (kind: EntityKind): string => {
    context.readings.note(`index/${kind}`);
    const { all, withPage } = entityCounts(context.database, kind);
    return `${all}, ${withPage} with a page`;
  };
  return [
    { label: "Articles", value: String(articles) },
    { label: "Years", value: extentOf(context) || "none stated" },
    { label: "People", value: count("person") },
    { label: "Organisations", value: count("organisation") },
    { label: "Places", value: count("place") },
    { label: "Topics", value: count("topic") },
    { label: "Quotations", value: `${utterances}, ${attributed} with a speaker` },
  ];
}

function thresholdsOf(thresholds: Thresholds): AboutPage["thresholds"] {
  const { personSure, personLikely, personArticles } = thresholds;
  return [
    {
      label: "A person has a page",
      value: `when the archive is sure of the name to ${personSure} in one article or to ${personLikely} in ${personArticles}, or when the person is quoted`,
    },
    {
      label: "A topic has a page",
      value: `from ${thresholds.topicArticles} articles on, or when the editor has made it`,
    },
    {
      label: "Two countries are a topic",
      value: orNever(
        thresholds.countryPairArticles,
        (count) => `when headline or lede are about both in ${count} articles`,
      ),
    },
    {
      label: "An organisation is listed among the topics",
      value: orNever(
        thresholds.leadingOrganisationArticles,
        (count) => `when it stands in the headline and in the lede of ${count} articles`,
      ),
    },
    { label: "A place has a page", value: `from ${thresholds.placeArticles} articles on` },
    {
      label: "An organisation has a page",
      value: `from ${thresholds.organisationArticles} articles on`,
    },
    { label: "A source is read", value: `up to ${thresholds.sourceBytes} bytes` },
  ];
}

function orNever(count: number, words: (count: number) => string): string {
  return count === 0 ? "never" : words(count);
}
