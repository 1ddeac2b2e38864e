/** What can an editor rule about a name, and in which words? Stage 6: lines for `decisions.yml`, and commands. */
import type { Entity } from "../model.ts";
import type { RulingOffer } from "../page-model.ts";
import { shellWord } from "../text/shell-word.ts";
import { nameInYaml } from "../text/yaml-name.ts";

/** Stands for what only the editor knows. */
const OTHER = "the other name";

/**
 * Returns the rulings on a person, each as lines that `decisions.yml` takes and as the command that adds them. A line about
 * one of several namesakes, whom `label` tells apart, would reach them all: it is told so, and what to do instead.
 *
 * @param articles Markdown files that name the person, newest first.
 */
export function rulingsOn(
  { name, label }: Pick<Entity, "name" | "label">,
  articles: readonly string[],
): readonly RulingOffer[] {
  if (label !== undefined) return [noteOn(`${name} (${label})`), splitOf(name, articles)];
  return [
    {
      purpose: "This is no person",
      lines: [`- not-a-person: ${nameInYaml(name)}`],
      command: `backfile person not-a-person ${shellWord(name)}`,
    },
    {
      purpose: "The name is wrong",
      lines: [`- rename: ${nameInYaml(name)}`, `  to: ${nameInYaml("the right name")}`],
      command: `backfile person rename ${shellWord(name)} ${shellWord("the right name")}`,
    },
    {
      purpose: "Somebody else on another page is the same person",
      lines: [`- same: [${nameInYaml(name)}, ${nameInYaml(OTHER)}]`],
      command: `backfile person merge ${shellWord(name)} ${shellWord(OTHER)}`,
    },
    splitOf(name, articles),
  ];
}

function splitOf(name: string, [article = "articles/…"]: readonly string[]): RulingOffer {
  return {
    purpose: "Two people are on this page: name the articles of one of them",
    lines: [`- different: ${nameInYaml(name)}`, `  in: [${nameInYaml(article)}]`],
    command: `backfile person split ${shellWord(name)} ${shellWord(article)}`,
  };
}

function noteOn(labelled: string): RulingOffer {
  return {
    purpose: "Others bear the name, and a line reaches them all: write down who this one is",
    lines: [],
    command: `backfile person note ${shellWord(labelled)}`,
  };
}
