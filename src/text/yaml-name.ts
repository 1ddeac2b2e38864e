/** How is a name written in YAML, so that it is read back as it is? For decisions and the lines offered on pages. */
import { printedName } from "./invisible.ts";

/** Two words of letters at least are neither a number nor a word of YAML's own, and have no mark that it reads. */
const PLAIN_NAME = /^\p{L}[\p{L}\p{M}.’'-]*(?: \p{L}[\p{L}\p{M}.’'-]*)+$/u;

/**
 * Returns a name as it is written in YAML: what is not seen left out, without quotation marks where it needs none.
 *
 *     nameInYaml("Tomas Varga")  // "Tomas Varga"
 *     nameInYaml("Null")         // "\"Null\""
 */
export function nameInYaml(name: string): string {
  const shown = printedName(name);
  return PLAIN_NAME.test(shown) ? shown : JSON.stringify(shown);
}
