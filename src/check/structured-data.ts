/** Is what a page says to machines as its schema has it? JSON-LD by schema.org's types, of which the archive uses some. */
import { nearestWord } from "../text/nearest.ts";
import type { FileNotes } from "./page-notes.ts";
import { isFullDate } from "./stated-dates.ts";

interface Place {
  readonly notes: FileNotes;
  readonly line: number;
  readonly place: string;
}

/** What each type must have, in schema.org's words; in brackets what one of must be there. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: ["headline"],
  Article: ["headline"],
  Person: ["name"],
  Organization: ["name"],
  NewsMediaOrganization: ["name"],
  Place: ["name"],
  Thing: ["name"],
  WebSite: ["name"],
  CollectionPage: ["name"],
  ProfilePage: ["mainEntity"],
  BreadcrumbList: ["itemListElement"],
  ItemList: ["itemListElement"],
  ListItem: ["position"],
  Dataset: ["name", "description"],
  DataDownload: ["contentUrl"],
  DataCatalog: ["name"],
  DefinedTerm: ["name"],
  DefinedTermSet: ["name"],
  Event: ["name", "startDate"],
  Quotation: ["text"],
  ImageObject: ["url|contentUrl"],
  SearchAction: ["target"],
  EntryPoint: ["urlTemplate"],
  GeoCoordinates: ["latitude", "longitude"],
  Role: ["roleName|startDate"],
  OrganizationRole: ["roleName"],
  CorrectionComment: ["text"],
  PropertyValue: ["value"],
};

const DATES = [
  "datePublished",
  "dateModified",
  "dateCreated",
  "startDate",
  "endDate",
  "birthDate",
  "deathDate",
  "uploadDate",
];
const URLS = [
  "url",
  "contentUrl",
  "thumbnailUrl",
  "sameAs",
  "mainEntityOfPage",
  "license",
  "item",
  "logo",
  "image",
  "isBasedOn",
  "subjectOf",
  "@id",
];
const TEXTS = [
  "headline",
  "name",
  "description",
  "text",
  "articleSection",
  "dateline",
  "alternateName",
];
const THINGS = [
  "author",
  "publisher",
  "mentions",
  "about",
  "creator",
  "spatialCoverage",
  "contentLocation",
  "isPartOf",
  "hasPart",
  "mainEntity",
  "itemListElement",
  "distribution",
  "geo",
  "speaker",
];
const OTHERS = [
  "@context",
  "@type",
  "@graph",
  "@language",
  "@value",
  "inLanguage",
  "position",
  "latitude",
  "longitude",
  "correction",
  "keywords",
  "temporalCoverage",
  "roleName",
  "jobTitle",
  "worksFor",
  "hasOccupation",
  "memberOf",
  "potentialAction",
  "target",
  "urlTemplate",
  "query-input",
  "query",
  "encodingFormat",
  "contentSize",
  "identifier",
  "isAccessibleForFree",
  "wordCount",
  "citation",
  "numberOfItems",
  "copyrightHolder",
  "copyrightYear",
  "sourceOrganization",
  "provider",
  "caption",
  "width",
  "height",
  "inDefinedTermSet",
  "termCode",
  "value",
  "propertyID",
  "breadcrumb",
  "variableMeasured",
  "includedInDataCatalog",
  "nationality",
  "homeLocation",
  "gender",
  "affiliation",
  "address",
  "containedInPlace",
  "location",
  "abstract",
  "backstory",
  "locationCreated",
  "printEdition",
  "printPage",
  "archivedAt",
  "version",
  "usageInfo",
  "creditText",
  "spokenByCharacter",
  "dataset",
  "measurementTechnique",
  "knowsAbout",
  "publication",
  "publishingPrinciples",
  "correctionsPolicy",
  "mainEntityOfPage",
];
const KNOWN: readonly string[] = [...DATES, ...URLS, ...TEXTS, ...THINGS, ...OTHERS];
const KNOWN_SET: ReadonlySet<string> = new Set(KNOWN);
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const CONTEXT = /^https?:\/\/schema\.org\/?$/;

/** Checks the text of a JSON-LD script; the addresses that it names are noted as references. */
export function checkJsonLd(json: string, where: Place): void {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    tell(where, "JSON", error instanceof Error ? error.message.slice(0, 120) : "none");
    return;
  }
  for (const one of Array.isArray(data) ? data : [data]) {
    if (!isObject(one)) tell(where, "an object", String(one));
    else {
      const context = JSON.stringify(one["@context"] ?? "").replaceAll('"', "");
      if (!CONTEXT.test(context) && !context.includes("schema.org"))
        tell(where, '"@context": "https://schema.org"', context === "" ? "none" : context);
      const graph = one["@graph"];
      for (const thing of Array.isArray(graph) ? graph : [one]) checkThing(thing, where);
    }
  }
}

function checkThing(thing: unknown, where: Place): void {
  if (!isObject(thing)) return;
  const type = typeOf(thing);
  if (type === undefined) {
    // a thing that is told of elsewhere
    if (typeof thing["@id"] === "string") noteAddress(thing["@id"], where, true);
    else tell(where, "a thing with @type", JSON.stringify(thing).slice(0, 60));
    return;
  }
  for (const wanted of REQUIRED[type] ?? []) {
    if (wanted.split("|").some((name) => !isEmpty(thing[name]))) continue;
    tell(where, `${type} with ${wanted.replace("|", " or ")}`, "none", `${type} ${wanted}`);
  }
  for (const [property, value] of Object.entries(thing)) {
    if (!KNOWN_SET.has(property)) checkSpelling(property, type, where);
    for (const one of Array.isArray(value) ? value : [value]) checkValue(property, one, where);
  }
}

function checkSpelling(property: string, type: string, where: Place): void {
  const meant = nearestWord(property, KNOWN);
  if (meant !== undefined)
    tell(where, `a property of schema.org, perhaps ${meant}`, `${property} of ${type}`, property);
}

function checkValue(property: string, value: unknown, where: Place): void {
  if (isObject(value)) {
    if (property !== "@context" && value["@value"] === undefined) checkThing(value, where);
    return;
  }
  const shown = JSON.stringify(value) ?? "none";
  const wants = (isRight: boolean, expected: string): void => {
    if (!isRight) tell(where, `${property}: ${expected}`, shown.slice(0, 80), property);
  };
  if (DATES.includes(property))
    wants(typeof value === "string" && isFullDate(value), "a date of ISO 8601");
  else if (property === "inLanguage")
    wants(typeof value === "string" && LANGUAGE.test(value), "a language code");
  else if (property === "position") wants(Number.isInteger(Number(value)), "a whole number");
  else if (property === "latitude") wants(Math.abs(Number(value)) <= 90, "degrees from -90 to 90");
  else if (property === "longitude")
    wants(Math.abs(Number(value)) <= 180, "degrees from -180 to 180");
  else if (TEXTS.includes(property))
    wants(typeof value === "string" && value.trim() !== "", "words");
  else if (THINGS.includes(property) && property !== "spatialCoverage")
    wants(typeof value === "string" && value !== "", "a thing or words");
  else if (URLS.includes(property)) {
    wants(typeof value === "string" && value !== "", "an address");
    if (typeof value === "string" && (property !== "license" || /^https?:/.test(value)))
      noteAddress(value, where, property === "@id");
  }
}

function noteAddress(href: string, { notes, line, place }: Place, isName: boolean): void {
  // names that are no addresses, such as urn:newsml:…
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) && !/^https?:/i.test(href)) return;
  notes.references.push({ href, line, place: `${place} JSON-LD`, isName });
}

function typeOf(thing: Readonly<Record<string, unknown>>): string | undefined {
  const type: unknown = Array.isArray(thing["@type"]) ? thing["@type"][0] : thing["@type"];
  return typeof type === "string" && /^[A-Z]\w*$/.test(type) ? type : undefined;
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function tell(
  { notes, line, place }: Place,
  expected: string,
  found: string,
  about = expected,
): void {
  notes.tell({
    rule: "data/json-ld",
    line,
    place: `${place} ${about}`,
    expected,
    found,
    remedy: "mend the layout that writes the page's data",
  });
}
