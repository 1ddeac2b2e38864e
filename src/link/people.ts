/** Which people does the archive know? Stage 5: all articles → people, as the editor has ruled. */
import type { ArchiveArticle, Entity } from "../model.ts";
import type { AuthorityRecord, NameRulings, Thresholds } from "../settings-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { blocksUnder, linkBlocks, type PeopleByBlock } from "./blocks.ts";
import { countedArticles, onePerArticle } from "./grouping.ts";
import type { ArchiveLinks, LinkedEntity, MovedEntity } from "./linked-entity.ts";
import { type NamedPerson, namePeople } from "./naming.ts";
import { peopleRemarks } from "./people-remarks.ts";
import { Rulings } from "./rulings.ts";
import { type Sighting, sightingsIn } from "./sightings.ts";

/**
 * Returns the archive's people. Two sightings are one person when their first and last names agree and the names between
 * are compatible with the fullest form seen ("J." with "James"), and what they do does not contradict; never by a surname
 * or a role alone, and never through a chain. The editor's rulings go before all that. What is doubtful is a remark.
 *
 * Every build links every article: `linkBlocks` can take blocks that nothing has touched from before, which is of use once
 * the catalogue keeps what it knew.
 */
export function linkPeople(
  articles: readonly ArchiveArticle[],
  thresholds: Thresholds,
  nameRulings: NameRulings,
): ArchiveLinks {
  const rulings = new Rulings(nameRulings);
  const seen = articles.flatMap(sightingsIn);
  const sightings = seen.filter(({ name }) => !rulings.isNobody(name));
  const blocks = linkBlocks(sightings, rulings);
  const people = namePeople([...blocks.values()].flat(), rulings);
  const unknown = rulings.unknownNames(new Set(seen.map(({ name }) => name)));
  return {
    entities: people.map((person) => entityOf(person, thresholds)),
    remarks: [...unknown, ...peopleRemarks(people, thresholds, rulings)],
    moved: movedBy(rulings, { sightings, blocks, people }),
  };
}

function entityOf(person: NamedPerson, thresholds: Thresholds): LinkedEntity {
  const { cluster, name, slug, label } = person;
  const { sightings, ruled } = cluster;
  const record = ruled?.record;
  const forms = [...sightings.map((sighting) => sighting.name), ...(record?.variants ?? [])];
  const entity: Entity = {
    kind: "person",
    slug,
    name,
    variants: [...new Set(forms)].filter((form) => form !== name).sort(byCodeUnits),
    ...(record === undefined ? judge(sightings, thresholds) : RECORDED),
    ...(label !== undefined && { label }),
    ...(record !== undefined && recordFields(record)),
  };
  const appearances = onePerArticle(sightings.map(({ appearance }) => appearance));
  return { entity, appearances: appearances.map((appearance) => ({ ...appearance, slug })) };
}

const RECORDED: Pick<Entity, "hasPage" | "reason"> = {
  hasPage: true,
  reason: "has an authority record",
};

function recordFields(record: AuthorityRecord): Partial<Entity> {
  const { born, died, note, sameAs } = record;
  const years =
    born === undefined && died === undefined ? undefined : `${born ?? ""}–${died ?? ""}`;
  const label = record.label ?? years;
  return {
    ...(label !== undefined && { label }),
    ...(note !== undefined && { note }),
    ...(sameAs.length > 0 && { sameAs }),
  };
}

function judge(
  sightings: readonly Sighting[],
  thresholds: Thresholds,
): Pick<Entity, "hasPage" | "reason"> {
  const likely = new Set(
    sightings
      .filter(({ confidence }) => confidence >= thresholds.personLikely)
      .map(({ appearance }) => appearance.article),
  ).size;
  const surest = sightings.reduce((most, { confidence }) => Math.max(most, confidence), 0);
  const speaks = sightings.some(({ appearance }) => appearance.quotations.some(({ sure }) => sure));
  const counted = `named in ${countedArticles(sightings.map(({ appearance }) => appearance))}`;
  if (sightings.some(({ appearance }) => appearance.byEditor))
    return { hasPage: true, reason: "put here by the editor" };
  if (surest >= thresholds.personSure)
    return { hasPage: true, reason: `${counted}, surely a person` };
  if (likely >= thresholds.personArticles)
    return { hasPage: true, reason: `${counted}, probably a person` };
  if (speaks) return { hasPage: true, reason: `${counted}, and quoted` };
  return { hasPage: false, reason: `${counted}, and not surely a person` };
}

// ------------------------------------------------------------------ addresses that rulings took away

interface LinkedPeople {
  readonly sightings: readonly Sighting[];
  readonly blocks: PeopleByBlock;
  readonly people: readonly NamedPerson[];
}

/** Links the parts of the archive that rulings speak of without those that join, and says where its addresses are now. */
function movedBy(rulings: Rulings, { sightings, blocks, people }: LinkedPeople): MovedEntity[] {
  const names = rulings.together().flat();
  if (names.length === 0) return [];
  const blockOfName = blocksUnder(rulings);
  const ruled = new Set(names.map(blockOfName));
  const without = rulings.unjoined();
  const affected = sightings.filter(({ name }) => ruled.has(blockOfName(name)));
  const untouched = [...blocks]
    .filter(([block]) => !ruled.has(block))
    .flatMap(([, those]) => those);
  const former = namePeople(
    [...untouched, ...[...linkBlocks(affected, without).values()].flat()],
    without,
  );
  const taken = new Set(people.map(({ slug }) => slug));
  const now = new Map<string, string>();
  for (const { cluster, slug } of people) {
    for (const sighting of cluster.sightings) now.set(placeOf(sighting), slug);
  }
  return former
    .flatMap(({ cluster, slug }): MovedEntity[] => {
      const to = cluster.sightings.map((sighting) => now.get(placeOf(sighting))).find(Boolean);
      return taken.has(slug) || to === undefined ? [] : [{ kind: "person", from: slug, to }];
    })
    .sort((a, b) => byCodeUnits(a.from, b.from));
}

function placeOf({ name, appearance }: Sighting): string {
  return `${appearance.article}\n${name}`;
}
