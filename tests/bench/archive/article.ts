/** What does article number so-and-so of the invented paper say? The same for each seed, by itself, in any order. */
import { dateLabel } from "../../../src/text/dates.ts";
import { Chance } from "../../support/chance.ts";
import { bodyOf, type Person, personOn, reporterOf, subjectBy, townBy } from "./cast.ts";
import { type Subject, WORDS } from "./words.ts";

/** An archive that can be made. */
export interface ArchivePlan {
  readonly articles: number;
  readonly seed: number;
}

/** An article as its source prints it, and who was put into it. */
export interface InventedArticle {
  /** Below `sources/`: `2004/03/000123.txt`. */
  readonly path: string;
  readonly text: string;
  /** Full names, each once. */
  readonly people: readonly string[];
}

const LAST_DAY = Date.UTC(2023, 11, 31);
const DAY = 86_400_000;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const FIGURES = ["", "", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
/** Articles of so many days tell now and then of one thing. */
const THREAD_DAYS = 10;
const THREADS = 3;
const THREAD_SHARE = 0.22;
/** People of an article who are quoted; the others are named. */
const SPEAKERS = 3;

/**
 * Returns how many years an archive covers: 20 for 10,000 articles, and as the root of their number, from six to a hundred.
 * A larger archive is longer and denser, as papers are.
 */
export function yearsOf({ articles }: ArchivePlan): number {
  return Math.min(100, Math.max(6, Math.round(20 * Math.sqrt(articles / 10_000))));
}

/** Returns the article at a place in the archive, counted from 0 in the order of print. */
export function articleAt(plan: ArchivePlan, index: number): InventedArticle {
  const chance = new Chance(plan.seed, index);
  const day = dayAt(plan, index + chance.next());
  const iso = new Date(day).toISOString();
  const thing = thingToldBy(plan, index, chance);
  const draft = new Draft(day, thing, chance);
  const head = [draft.headline(), ...dateLines(iso, chance)];
  if (chance.happens(0.7)) head.push(`By ${reporterOf(Number(iso.slice(0, 4)), chance)}`);
  return {
    path: `${iso.slice(0, 4)}/${iso.slice(5, 7)}/${String(index).padStart(6, "0")}.txt`,
    text: `${head.join("\n\n")}\n\n${draft.body().join("\n\n")}\n`,
    people: draft.named(),
  };
}

function dayAt(plan: ArchivePlan, index: number): number {
  const days = yearsOf(plan) * 365.25;
  return LAST_DAY - Math.floor(((plan.articles - index) / plan.articles) * days) * DAY;
}

function dateLines(iso: string, chance: Chance): string[] {
  const label = dateLabel(iso.slice(0, 10));
  const [day, month, year] = label.split(" ");
  const time = `${String(6 + chance.below(17)).padStart(2, "0")}:${String(chance.below(60)).padStart(2, "0")}`;
  return [chance.happens(0.6) ? `${month} ${day}, ${year} - ${time}` : label];
}

/** What an article tells of. */
interface Thing {
  readonly subject: number;
  readonly town: string;
  readonly other: string;
  readonly people: readonly Person[];
}

/** Either something of its own, or one of the few things that the paper follows in these days. */
function thingToldBy(plan: ArchivePlan, index: number, chance: Chance): Thing {
  const year = new Date(dayAt(plan, index)).getUTCFullYear();
  if (!chance.happens(THREAD_SHARE)) return thingBy(year, chance);
  const perDay = plan.articles / (yearsOf(plan) * 365.25);
  const block = Math.floor(index / Math.max(20, perDay * THREAD_DAYS));
  return thingBy(year, new Chance(plan.seed, block, 1_000_003 + chance.below(THREADS)));
}

function thingBy(year: number, chance: Chance): Thing {
  const subject = subjectBy(chance);
  const town = townBy(chance);
  let other = townBy(chance);
  while (other === town) other = townBy(chance);
  const people: Person[] = [];
  for (let left = 3 + chance.below(4); left > 0; left--) {
    const person = personOn(subject, year, chance);
    if (people.every(({ surname }) => surname !== person.surname)) people.push(person);
  }
  return { subject, town, other, people };
}

/** Puts an article together from sentences, each wording once. */
class Draft {
  readonly #day: number;
  readonly #thing: Thing;
  readonly #subject: Subject;
  readonly #chance: Chance;
  readonly #body: string;
  readonly #sentences: string[];
  readonly #background: string[];
  readonly #quotes: string[];
  readonly #own: string[];

  constructor(day: number, thing: Thing, chance: Chance) {
    const subject = WORDS.subjects[thing.subject];
    if (subject === undefined) throw new Error(`there is no subject ${thing.subject}`);
    this.#day = day;
    this.#thing = thing;
    this.#subject = subject;
    this.#chance = chance;
    this.#body = bodyOf(subject, thing.town, chance);
    this.#sentences = [...subject.sentences];
    this.#background = [...WORDS.background];
    this.#quotes = [...WORDS.quotes];
    this.#own = [...subject.quotes];
  }

  named(): readonly string[] {
    return this.#thing.people.map(({ name }) => name);
  }

  headline(): string {
    return capital(this.#worded(this.#chance.pick(this.#subject.headlines)));
  }

  body(): readonly string[] {
    const chance = this.#chance;
    const lede = this.#worded(chance.pick(this.#subject.ledes));
    const paragraphs = [`${this.#thing.town.toUpperCase()} – ${lede} ${this.#told()}`];
    const speakers = this.#thing.people.slice(0, SPEAKERS);
    for (const person of speakers) {
      paragraphs.push(this.#introduced(person));
      if (chance.happens(0.4)) paragraphs.push(`${this.#told()} ${this.#behind()}`);
    }
    const others = this.#thing.people.slice(SPEAKERS).map((person) => this.#besides(person));
    if (others.length > 0) paragraphs.push(others.join(" "));
    const [speaker] = speakers;
    if (speaker !== undefined && chance.happens(0.7)) paragraphs.push(this.#again(speaker));
    while (paragraphs.length < 6 || (paragraphs.length < 8 && chance.happens(0.5)))
      paragraphs.push(`${this.#behind()} ${this.#behind()}`);
    return paragraphs;
  }

  /** A sentence of the subject, or one of the background when those are used up. */
  #told(): string {
    const sentence = this.#chance.take(this.#sentences);
    return sentence === undefined ? this.#behind() : capital(this.#worded(sentence));
  }

  #behind(): string {
    const sentence = this.#chance.take(this.#background) ?? "{t2} [looks on|waits|is not asked].";
    return capital(this.#worded(sentence));
  }

  #quote(): string {
    const own = this.#chance.happens(0.5) ? this.#chance.take(this.#own) : undefined;
    return capital(this.#worded(own ?? this.#chance.take(this.#quotes) ?? "We shall see"));
  }

  #introduced(person: Person): string {
    const chance = this.#chance;
    const verb = chance.pick(WORDS.verbs);
    const inverted = chance.pick(WORDS.inverted);
    const of = chance.happens(0.5) ? ` of ${this.#body}` : ` from ${this.#thing.other}`;
    const who = `${person.name}, the ${person.role}${chance.happens(0.5) ? of : ""},`;
    const first = chance.pick([
      () => `${who} ${verb} on ${this.#weekday()}: “${this.#quote()}.”`,
      () => `“${this.#quote()},” ${inverted} ${who.replace(/,$/, ".")}`,
      () => `${who} ${verb} that ${this.#reported()}. “${this.#quote()},” ${person.surname} said.`,
    ])();
    return `${first} ${this.#behind()}`;
  }

  /** Who is named and not quoted. */
  #besides({ name, role }: Person): string {
    return `${name}, the ${role}, ${this.#worded(this.#chance.pick(WORDS.besides))}.`;
  }

  #again({ surname }: Person): string {
    const chance = this.#chance;
    const then = chance.pick([
      `“${this.#quote()},” said ${surname}.`,
      `${surname} ${chance.pick(["smiled", "would not say more", "left before the end"])}. “${this.#quote()}.”`,
      `Asked about ${this.#thing.other}, ${surname} said: “${this.#quote()}.”`,
    ]);
    return `${then} ${this.#told()}`;
  }

  #reported(): string {
    return this.#chance.pick([
      `it would take ${this.#figure()} weeks`,
      `${this.#money()} had been found`,
      `nothing had been decided in ${this.#thing.other}`,
      `the figures were right`,
      `${this.#figure()} letters had come`,
    ]);
  }

  /** Chooses among the wordings of a template and fills its places. */
  #worded(template: string): string {
    let words = template;
    while (words.includes("["))
      words = words.replace(/\[([^[\]]*)\]/g, (_, all: string) =>
        this.#chance.pick(all.split("|")),
      );
    return words.replace(/\{(\w+)\}/g, (_, place: string) => this.#filled(place));
  }

  #filled(place: string): string {
    const { town, other } = this.#thing;
    const fillings: Readonly<Record<string, () => string>> = {
      t: () => town,
      t2: () => other,
      o: () => `the ${this.#body}`,
      s: () => this.#chance.pick(WORDS.streets),
      n: () => this.#figure(),
      m: () => this.#money(),
      w: () => this.#weekday(),
      d: () => dateLabel(this.#before(5, 300)),
      y: () => this.#before(400, 9000).slice(0, 4),
      c: () => this.#chance.pick(WORDS.cities),
      k: () => this.#chance.pick(WORDS.countries),
    };
    const filling = fillings[place];
    if (filling === undefined) throw new Error(`no filling for {${place}}`);
    return filling();
  }

  #figure(): string {
    const number = 2 + this.#chance.below(95);
    return FIGURES[number] ?? String(number);
  }

  #money(): string {
    const amount = (2 + this.#chance.below(97)) * 10 ** (1 + this.#chance.below(4));
    return `£${String(amount).replace(/\B(?=(\d{3})+$)/g, ",")}`;
  }

  /** An ISO day that lies between so many days back. */
  #before(least: number, most: number): string {
    const days = least + this.#chance.below(most - least);
    return new Date(this.#day - days * DAY).toISOString().slice(0, 10);
  }

  #weekday(): string {
    return WEEKDAYS[new Date(this.#day - this.#chance.below(4) * DAY).getUTCDay()] ?? "";
  }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
