/** What about the archive's people should an editor look at? Stage 5: remarks, each with the line that settles it. */
import type { Diagnostic } from "../model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { nameInYaml } from "../text/yaml-name.ts";
import { countedArticles } from "./grouping.ts";
import { consonantsOf, type NameForm, nameForm } from "./name-forms.ts";
import type { Rulings } from "./rulings.ts";
import { areSpellings } from "./spellings.ts";

const FILE = "decisions.yml";
/** In fewer articles nobody would miss the page. */
const MANY_ARTICLES = 3;

// ------------------------------------------------------------------ two names, one person

/** Somebody as others are compared with them. */
export interface Compared {
  readonly slug: string;
  readonly name: string;
  /** In how many they are. */
  readonly articles: number;
}

/** Those who have one thing in common that makes it likely that two of them are one. */
export interface LikePeople {
  /** As `likenessesOf` gives it. */
  readonly likeness: string;
  /** In the order of `byWeight`, so many as `MOST_USUAL` at most. */
  readonly usual: readonly Compared[];
}

/** Of names with one likeness only the most usual are compared with all the others: ten thousand alike would be pairs without end. */
export const MOST_USUAL = 40;

const SPELT = "spelt";
const HELD = "held";

/** Returns by what somebody is compared with others: the sound of the name, and the surname with an office. */
export function likenessesOf(name: string, offices: readonly string[]): readonly string[] {
  const { given, family } = nameForm(name);
  return [
    [SPELT, consonantsOf(given), consonantsOf(family)].join("\n"),
    ...offices.map((office) => [HELD, family, office].join("\n")),
  ];
}

/**
 * Returns a remark that somebody may be one with another who is in more articles: a spelling of the name, or the name with a first
 * name more under the same office. Of many each is put to the most usual one alone: one question a name, not one a pair.
 */
export function perhapsSame(
  lesser: Compared,
  groups: readonly LikePeople[],
  rulings: Rulings,
): Diagnostic | undefined {
  const form = nameForm(lesser.name);
  const hosts = groups.flatMap(({ likeness, usual }) => {
    const isSpelt = likeness.startsWith(SPELT);
    return usual.filter(
      (host) =>
        byWeight(host, lesser) < 0 &&
        host.name !== lesser.name &&
        mayBeOne(nameForm(host.name), form, isSpelt) &&
        !rulings.areDifferent(host.name, lesser.name),
    );
  });
  const [best] = hosts.sort(byWeight);
  return best && sameRemark(best, lesser);
}

function mayBeOne(a: NameForm, b: NameForm, isSpelt: boolean): boolean {
  return isSpelt ? areSpellings([a], [b]) : holds(a, b) || holds(b, a);
}

/** Who is in more articles first; of equals by slug. */
function byWeight(a: Compared, b: Compared): number {
  return b.articles - a.articles || byCodeUnits(a.slug, b.slug);
}

/** Whether one name is the other with a first name more: "Javad Marandi" of "Mohammad Javad Marandi". */
function holds(full: NameForm, other: NameForm): boolean {
  return full.middle.length > 0 && full.middle[0] === other.given && full.given !== other.given;
}

function sameRemark(a: Compared, b: Compared): Diagnostic {
  const names = `[${nameInYaml(a.name)}, ${nameInYaml(b.name)}]`;
  return {
    severity: severityOf(b.articles),
    rule: "link/perhaps-same",
    file: FILE,
    about: [a.name, b.name].sort().join(" = "),
    weight: b.articles,
    message: `${a.name} (${countedArticles(a.articles)}) and ${b.name} (${countedArticles(b.articles)}) may be one person; say which they are`,
    settle: `# content/${FILE}, if they are one\n- same: ${names}\n\n# content/${FILE}, if they are two\n- different: ${names}`,
  };
}

// ------------------------------------------------------------------ one name, two people

/** One of those who bear a name. */
export interface Bearer {
  readonly label?: string;
  /** In how many articles they are. */
  readonly articles: number;
  /** The name was split by roles; the editor has ruled on this one; the roles look like two people's. */
  readonly isSplit: boolean;
  readonly isRuled: boolean;
  readonly contradicts: boolean;
  /** Returns their articles, sorted. */
  readonly paths: () => readonly string[];
}

/** Returns a remark on a name that was split by roles, or whose one bearer's roles look like two people's. */
export function namesakesRemark(name: string, bearers: readonly Bearer[]): readonly Diagnostic[] {
  const weight = bearers.reduce((sum, { articles }) => sum + articles, 0);
  if (bearers.length > 1 && bearers.some(({ isSplit }) => isSplit)) {
    const labels = bearers.map(({ label = "no role printed" }) => label).join("; ");
    const found = `${name} is shown as ${bearers.length} people (${labels})`;
    return [namesakeRemark(name, weight, { found, apart: apartLines(name, bearers) })];
  }
  const [only] = bearers;
  const isDoubtful =
    bearers.length === 1 && only !== undefined && !only.isRuled && only.contradicts;
  if (!isDoubtful) return [];
  const found = `${name} is shown as one person, whose roles look like two`;
  return [namesakeRemark(name, weight, { found, apart: "" })];
}

/** The ruling that keeps the later namesakes where they are; empty where too many articles would have to be named. */
function apartLines(name: string, [first, ...others]: readonly Bearer[]): string {
  const own = new Set(first?.paths());
  const blocks = others.map(({ label, articles, paths }) => {
    if (articles > MOST_NAMED + own.size) return "";
    const apart = paths().filter((path) => !own.has(path));
    const told = label === undefined ? "" : `\n  label: ${nameInYaml(label)}`;
    const list = apart.map((path) => JSON.stringify(path)).join(", ");
    const few = apart.length > 0 && apart.length <= MOST_NAMED;
    return few ? `- different: ${nameInYaml(name)}\n  in: [${list}]${told}` : "";
  });
  return blocks.includes("") ? "" : `\n\n# content/${FILE}, if they are not\n${blocks.join("\n")}`;
}

/** No line that an editor should read names more articles. */
const MOST_NAMED = 20;

/** What many articles hang on is asked of the editor; the rest is for the record. */
function severityOf(weight: number): Diagnostic["severity"] {
  return weight >= MANY_ARTICLES ? "warning" : "note";
}

function namesakeRemark(
  name: string,
  weight: number,
  { found, apart }: { readonly found: string; readonly apart: string },
): Diagnostic {
  return {
    severity: severityOf(weight),
    rule: "link/namesakes",
    file: FILE,
    about: name,
    weight,
    message: `${found}; say so if they are one, or which articles are another's`,
    settle: `# content/${FILE}, if they are one\n- same: [${nameInYaml(name)}]${apart}`,
  };
}

// ------------------------------------------------------------------ no person at all

/** Returns a remark that a name in many articles may be nobody's. */
export function doubtfulPerson(
  name: string,
  articles: number,
  isSure: () => boolean,
): readonly Diagnostic[] {
  if (articles < MANY_ARTICLES || isSure()) return [];
  return [
    {
      severity: severityOf(articles),
      rule: "link/doubtful-person",
      file: FILE,
      about: name,
      weight: articles,
      message: `${name} (${countedArticles(articles)}) may be no person; say so if it is none`,
      settle: `# content/${FILE}\n- not-a-person: ${nameInYaml(name)}`,
    },
  ];
}
