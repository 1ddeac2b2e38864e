/** Which people are in a block of the archive? Stage 5: units → people, as the editor has ruled. */
import type { AuthorityRecord } from "../settings-model.ts";
import { byCodeUnits } from "../text/fold.ts";
import { groupBy } from "../text/grouping.ts";
import { Blocks } from "./blocks.ts";
import { contradict } from "./callings.ts";
import { type Cluster, clustersOf, officesOf } from "./clusters.ts";
import { formerOf } from "./former.ts";
import type { Identity, IdentityFacts, LinkedBlock } from "./identity.ts";
import { blockOf } from "./name-forms.ts";
import { formsOf, type NamedPerson, namePeople } from "./naming.ts";
import type { Rulings } from "./rulings.ts";
import type { SightingReader, Unit } from "./units.ts";

/** What the editor has ruled on a block's names. */
export interface PeopleRulings {
  readonly rulings: Rulings;
  /** Whether a ruling joins, renames or fixes a name of the block: then it is said whom it held without. */
  readonly isRuled: boolean;
}

/**
 * Returns the people of one block (see `blockOf`; blocks that a ruling speaks of together are one). Two units are one
 * person when their first and last names agree and the names between are compatible with the fullest form seen ("J." with
 * "James"), and what they do does not contradict; never by a surname or a role alone, and never through a chain. The
 * editor's rulings go before all that.
 */
export function linkPeople(
  units: readonly Unit[],
  { rulings, isRuled }: PeopleRulings,
  reader: SightingReader,
): LinkedBlock {
  const kept = units.filter(({ name }) => !rulings.isNobody(name));
  const people = namePeople(clustersOf(kept, rulings, reader), rulings);
  const identities = people.map(identityOf);
  if (!isRuled) return { identities };
  const without = rulings.unjoined();
  const parts = new Blocks(without, blockOf);
  const apart = groupBy(kept, ({ name }) => parts.rootOf(blockOf(name)));
  const before = namePeople(
    [...apart.values()].flatMap((those) => clustersOf(those, without, reader)),
    without,
  );
  const held = before.map(({ key, cluster: { units: its, seen } }) => ({
    key,
    units: its,
    ...(seen !== undefined && { seen }),
  }));
  return { identities, former: formerOf(held, identities) };
}

function identityOf({ cluster, name, key, label }: NamedPerson): Identity {
  const record = cluster.ruled?.record;
  const forms = [...formsOf(cluster), ...(record?.variants ?? [])];
  const its = record === undefined ? undefined : (record.label ?? yearsOfLife(record));
  const told = its ?? label;
  const about: IdentityFacts = {
    name,
    variants: [...new Set(forms)].filter((form) => form !== name).sort(byCodeUnits),
    ...(record !== undefined && { recorded: true, rest: fieldsOf(record) }),
    ...(told !== undefined && { label: told }),
    ...(cluster.ruled !== undefined && { ruled: true }),
    ...(cluster.seen !== undefined && { split: true }),
    ...(hasContradiction(cluster) && { contradicts: true }),
    offices: officesOf(cluster.units),
  };
  return {
    key,
    ...(record !== undefined && { fixed: record.slug }),
    units: cluster.seen === undefined ? cluster.units : [],
    ...(cluster.seen !== undefined && { seen: cluster.seen }),
    about,
  };
}

function yearsOfLife({ born, died }: AuthorityRecord): string | undefined {
  return born === undefined && died === undefined ? undefined : `${born ?? ""}–${died ?? ""}`;
}

function fieldsOf({ note, sameAs }: AuthorityRecord) {
  return { ...(note !== undefined && { note }), ...(sameAs.length > 0 && { sameAs }) };
}

/** Whether roles of one who is shown as one look like two people's. */
function hasContradiction({ units, seen }: Cluster): boolean {
  if (seen !== undefined) return false;
  const worlds = new Set(units.flatMap(({ parts }) => parts.flatMap((part) => part.worlds)));
  return [...worlds].some((one) => [...worlds].some((other) => contradict(one, other)));
}
