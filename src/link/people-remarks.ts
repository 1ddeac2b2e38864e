/** What about the archive's people should an editor look at? Stage 5: remarks, each with the line that settles it. */
import type { Diagnostic } from "../model.ts";
import type { Thresholds } from "../settings-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { nameInYaml } from "../text/yaml-name.ts";
import { contradict, tellingOffices, worldsOf } from "./callings.ts";
import { consonantsOf, type NameForm, nameForm } from "./name-forms.ts";
import type { NamedPerson } from "./naming.ts";
import type { Rulings } from "./rulings.ts";
import { areSpellings } from "./spellings.ts";

const FILE = "decisions.yml";
/** In fewer articles nobody would miss the page. */
const MANY_ARTICLES = 3;

/** Returns the doubts about who is who: two names that may be one person, one that may be two, and what may be no person. */
export function peopleRemarks(
  people: readonly NamedPerson[],
  thresholds: Thresholds,
  rulings: Rulings,
): readonly Diagnostic[] {
  const remarks = [
    ...perhapsSame(people, rulings),
    ...namesakes(people),
    ...people.flatMap((person) => doubtful(person, thresholds)),
  ];
  return remarks.sort(
    (a, b) =>
      byCodeUnits(a.rule, b.rule) ||
      (b.weight ?? 0) - (a.weight ?? 0) ||
      byCodeUnits(a.about ?? "", b.about ?? ""),
  );
}

// ------------------------------------------------------------------ two names, one person

interface Compared {
  readonly person: NamedPerson;
  readonly form: NameForm;
}

function perhapsSame(people: readonly NamedPerson[], rulings: Rulings): readonly Diagnostic[] {
  const compared = people.map((person) => ({ person, form: nameForm(person.name) }));
  const spelt = pairsWithin(compared, ({ form }) => [
    `${consonantsOf(form.given)} ${consonantsOf(form.family)}`,
  ]).filter(([a, b]) => areSpellings([a.form], [b.form]));
  const held = pairsWithin(compared, ({ person, form }) =>
    [...tellingOffices(person.cluster.sightings)].map((office) => `${form.family} ${office}`),
  ).filter(([a, b]) => holds(a.form, b.form) || holds(b.form, a.form));
  const pairs = [...spelt, ...held]
    .filter(([a, b]) => a.person.name !== b.person.name)
    .filter(([a, b]) => !rulings.areDifferent(a.person.name, b.person.name));
  // of many spellings each is put to the most usual one alone: one question a name, not one a pair
  return [...groupBy(pairs, ([, lesser]) => lesser.person.slug).values()].flatMap((those) => {
    const [best] = those.toSorted(([a], [b]) => byWeight(a, b));
    return best === undefined ? [] : [sameRemark(best[0].person, best[1].person)];
  });
}

/** Of names with one key only the most usual are compared with all the others: ten thousand alike would be pairs without end. */
const MOST_USUAL = 40;

/** Two that have a key in common; the one in more articles first. */
function pairsWithin(
  compared: readonly Compared[],
  keysOf: (one: Compared) => readonly string[],
): (readonly [Compared, Compared])[] {
  const keyed = compared.flatMap((one) => keysOf(one).map((key) => ({ key, one })));
  return [...groupBy(keyed, ({ key }) => key).values()].flatMap((group) => {
    const ordered = group.map(({ one }) => one).sort(byWeight);
    return ordered
      .slice(0, MOST_USUAL)
      .flatMap((one, index) => ordered.slice(index + 1).map((other) => [one, other] as const));
  });
}

function byWeight(a: Compared, b: Compared): number {
  return articlesOf(b.person) - articlesOf(a.person) || byCodeUnits(a.person.slug, b.person.slug);
}

/** Whether one name is the other with a first name more: "Javad Marandi" of "Mohammad Javad Marandi". */
function holds(full: NameForm, other: NameForm): boolean {
  return full.middle.length > 0 && full.middle[0] === other.given && full.given !== other.given;
}

function sameRemark(a: NamedPerson, b: NamedPerson): Diagnostic {
  const names = `[${nameInYaml(a.name)}, ${nameInYaml(b.name)}]`;
  return {
    severity: severityOf(articlesOf(b)),
    rule: "link/perhaps-same",
    file: FILE,
    about: [a.name, b.name].sort(byCodeUnits).join(" = "),
    weight: articlesOf(b),
    message: `${a.name} (${counted(a)}) and ${b.name} (${counted(b)}) may be one person; say which they are`,
    settle: `# content/${FILE}, if they are one\n- same: ${names}\n\n# content/${FILE}, if they are two\n- different: ${names}`,
  };
}

// ------------------------------------------------------------------ one name, two people

function namesakes(people: readonly NamedPerson[]): readonly Diagnostic[] {
  return [...groupBy(people, ({ name }) => name)].flatMap(([name, bearers]): Diagnostic[] => {
    const weight = bearers.reduce((sum, one) => sum + articlesOf(one), 0);
    if (bearers.length > 1 && bearers.some(({ cluster }) => cluster.split === true)) {
      const labels = bearers.map(({ label = "no role printed" }) => label).join("; ");
      const found = `${name} is shown as ${bearers.length} people (${labels})`;
      return [namesakeRemark(name, weight, { found, apart: apartLines(bearers) })];
    }
    const [only] = bearers;
    const isDoubtful =
      bearers.length === 1 && only?.cluster.ruled === undefined && hasContradiction(bearers[0]);
    return isDoubtful
      ? [
          namesakeRemark(name, weight, {
            found: `${name} is shown as one person, whose roles look like two`,
            apart: "",
          }),
        ]
      : [];
  });
}

function hasContradiction(person: NamedPerson | undefined): boolean {
  const worlds = new Set(person?.cluster.sightings.flatMap((one) => [...worldsOf(one)]));
  return [...worlds].some((one) => [...worlds].some((other) => contradict(one, other)));
}

/** The ruling that keeps the later namesakes where they are; empty where too many articles would have to be named. */
function apartLines([first, ...others]: readonly NamedPerson[]): string {
  const own = new Set(first === undefined ? [] : pathsOf(first));
  const blocks = others.map((person) => {
    const paths = pathsOf(person).filter((path) => !own.has(path));
    const label = person.label === undefined ? "" : `\n  label: ${nameInYaml(person.label)}`;
    const list = paths.map((path) => JSON.stringify(path)).join(", ");
    const few = paths.length > 0 && paths.length <= MOST_NAMED;
    return few ? `- different: ${nameInYaml(person.name)}\n  in: [${list}]${label}` : "";
  });
  return blocks.includes("") ? "" : `\n\n# content/${FILE}, if they are not\n${blocks.join("\n")}`;
}

/** No line that an editor should read names more articles. */
const MOST_NAMED = 20;

function pathsOf({ cluster }: NamedPerson): readonly string[] {
  return [...new Set(cluster.sightings.map(({ appearance }) => appearance.article))].sort(
    byCodeUnits,
  );
}

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

function doubtful(person: NamedPerson, { personSure }: Thresholds): Diagnostic[] {
  const { cluster, name } = person;
  const surest = cluster.sightings.reduce((most, one) => Math.max(most, one.confidence), 0);
  const articles = articlesOf(person);
  if (surest >= personSure || articles < MANY_ARTICLES || cluster.ruled !== undefined) return [];
  return [
    {
      severity: severityOf(articles),
      rule: "link/doubtful-person",
      file: FILE,
      about: name,
      weight: articles,
      message: `${name} (${counted(person)}) may be no person; say so if it is none`,
      settle: `# content/${FILE}\n- not-a-person: ${nameInYaml(name)}`,
    },
  ];
}

function articlesOf({ cluster }: NamedPerson): number {
  return new Set(cluster.sightings.map(({ appearance }) => appearance.article)).size;
}

function counted(person: NamedPerson): string {
  const articles = articlesOf(person);
  return articles === 1 ? "one article" : `${articles} articles`;
}
