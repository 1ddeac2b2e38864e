/** By which number does the ledger know a page again? For the process that draws it and for who verifies it. */
import { createHash } from "node:crypto";
import { folded } from "./white-space.ts";

/** Returns the SHA-256 of a page's HTML with its runs of white space folded, which no reader sees. */
export function pageDigest(html: string): string {
  return createHash("sha256").update(folded(html)).digest("hex");
}
