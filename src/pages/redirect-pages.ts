/** What stands at an address that an editor's ruling took away? Stage 6: a page that leads on. */
import type { RedirectPage } from "../page-model.ts";
import { entityAddress, FOLDERS, type PageContext } from "./context.ts";

/**
 * Yields a page for each former address, which leads to the page of whoever is meant, or, where they have none, to the
 * index of their kind. An address that is another's by now stays so.
 */
export function* redirectPages(context: PageContext): Generator<RedirectPage> {
  context.note("moved");
  for (const { kind, from, to } of context.catalogue.moved()) {
    const address = entityAddress(kind, from);
    const entity = context.knownEntity(kind, to);
    if (entity === undefined || context.knownEntity(kind, from)?.hasPage) continue;
    const { name, hasPage } = entity;
    const place = hasPage ? entityAddress(kind, to) : `/${FOLDERS[kind]}/`;
    yield { kind: "redirect", address, title: name, to: { name, address: place } };
  }
}
