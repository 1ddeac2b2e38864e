/** Which kinds of pages does the comparison draw, and with which function of the layouts? */
import { drawAnniversary } from "../../../layouts/anniversary.11ty.ts";
import { drawArticle } from "../../../layouts/article.11ty.ts";
import { drawChapter } from "../../../layouts/chapter.11ty.ts";
import { drawFeed } from "../../../layouts/feed.11ty.ts";
import { drawIndex } from "../../../layouts/index.11ty.ts";
import { drawPeriod } from "../../../layouts/period.11ty.ts";
import { drawPerson } from "../../../layouts/person.11ty.ts";
import { drawShelfPage } from "../../../layouts/shelf.11ty.ts";
import { drawStory } from "../../../layouts/story.11ty.ts";
import { drawSubject } from "../../../layouts/subject.11ty.ts";
import { drawTimeline } from "../../../layouts/timeline.11ty.ts";
import type { Page, SiteFrame } from "../../../src/page-model.ts";
import { renderHtml } from "../../../src/render/html.ts";

/** The kinds that nearly all pages are of; the others, a few dozen pages of any archive, nobody draws. */
export const PAGE_KINDS = [
  "article",
  "person",
  "chapter",
  "feed",
  "subject",
  "shelf",
  "story",
  "period",
  "timeline",
  "anniversary",
  "index",
] as const;

/** One of the kinds that are drawn; topics, places and organisations are subjects. */
export type PageKind = (typeof PAGE_KINDS)[number];

/** Returns a page as HTML by the layouts' own function; `undefined` for a kind that nobody draws. */
export function drawPage(page: Page, frame: SiteFrame): string | undefined {
  const drawn = drawnBy(page, frame);
  return drawn && renderHtml(drawn);
}

function drawnBy(page: Page, frame: SiteFrame) {
  switch (page.kind) {
    case "article":
      return drawArticle(page, frame);
    case "person":
      return drawPerson(page, frame);
    case "chapter":
      return drawChapter(page, frame);
    case "feed":
      return drawFeed(page, frame);
    case "topic":
    case "place":
    case "organisation":
      return drawSubject(page, frame);
    case "shelf":
      return drawShelfPage(page, frame);
    case "story":
      return drawStory(page, frame);
    case "period":
      return drawPeriod(page, frame);
    case "timeline":
      return drawTimeline(page, frame);
    case "anniversary":
      return drawAnniversary(page, frame);
    case "index":
      return drawIndex(page, frame);
    default:
      return undefined;
  }
}
