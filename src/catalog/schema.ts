/** Which tables has the catalogue? Each stands with what writes it; here they are put together. */
import { ANNOTATION_TABLES } from "./annotations.ts";
import { ARTICLE_FILE_TABLES } from "./article-files.ts";
import { ARTICLE_TABLES } from "./articles.ts";
import { CELL_TABLES } from "./cells.ts";
import { ENTITY_TABLES } from "./entities.ts";
import { FILE_TABLES } from "./files.ts";
import { IDENTITY_TABLES } from "./identities.ts";
import { INDEX_ROW_TABLES } from "./index-rows.ts";
import { LINK_TASK_TABLES } from "./link-tasks.ts";
import { PAGE_TABLES } from "./pages.ts";
import { REMARK_TABLES } from "./remarks.ts";
import { SHARD_TABLES } from "./shards.ts";
import { SIGHTING_TABLES } from "./sightings.ts";
import { MATCH_TABLES, SOURCE_TABLES } from "./sources.ts";
import { STATE_TABLES } from "./state.ts";
import { STORY_TABLES } from "./stories.ts";
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
  REMARK_TABLES,
  INDEX_ROW_TABLES,
  PAGE_TABLES,
  SHARD_TABLES,
].join("\n");
