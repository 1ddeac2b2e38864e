/** What does the page about the archive say: its method, its figures, what was left out and why? Stage 6. */

import { articleFigures, removalsByRule } from "../catalog/reading-articles.ts";
import { entityCounts } from "../catalog/reading-entities.ts";
import type { EntityKind } from "../model.ts";
import type { AboutPage } from "../page-model.ts";
import type { Thresholds } from "../settings-model.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { countToReview, reviewParts } from "../text/review-list.ts";
import type { PageContext } from "./context.ts";
import { extentOf } from "./home-page.ts";
import { contentsOf } from "./review-page.ts";

/** Returns the page about the archive; `text` is the editor's own (Markdown), shown first. */
export function aboutPage(context: PageContext, text: string | undefined): AboutPage {
  context.readings.note("review");
  const { open, settled } = context.review;
  const { words } = context;
  return {
    kind: "about",
    address: "/about/",
    title: context.words.say("about.title"),
    ...(text !== undefined && { text }),
    figures: [
      ...figuresOf(context),
      { label: words.say("about.toReview"), value: words.number(countToReview(open)) },
      { label: words.say("about.settled"), value: words.number(settled) },
    ],
    thresholds: thresholdsOf(context.settings.thresholds, words),
    removals: removalsByRule(context.database),
    review: contentsOf(reviewParts(open), words),
  };
}

function figuresOf(context: PageContext): AboutPage["figures"] {
  context.readings.note("articles");
  const { words } = context;
  const say = words.say.bind(words);
  const number = words.number.bind(words);
  const { articles, utterances, attributed } = articleFigures(context.database);
  const count = (kind: EntityKind): string => {
    context.readings.note(`index/${kind}`);
    const { all, withPage } = entityCounts(context.database, kind);
    return say("about.withPage", { all: number(all), count: withPage });
  };
  return [
    { label: say("about.articles"), value: number(articles) },
    { label: say("about.years"), value: extentOf(context) || say("about.noneStated") },
    { label: say("about.people"), value: count("person") },
    { label: say("about.organisations"), value: count("organisation") },
    { label: say("about.places"), value: count("place") },
    { label: say("about.topics"), value: count("topic") },
    {
      label: say("about.quotations"),
      value: say("about.withSpeaker", { all: number(utterances), count: attributed }),
    },
  ];
}

function thresholdsOf(thresholds: Thresholds, words: InterfaceWords): AboutPage["thresholds"] {
  const { personSure, personLikely, personArticles } = thresholds;
  const say = words.say.bind(words);
  return [
    {
      label: say("about.personPage"),
      value: say("about.personPageWhen", {
        sure: words.fraction(personSure),
        likely: words.fraction(personLikely),
        count: personArticles,
      }),
    },
    {
      label: say("about.topicPage"),
      value: say("about.topicPageWhen", { count: thresholds.topicArticles }),
    },
    {
      label: say("about.countryPair"),
      value: orNever(thresholds.countryPairArticles, "about.countryPairWhen", words),
    },
    {
      label: say("about.leader"),
      value: orNever(thresholds.leadingOrganisationArticles, "about.leaderWhen", words),
    },
    {
      label: say("about.placePage"),
      value: say("about.pageFrom", { count: thresholds.placeArticles }),
    },
    {
      label: say("about.organisationPage"),
      value: say("about.pageFrom", { count: thresholds.organisationArticles }),
    },
    {
      label: say("about.sourceRead"),
      value: say("about.sourceReadUpTo", { count: thresholds.sourceBytes }),
    },
  ];
}

function orNever(
  count: number,
  key: "about.countryPairWhen" | "about.leaderWhen",
  words: InterfaceWords,
): string {
  return count === 0 ? words.say("about.never") : words.say(key, { count });
}
