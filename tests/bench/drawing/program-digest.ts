/** Is the program still the one that filled a catalogue? Its code and word lists as one digest. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "../../..");

/** Returns the digest of all that makes pages and draws them, and of what the bench makes of it for others. */
export function programDigest(): string {
  const hash = createHash("sha256");
  for (const folder of ["src", "layouts", "tests/bench/drawing", "tests/bench/hugo"]) {
    const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).sort();
    for (const name of names)
      if (/\.(?:ts|json|gotmpl)$/.test(name)) hash.update(readFileSync(join(ROOT, folder, name)));
  }
  return hash.digest("hex");
}
