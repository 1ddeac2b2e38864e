/** What do the stages make of one text by itself, outside any archive? For `annotate` and `explain`. */
import type {
  Annotations,
  Article,
  Diagnostic,
  NamedThing,
  ParseFacts,
  Person,
  Quotation,
  Timex,
  TopicMatch,
} from "./model.ts";
import { parseArticle } from "./parse/parse.ts";
import { readBytes } from "./read/sources.ts";
import { languageOf } from "./recognise/language.ts";
import { recognise } from "./recognise/recognise.ts";
import { builtInTopics } from "./recognise/topics/topics.ts";
import { documentOfSource } from "./text/document.ts";

/** A text with what is known of it from outside. */
export interface TextRow {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly zone?: string;
}

/**
 * Returns what `backfile annotate` prints for a text, in the shape of the annotation contract: offsets
 * count UTF-16 units of `row.text`, end exclusive; what was not found is left out. The date line of the text is
 * among its times.
 */
export function annotateText(row: TextRow): object {
  const facts: ParseFacts = {
    ...(row.published !== undefined && { published: row.published }),
    ...(row.zone !== undefined && { zone: row.zone }),
  };
  const article = parseArticle(row.text, facts);
  const document = documentOfSource(row.text, article, languageOf(row.text));
  return {
    id: row.id,
    ...articleFields(article),
    ...annotationFields(recognise(document, builtInTopics()), article),
  };
}

/** An article of a file, decoded and parsed. */
export interface ParsedText {
  /** As messages name it: the file, and which of several articles in it. */
  readonly name: string;
  readonly text: string;
  readonly article: Article;
}

/** A file's articles; none where it cannot be read. */
export interface ParsedFile {
  readonly texts: readonly ParsedText[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and parses the bytes of a file, of whichever format its name says that it is, naming it in what should be
 * known of it.
 */
export function parseFile(bytes: Uint8Array, file: string, facts: ParseFacts): ParsedFile {
  const { sources, diagnostics } = readBytes(file, bytes);
  const parsed = sources.map(({ item, text, stated }) => {
    const name = item === undefined ? file : `${file}#${item}`;
    return { name, text, article: parseArticle(text, { ...facts, ...(stated && { stated }) }) };
  });
  return {
    texts: parsed,
    diagnostics: [
      // reading names files below sources/; here they are named as the user did
      ...diagnostics.map((remark) => ({ ...remark, file: remark.file.replace("sources/", "") })),
      ...parsed.flatMap(({ name, article }) =>
        article.diagnostics.map((remark) => ({ ...remark, file: name })),
      ),
    ],
  };
}

function articleFields(article: Article): object {
  const { headline, published, byline, dateline, standfirst, other, blocks, removed } = article;
  return {
    ...(headline && {
      headline: { start: headline.start, end: headline.end, text: headline.text },
    }),
    ...(published && {
      published: { value: published.value, ...(published.span && spanOf(published.span)) },
    }),
    ...(byline && {
      byline: {
        ...spanOf(byline),
        authors: byline.authors,
        ...(byline.agency && { agency: byline.agency }),
      },
    }),
    ...(dateline && {
      dateline: {
        ...spanOf(dateline),
        place: dateline.place,
        ...(dateline.agency && { agency: dateline.agency }),
      },
    }),
    ...(standfirst && { standfirst: spanOf(standfirst) }),
    ...list(
      "other",
      other.map(({ kind, ...span }) => ({ kind, ...spanOf(span) })),
    ),
    ...list(
      "blocks",
      blocks.map(({ kind, ...span }) => ({ kind, ...spanOf(span) })),
    ),
    ...list(
      "removed",
      removed.map(({ rule, ...span }) => ({ rule, ...spanOf(span) })),
    ),
  };
}

function annotationFields(found: Annotations, { published }: Article): object {
  return {
    ...list("people", found.people.map(personField)),
    ...list("organizations", found.organisations.map(namedField)),
    ...list("places", found.places.map(namedField)),
    ...list("topics", found.topics.map(topicField)),
    ...list("quotations", found.quotations.map(quotationField)),
    ...list("times", timeFields(found.times, published)),
  };
}

function personField({ name, roles, mentions }: Person): object {
  return {
    name,
    roles: roles.map((role) => ({ title: role.title, ...spanOf(role) })),
    mentions: mentions.map((mention) => ({ ...spanOf(mention), form: mention.form })),
  };
}

function namedField({ name, mentions }: NamedThing): object {
  return { name, mentions: mentions.map(spanOf) };
}

function topicField({ label, root, because }: TopicMatch): object {
  return { label, ...(root !== undefined && { root }), because: because.map(spanOf) };
}

function quotationField(quotation: Quotation): object {
  const { kind, speaker, source, cue } = quotation;
  return {
    kind,
    ...spanOf(quotation),
    ...(speaker !== undefined && { speaker }),
    ...(source && { source: spanOf(source) }),
    ...(cue && { cue: spanOf(cue) }),
  };
}

function timeField(timex: Timex): object {
  return { ...spanOf(timex), type: timex.type, value: timex.value };
}

/** The date line is a time expression, too, which TimeML calls the time of the document's creation. */
function timeFields(times: readonly Timex[], published: Article["published"]): readonly object[] {
  if (published?.span === undefined) return times.map(timeField);
  const { span, value } = published;
  const type = value.includes("T") ? "TIME" : "DATE";
  const before = times.filter(({ start }) => start < span.start);
  const after = times.filter(({ start }) => start >= span.start);
  return [...before.map(timeField), { ...spanOf(span), type, value }, ...after.map(timeField)];
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): object {
  return { start, end };
}

/** A list under its name, or nothing where it is empty. */
function list(name: string, entries: readonly object[]): object {
  return entries.length === 0 ? {} : { [name]: entries };
}
