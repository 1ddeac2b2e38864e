/** What can an editor rule about a name, and in which words? Stage 6: lines for `decisions.yml`, and commands. */

import type { Entity } from "../model.ts";
import type { RulingOffer } from "../page-model.ts";
import type { InterfaceWords } from "../text/interface-words.ts";
import { shellWord } from "../text/shell-word.ts";
import { nameInYaml } from "../text/yaml-name.ts";

/**
 * Returns the rulings on a person, each as lines that `decisions.yml` takes and as the command that adds them. A line about
 * one of several namesakes, whom `label` tells apart, would reach them all: it is told so, and what to do instead.
 *
 * @param articles Markdown files that name the person, newest first.
 */
export function rulingsOn(
  { name, label }: Pick<Entity, "name" | "label">,
  articles: readonly string[],
  words: InterfaceWords,
): readonly RulingOffer[] {
  // they stand for what only the editor knows
  const [other, right] = [words.say("wrong.otherName"), words.say("wrong.rightName")];
  if (label !== undefined)
    return [noteOn(`${name} (${label})`, words), splitOf(name, articles, words)];
  return [
    {
      purpose: words.say("wrong.noPerson"),
      lines: [`- not-a-person: ${nameInYaml(name)}`],
      command: `backfile person not-a-person ${shellWord(name)}`,
    },
    {
      purpose: words.say("wrong.nameWrong"),
      lines: [`- rename: ${nameInYaml(name)}`, `  to: ${nameInYaml(right)}`],
      command: `backfile person rename ${shellWord(name)} ${shellWord(right)}`,
    },
    {
      purpose: words.say("wrong.samePerson"),
      lines: [`- same: [${nameInYaml(name)}, ${nameInYaml(other)}]`],
      command: `backfile person merge ${shellWord(name)} ${shellWord(other)}`,
    },
    splitOf(name, articles, words),
  ];
}

function splitOf(
  name: string,
  [article = "articles/…"]: readonly string[],
  words: InterfaceWords,
): RulingOffer {
  return {
    purpose: words.say("wrong.twoPeople"),
    lines: [`- different: ${nameInYaml(name)}`, `  in: [${nameInYaml(article)}]`],
    command: `backfile person split ${shellWord(name)} ${shellWord(article)}`,
  };
}

function noteOn(labelled: string, words: InterfaceWords): RulingOffer {
  return {
    purpose: words.say("wrong.namesakes"),
    lines: [],
    command: `backfile person note ${shellWord(labelled)}`,
  };
}
