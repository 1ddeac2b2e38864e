/** What may stand in what? The content models of the HTML Living Standard (https://html.spec.whatwg.org/), as tables. */

const words = (text: string): readonly string[] => text.split(" ");

/** Elements that have no end tag. */
export const VOID: ReadonlySet<string> = new Set(
  words("area base br col embed hr img input link meta source track wbr"),
);

/** Elements whose end tag may be left out where what they stand in ends. */
export const END_OPTIONAL: ReadonlySet<string> = new Set(
  words(
    "html head body li dt dd p rt rp optgroup option colgroup caption thead tbody tfoot tr td th",
  ),
);

const PHRASING = words(
  "a abbr area audio b bdi bdo br button canvas cite code data datalist del dfn em embed i iframe img input ins kbd label link map mark math meta meter noscript object output picture progress q ruby s samp script select slot small span strong sub sup svg template textarea time u var video wbr",
);
const HEADINGS = words("h1 h2 h3 h4 h5 h6");
const SECTIONS = words("article aside nav section");
const FLOW = [
  ...PHRASING,
  ...HEADINGS,
  ...SECTIONS,
  ...words(
    "address blockquote details dialog div dl fieldset figure footer form header hgroup hr main menu ol p pre search table ul",
  ),
];
const METADATA = words("base link meta noscript script style template title");
const SCRIPTS = words("script template");

const BLOCKS = FLOW.filter((name) => !PHRASING.includes(name));
/** Elements that need no end tag before some start tags, and these. */
export const IMPLIED_ENDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["li", new Set(["li"])],
  ["dt", new Set(["dt", "dd"])],
  ["dd", new Set(["dt", "dd"])],
  ["p", new Set(BLOCKS)],
  ["rt", new Set(["rt", "rp"])],
  ["rp", new Set(["rt", "rp"])],
  ["option", new Set(["option", "optgroup", "hr"])],
  ["optgroup", new Set(["optgroup", "hr"])],
  ["colgroup", new Set(words("thead tbody tfoot tr"))],
  ["caption", new Set(words("colgroup thead tbody tfoot tr"))],
  ["thead", new Set(words("tbody tfoot"))],
  ["tbody", new Set(words("tbody tfoot"))],
  ["tr", new Set(words("tr tbody tfoot"))],
  ["td", new Set(words("td th tr tbody tfoot"))],
  ["th", new Set(words("td th tr tbody tfoot"))],
  ["head", new Set(["body"])],
]);

/** What may stand right in an element; `transparent` is whatever may stand in its parent. */
export type Content = ReadonlySet<string> | "transparent";

const phrasing: Content = new Set(PHRASING);
const flow: Content = new Set(FLOW);
const nothing: Content = new Set();
const of = (...names: readonly string[]): Content => new Set(names);

function all(names: string, content: Content): readonly (readonly [string, Content])[] {
  return words(names).map((name) => [name, content] as const);
}

/** Each element of HTML that is not obsolete, with what may stand right in it. */
export const CONTENT: ReadonlyMap<string, Content> = new Map<string, Content>([
  ...all("a ins del map object noscript canvas slot", "transparent"),
  ...all(
    "abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label mark meter output p pre progress q rp rt s samp small span strong sub sup time u var",
    phrasing,
  ),
  ...all(
    "address article aside blockquote body caption dd details dialog div dt fieldset figcaption figure footer form header li main nav search section td th",
    flow,
  ),
  ...all([...VOID].join(" "), nothing),
  ...all("title style script textarea iframe", nothing),
  ...all("ul ol menu", of("li", ...SCRIPTS)),
  ["html", of("head", "body")],
  ["head", new Set(METADATA)],
  ["legend", of(...PHRASING, ...HEADINGS)],
  ["summary", of(...PHRASING, ...HEADINGS)],
  ["hgroup", of("p", ...HEADINGS, ...SCRIPTS)],
  ["dl", of("dt", "dd", "div", ...SCRIPTS)],
  ["table", of("caption", "colgroup", "thead", "tbody", "tfoot", "tr", ...SCRIPTS)],
  ...all("thead tbody tfoot", of("tr", ...SCRIPTS)),
  ["tr", of("td", "th", ...SCRIPTS)],
  ["colgroup", of("col", "template")],
  ["select", of("option", "optgroup", "hr", ...SCRIPTS)],
  ["optgroup", of("option", ...SCRIPTS)],
  ["option", nothing],
  ["datalist", of("option", ...PHRASING)],
  ["picture", of("source", "img", ...SCRIPTS)],
  ["audio", of("source", "track", ...FLOW)],
  ["video", of("source", "track", ...FLOW)],
  ["ruby", of("rt", "rp", ...PHRASING)],
  ["template", new Set([...FLOW, ...METADATA, ...words("li dt dd tr td th option source")])],
]);

/** What is allowed in some elements besides, as their first child or their only one of its name. */
export const OWN_CHILDREN: ReadonlyMap<string, string> = new Map([
  ["fieldset", "legend"],
  ["details", "summary"],
  ["figure", "figcaption"],
]);

/** Elements that may hold text that is not white space though no element may stand in them, or only few. */
export const HOLDS_TEXT: ReadonlySet<string> = new Set(
  words(
    "title style script textarea option legend summary datalist ruby audio video template iframe",
  ),
);

const INTERACTIVE = words("a button details embed iframe input label select textarea");

/** Ancestors among which an element must not stand. */
export const FORBIDDEN_AROUND: ReadonlyMap<string, readonly string[]> = new Map<
  string,
  readonly string[]
>([
  ...INTERACTIVE.map((name) => [name, ["a", "button"]] as const),
  ["label", ["a", "button", "label"]],
  ["form", ["form"]],
  ["header", ["header", "footer", "address", "dt", "th"]],
  ["footer", ["header", "footer", "address", "dt", "th"]],
  ["main", ["article", "aside", "footer", "header", "nav"]],
  ["dfn", ["dfn"]],
  ["meter", ["meter"]],
  ["progress", ["progress"]],
  ["table", ["caption"]],
  ...HEADINGS.map((name) => [name, ["address", "dt", "th"]] as const),
  ...SECTIONS.map((name) => [name, ["address", "dt", "th"]] as const),
]);

/** In these an ancestor of `FORBIDDEN_AROUND` is looked for no further out. */
export const SECTIONING: ReadonlySet<string> = new Set([...SECTIONS, "main"]);
