/** What does an editor type about a doubt that a line of `decisions.yml` settles? For the table of remedies. */

import { z } from "zod";
import type { Diagnostic } from "../model.ts";
import { checkYaml } from "./checked-yaml.ts";
import { shellWord } from "./shell-word.ts";

/** A line on people's names, in the shapes that `backfile person` writes; others have no command. */
const ruling = z.union([
  z.strictObject({ same: z.array(z.string()).min(2) }),
  z.strictObject({ "not-a-person": z.string() }),
  z.strictObject({ rename: z.string(), to: z.string() }),
  z.strictObject({
    different: z.string(),
    in: z.array(z.string()).min(1),
    label: z.string().optional(),
  }),
]);

type Ruling = z.infer<typeof ruling>;

/**
 * Returns the ways to settle a remark whose maker left lines for `decisions.yml` in `settle`, alternatives parted by blank
 * lines, the likeliest first, perhaps each below a comment that names the file: each as lines for the file, then as a command where there is one.
 *
 *     - same: [Tomas Varga, Tom Varga]
 *     // "# content/decisions.yml\n- same: …", "backfile person merge 'Tomas Varga' 'Tom Varga'"
 */
export function rulingWays({ settle = "" }: Diagnostic): readonly string[] {
  return settle
    .split("\n\n")
    .filter((lines) => lines !== "")
    .flatMap((lines) => {
      const written = lines.startsWith("#") ? lines : `# content/decisions.yml\n${lines}`;
      const command = commandFor(lines);
      return command === undefined ? [written] : [written, command];
    });
}

function commandFor(lines: string): string | undefined {
  const checked = checkYaml(lines, z.array(ruling));
  const [only, second] = "value" in checked ? checked.value : [];
  if (only === undefined || second !== undefined) return undefined;
  return ["backfile person", ...wordsOf(only).map(shellWord)].join(" ");
}

function wordsOf(line: Ruling): readonly string[] {
  if ("same" in line) return ["merge", ...line.same];
  if ("not-a-person" in line) return ["not-a-person", line["not-a-person"]];
  if ("rename" in line) return ["rename", line.rename, line.to];
  const label = line.label === undefined ? [] : ["--label", line.label];
  return ["split", line.different, ...line.in, ...label];
}
