/** Which tables has the catalogue? Each stands with what writes it; here they are put together. */
import { ANNOTATION_TABLES } from "./annotations.ts";
import { ARTICLE_FILE_TABLES } from "./article-files.ts";
import { ARTICLE_TABLES } from "./articles.ts";
import { CELL_TABLES } from "./cells.ts";
import { CHAPTER_TABLES } from "./chapters.ts";
import { COPY_TABLES } from "./copies.ts";
import { ENTITY_TABLES } from "./entities.ts";
import { EVENT_COUNT_TABLES } from "./event-counts.ts";
import { FILE_TABLES } from "./files.ts";
import { IDENTITY_TABLES } from "./identities.ts";
import { INDEX_ROW_TABLES } from "./index-rows.ts";
import { LINK_TASK_TABLES } from "./link-tasks.ts";
import { NEARNESS_TABLES } from "./nearness.ts";
import { OWN_EVENT_TABLES } from "./own-events.ts";
import { PAGE_TABLES } from "./pages.ts";
import { PHRASE_TABLES } from "./phrase-facts.ts";
import { REMARK_TABLES } from "./remarks.ts";
import { RESULT_TABLES } from "./results.ts";
import { SHARD_TABLES } from "./shards.ts";
import { SIGHTING_TABLES } from "./sightings.ts";
import { MATCH_TABLES, SOURCE_TABLES } from "./sources.ts";
import { STATE_TABLES } from "./state.ts";
import { STORY_TABLES } from "./stories.ts";
import { TIME_REPORT_TABLES } from "./time-reports.ts";
import { TRAIT_TABLES } from "./trait-lists.ts";
import { UNIT_TABLES } from "./units.ts";

/** All tables, indexes and triggers. */
export const SCHEMA: string = [
  STATE_TABLES,
  CELL_TABLES,
  FILE_TABLES,
  SOURCE_TABLES,
  MATCH_TABLES,
  ARTICLE_FILE_TABLES,
  ANNOTATION_TABLES,
  ARTICLE_TABLES,
  ENTITY_TABLES,
  SIGHTING_TABLES,
  UNIT_TABLES,
  IDENTITY_TABLES,
  LINK_TASK_TABLES,
  STORY_TABLES,
  EVENT_COUNT_TABLES,
  NEARNESS_TABLES,
  TRAIT_TABLES,
  COPY_TABLES,
  TIME_REPORT_TABLES,
  PHRASE_TABLES,
  REMARK_TABLES,
  INDEX_ROW_TABLES,
  CHAPTER_TABLES,
  OWN_EVENT_TABLES,
  PAGE_TABLES,
  SHARD_TABLES,
  RESULT_TABLES,
].join("\n");
