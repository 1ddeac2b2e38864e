/** Which tables has the catalogue? Each stands with what writes it; here they are put together. */
import { ANNOTATION_TABLES } from "./annotations.ts";
import { ARTICLE_FILE_TABLES } from "./article-files.ts";
import { ARTICLE_TABLES } from "./articles.ts";
import { CELL_TABLES } from "./cells.ts";
import { ENTITY_TABLES } from "./entities.ts";
import { FILE_TABLES } from "./files.ts";
import { INDEX_ROW_TABLES } from "./index-rows.ts";
import { PAGE_TABLES } from "./pages.ts";
import { REMARK_TABLES } from "./remarks.ts";
import { SHARD_TABLES } from "./shards.ts";
import { MATCH_TABLES, SOURCE_TABLES } from "./sources.ts";
import { STATE_TABLES } from "./state.ts";
import { STORY_TABLES } from "./stories.ts";

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
  STORY_TABLES,
  REMARK_TABLES,
  INDEX_ROW_TABLES,
  PAGE_TABLES,
  SHARD_TABLES,
].join("\n");
