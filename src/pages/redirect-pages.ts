/** What stands at an address that an editor's ruling took away? Stage 6: a page that leads on. */
import { movedEntities } from "../catalog/reading-entities.ts";
import type { RedirectPage } from "../page-model.ts";
import type { PageContext } from "./context.ts";
import { entityAddress, FOLDERS } from "./page-addresses.ts";

/**
 * Yields a page for each former address, which leads to the page of whoever is meant, or, where they have none, to the
 * index of their kind. An address that is another's by now stays so.
 */
export function* redirectPages(context: PageContext): Generator<RedirectPage> {
  context.readings.note("moved");
  for (const { kind, from, to } of movedEntities(context.database)) {
    const address = entityAddress(kind, from);
    const entity = context.names.knownEntity(kind, to);
    if (entity === undefined || context.names.knownEntity(kind, from)?.hasPage) continue;
    const { name, hasPage } = entity;
    const place = hasPage ? entityAddress(kind, to) : `/${FOLDERS[kind]}/`;
    yield { kind: "redirect", address, title: name, to: { name, address: place } };
  }
}
