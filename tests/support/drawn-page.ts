/** Which function of the layouts draws which page? Without Eleventy. */
import { drawAbout } from "../../layouts/about.11ty.ts";
import { drawAnniversaries } from "../../layouts/anniversaries.11ty.ts";
import { drawAnniversary } from "../../layouts/anniversary.11ty.ts";
import { drawArticle } from "../../layouts/article.11ty.ts";
import { drawChapter } from "../../layouts/chapter.11ty.ts";
import { drawFeed } from "../../layouts/feed.11ty.ts";
import { drawFree } from "../../layouts/free.11ty.ts";
import { drawHome } from "../../layouts/home.11ty.ts";
import { drawIndex } from "../../layouts/index.11ty.ts";
import { drawPeriod } from "../../layouts/period.11ty.ts";
import { drawPerson } from "../../layouts/person.11ty.ts";
import { drawRedirect } from "../../layouts/redirect.11ty.ts";
import { drawReview } from "../../layouts/review.11ty.ts";
import { drawSearch } from "../../layouts/search.11ty.ts";
import { drawShelfPage } from "../../layouts/shelf.11ty.ts";
import { drawStories } from "../../layouts/stories.11ty.ts";
import { drawStory } from "../../layouts/story.11ty.ts";
import { drawSubject } from "../../layouts/subject.11ty.ts";
import { drawTimeline } from "../../layouts/timeline.11ty.ts";
import type { Page, SiteFrame } from "../../src/page-model.ts";
import type { Html } from "../../src/render/html.ts";

/** Returns a page drawn by the layouts' own function. */
export function drawPage(page: Page, frame: SiteFrame): Html {
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
    case "stories":
      return drawStories(page, frame);
    case "period":
      return drawPeriod(page, frame);
    case "timeline":
      return drawTimeline(page, frame);
    case "anniversary":
      return drawAnniversary(page, frame);
    case "anniversaries":
      return drawAnniversaries(page, frame);
    case "index":
      return drawIndex(page, frame);
    case "home":
      return drawHome(page, frame);
    case "about":
      return drawAbout(page, frame);
    case "review":
      return drawReview(page, frame);
    case "search":
      return drawSearch(page, frame);
    case "free":
      return drawFree(page, frame);
    case "redirect":
      return drawRedirect(page, frame);
  }
}
