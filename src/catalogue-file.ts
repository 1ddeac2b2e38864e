/** Where is an archive's catalogue? */
import { join } from "node:path";

/** Returns the file of an archive's catalogue, which may be deleted at any time: a build makes it anew. */
export function catalogueOf(content: string): string {
  return join(content, ".backfile", "catalog.db");
}
