/** What does a sentence say that somebody is, was or became? `was named mayor of Carrow`. Stage 4, recognise. */
import type { Line } from "../reading.ts";
import { ARTICLES, officeFrom } from "./description-extent.ts";
import { lexicon } from "./lexicon.ts";
import type { WordRange } from "./titles.ts";

const COPULAS: ReadonlySet<string> = new Set(["is", "was", "became", "remains"]);
/** Behind `was`, `has been`: the office that somebody comes into needs no article there. */
const INSTALLED: ReadonlySet<string> = new Set(
  "named appointed elected re-elected reelected made sworn nominated".split(" "),
);
const AUXILIARIES: ReadonlySet<string> = new Set(
  "is was has had been being be who later recently".split(" "),
);
/** They make a verb passive: has been named, not has named. */
const PASSIVES: ReadonlySet<string> = new Set("is was been being be later".split(" "));

/**
 * Returns the office behind `is the`, `, who was a`, `has been the`, `became the`, only with an article, so that `was
 * chief among` is none; and behind `was named`, `who was elected as`, with or without one.
 */
export function descriptionByVerb(line: Line, last: number): WordRange | undefined {
  const relative = line.words[last]?.text === "," && line.words[last + 1]?.key === "who";
  let at = relative ? last + 1 : last;
  const limit = at + MOST_AUXILIARIES;
  while (at < limit && AUXILIARIES.has(line.words[at]?.key ?? "")) at += 1;
  const verb = line.words[at]?.key ?? "";
  if (PASSIVES.has(line.words[at - 1]?.key ?? "") && at > last && INSTALLED.has(verb))
    return officeInstalled(line, at + 1);
  const named =
    COPULAS.has(verb) || COPULAS.has(line.words[at - 1]?.key ?? "") || isPerfect(line, at);
  const from = COPULAS.has(verb) ? at + 1 : at;
  if (!named || from === last) return undefined;
  return ARTICLES.has(line.words[from]?.key ?? "") ? held(line, officeFrom(line, from)) : undefined;
}

/** What is thought of somebody, or how he did in a contest, is no office: a great player, the only candidate. */
function held(line: Line, office: WordRange | undefined): WordRange | undefined {
  if (office === undefined) return undefined;
  const { opinions } = lexicon();
  const words = line.words.slice(office.first, office.last);
  const counted = COUNTING.has(words[0]?.key ?? "") && !GRADED_BY_NUMBER.has(words[1]?.key ?? "");
  return counted || words.some(({ key }) => opinions.has(key)) ? undefined : office;
}

const COUNTING: ReadonlySet<string> = new Set(
  "first second third fourth fifth last next only sole latest same other".split(" "),
);
const GRADED_BY_NUMBER: ReadonlySet<string> = new Set(
  "deputy vice minister secretary lady lieutenant mate officer".split(" "),
);
/** So many words make a verb: who had later been. */
const MOST_AUXILIARIES = 4;

function isPerfect({ words }: Line, at: number): boolean {
  return words[at - 1]?.key === "been";
}

/** Was named [as] [the] mayor of Carrow; sworn in as mayor. */
function officeInstalled(line: Line, from: number): WordRange | undefined {
  let at = from;
  while (line.words[at]?.key === "in" || line.words[at]?.key === "as") at += 1;
  return held(line, officeFrom(line, at));
}
