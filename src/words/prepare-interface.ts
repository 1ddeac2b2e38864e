/** Writes text/interface-slots.ts, the keys of the interface's sentences and their slots, from interface/en.yml: `node src/words/prepare-interface.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { load } from "js-yaml";

const FROM = new URL("interface/en.yml", import.meta.url);
const TO = new URL("../text/interface-slots.ts", import.meta.url);

const HEAD = `/** Which sentences does the interface say, and which slots has each? Written by words/prepare-interface.ts from words/interface/en.yml. */

/** The names of the slots of each sentence, by its key; \`never\` where it has none. */
export interface InterfaceSlots {
`;

/** Returns the text of the module for the sentences in English. */
export function interfaceSlots(yaml: string): string {
  const sections = Object.entries(Object(load(yaml)) as Record<string, object>);
  const lines = sections
    .filter(([section]) => !section.endsWith("Rule"))
    .flatMap(([section, sentences]) =>
      Object.entries(sentences).map(([name, sentence]) => {
        const forms: readonly unknown[] =
          typeof sentence === "string" ? [sentence] : Object.values(Object(sentence));
        const slots = new Set(
          forms.flatMap((form) => [...String(form).matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot)),
        );
        // which form is said depends on it, whether they have it or not
        if (forms.length > 1 && !slots.has("number")) slots.add("count");
        const type = slots.size === 0 ? "never" : [...slots].map((slot) => `"${slot}"`).join(" | ");
        return `  readonly "${section}.${name}": ${type};\n`;
      }),
    );
  return `${HEAD}${lines.join("")}}\n`;
}

if (import.meta.main) writeFileSync(TO, interfaceSlots(readFileSync(FROM, "utf8")));
