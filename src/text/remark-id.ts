/** By which short name does an editor settle a remark on the review list? For every stage that makes remarks. */
import { createHash } from "node:crypto";
import type { Diagnostic } from "../model.ts";

const LENGTH = 8;

/**
 * Returns the id of a remark, eight hexadecimal digits: the same for the same rule, file and subject, whatever
 * its message and line have become, so that what is settled stays settled when lines above it move.
 *
 * `remarkId({rule: "parse/no-headline", file: "sources/a.txt", …})` is the same in every build.
 */
export function remarkId({ rule, file, about }: Diagnostic): string {
  const subject = JSON.stringify([rule, file, about ?? ""]);
  return createHash("sha256").update(subject).digest("hex").slice(0, LENGTH);
}
