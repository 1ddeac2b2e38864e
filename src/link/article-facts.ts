/** What does an article say that linking asks of it? Stage 5: an article → its facts, kept in the catalogue. */
import type { ArchiveArticle, EntityKind, NamedThing } from "../model.ts";
import { SentenceFinder } from "../text/anchors.ts";
import { appearanceOf } from "./appearances.ts";
import { tellingOffices, worldsOf } from "./callings.ts";
import { applyList, type ListName } from "./editor-lists.ts";
import { leadOf } from "./entity-topics.ts";
import { explanationsIn, organisationKey } from "./organisation-keys.ts";
import { personManner } from "./person-units.ts";
import { placeKey } from "./place-keys.ts";
import { sightingsIn } from "./sightings.ts";
import { type TopicFacts, type TopicFound, topicFacts } from "./topic-facts.ts";
import type { UnlinkedAppearance } from "./units.ts";

/** Organisations less sure than this are left to search. */
const LEAST_CONFIDENCE = 0.5;

/** One name in one article. */
export interface SightingFacts {
  readonly kind: EntityKind;
  readonly name: string;
  /** As in `Unit`. */
  readonly manner: string;
  readonly confidence: number;
  readonly speaks: boolean;
  /** As in `UnitPart`. */
  readonly offices: readonly string[];
  readonly worlds: readonly string[];
  /** Of an organisation; see `leadOf`. */
  readonly lead: number;
  readonly appearance: UnlinkedAppearance;
}

/** What one article says of a key that others ask about: the full name of letters, the country of a place's name. */
export interface Hint {
  readonly kind: EntityKind;
  readonly key: string;
  readonly value: string;
}

/** All that linking needs of one article. */
export interface ArticleFacts {
  /** Its Markdown file. */
  readonly article: string;
  readonly sortKey: string;
  /** People, organisations and places. */
  readonly sightings: readonly SightingFacts[];
  readonly hints: readonly Hint[];
  readonly topics: TopicFacts;
}

/** Returns the facts of an article as its editor's lists leave them. */
export function factsOf(article: ArchiveArticle): ArticleFacts {
  const explained = explanationsIn(article);
  const own = new Map(explained);
  const organisations = thingsIn(article, "organisation", {
    things: article.annotations.organisations,
    list: "organisations",
    mannerOf: ({ name }) => own.get(organisationKey(name)) ?? "",
  });
  const places = thingsIn(article, "place", {
    things: article.annotations.places,
    list: "places",
    mannerOf: ({ country = "" }) => country,
  });
  return {
    article: article.path,
    sortKey: article.sortKey,
    sightings: [...peopleIn(article), ...organisations, ...places],
    hints: [
      ...explained.map(([key, value]) => ({ kind: "organisation" as const, key, value })),
      ...article.annotations.places.flatMap(({ name, country: value }) =>
        value === undefined
          ? []
          : { kind: "place" as const, key: placeKey(name, undefined), value },
      ),
    ],
    topics: topicFacts(article),
  };
}

/** Returns a topic found in an article as a sighting. */
export function topicSighting({ name, manner, appearance }: TopicFound): SightingFacts {
  return { ...PLAIN, kind: "topic", name, manner, appearance };
}

const PLAIN = { confidence: 1, speaks: false, offices: [], worlds: [], lead: 0 } as const;

function peopleIn(article: ArchiveArticle): SightingFacts[] {
  return sightingsIn(article).map(({ name, confidence, appearance }) => {
    const titles = appearance.roles.map(({ title }) => title);
    const offices = tellingOffices(titles);
    const { byEditor } = appearance;
    return {
      kind: "person",
      name,
      manner: personManner({ name, titles, offices, confidence, byEditor }),
      confidence,
      speaks: appearance.quotations.some(({ sure }) => sure),
      offices,
      worlds: worldsOf(titles),
      lead: 0,
      appearance,
    };
  });
}

function thingsIn(
  article: ArchiveArticle,
  kind: "organisation" | "place",
  {
    things,
    list,
    mannerOf,
  }: {
    readonly things: readonly NamedThing[];
    readonly list: ListName;
    readonly mannerOf: (thing: Pick<NamedThing, "name" | "country">) => string;
  },
): SightingFacts[] {
  const finder = new SentenceFinder(article.document, article.annotations.sentences);
  const sure = things.filter((thing) => thing.confidence >= LEAST_CONFIDENCE);
  const { kept, added } = applyList(article, sure, list);
  const all: readonly Pick<NamedThing, "name" | "mentions" | "country">[] = [...kept, ...added];
  return all.map((thing) => ({
    ...PLAIN,
    kind,
    name: thing.name,
    manner: mannerOf(thing),
    lead: kind === "organisation" ? leadOf(article, thing.mentions) : 0,
    appearance: {
      ...appearanceOf(article, kind, { name: thing.name, mentions: thing.mentions, finder }),
      byEditor: thing.mentions.length === 0,
    },
  }));
}
