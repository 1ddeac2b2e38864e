/** Which JSON-LD does a page hold about its article? Stage 1. */

/** A thing that JSON-LD describes, its fields not yet looked at. */
export type DataNode = Readonly<Record<string, unknown>>;

/** schema.org's kinds of articles: https://schema.org/Article and below it. */
const ARTICLE = /(?:Article|Posting|Review|Report|Column)$/;
const DEEPEST = 6;
const MOST_NODES = 2000;
/** Pages put line breaks into strings, which JSON does not allow. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const CONTROLS = /[\u0000-\u001f]+/g;
const WRAPPING = /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/g;
const ENTITY = /&(?:amp|quot|apos|lt|gt|nbsp|#\d{1,7}|#x[\da-f]{1,6});/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: "\u00a0",
};

/**
 * Returns what a page's JSON-LD says about its article: of several articles the one that has a date or a headline.
 * Undefined where there is none. Scripts that are no JSON are passed over; the fields of a page's own meta remain.
 */
export function articleData(document: Document): DataNode | undefined {
  const articles: DataNode[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json"]')) {
    collectArticles(jsonOf(script.textContent ?? ""), articles, 0);
  }
  const score = (node: DataNode): number =>
    Number(node["headline"] !== undefined) + Number(node["datePublished"] !== undefined);
  return articles.reduce<DataNode | undefined>(
    (best, node) => (best === undefined || score(node) > score(best) ? node : best),
    undefined,
  );
}

/** Returns the strings of fields in the order of the fields, character references decoded: pages put those into JSON, too. */
export function textsIn(node: DataNode | undefined, ...fields: readonly string[]): string[] {
  return fields.flatMap((field) =>
    listed(node?.[field]).flatMap((value) =>
      typeof value === "string" && value.trim() !== "" ? [decoded(value.trim())] : [],
    ),
  );
}

/** Returns the names of the people, papers or things in a field: strings, or objects with a `name`. */
export function namesIn(node: DataNode | undefined, field: string): string[] {
  return listed(node?.[field]).flatMap((value) => {
    const names = isNode(value) ? listed(value["name"]) : [value];
    return names.flatMap((name) =>
      typeof name === "string" && name.trim() !== ""
        ? [decoded(name).replace(/\s+/g, " ").trim()]
        : [],
    );
  });
}

function jsonOf(script: string): unknown {
  try {
    return JSON.parse(script.replace(WRAPPING, "").replace(CONTROLS, " "));
  } catch {
    // what a page puts there need not be JSON
    return undefined;
  }
}

function collectArticles(value: unknown, articles: DataNode[], depth: number): void {
  if (depth > DEEPEST || articles.length >= MOST_NODES) return;
  if (Array.isArray(value)) {
    for (const entry of value) collectArticles(entry, articles, depth + 1);
    return;
  }
  if (!isNode(value)) return;
  const kinds = listed(value["@type"]);
  if (kinds.some((kind) => typeof kind === "string" && ARTICLE.test(kind))) articles.push(value);
  for (const field of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"]) {
    collectArticles(value[field], articles, depth + 1);
  }
}

function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function isNode(value: unknown): value is DataNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function decoded(text: string): string {
  return text.replace(ENTITY, (entity) => {
    const name = entity.slice(1, -1).toLowerCase();
    if (!name.startsWith("#")) return NAMED[name] ?? entity;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}
