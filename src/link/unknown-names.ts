/** Which of the editor's rulings on organisations and places name what no article has? Stage 5. */
import type { ArchiveArticle, Diagnostic } from "../model.ts";
import type { Decisions, NameRulings, Ruled } from "../settings-model.ts";
import { foldName } from "../text/fold.ts";

/** Returns a remark for each name in a ruling that no article's text and no editor's list has. */
export function unknownNames(
  articles: readonly ArchiveArticle[],
  { organisation, place }: Pick<Decisions["names"], "organisation" | "place">,
): readonly Diagnostic[] {
  return [
    ...unknownOf("organisation", organisation, () =>
      articles.flatMap(({ annotations, front }) => [
        ...annotations.organisations.map(({ name }) => name),
        ...(front.organisations ?? []),
      ]),
    ),
    ...unknownOf("place", place, () =>
      articles.flatMap(({ annotations, front }) => [
        ...annotations.places.map(({ name }) => name),
        ...(front.places ?? []),
      ]),
    ),
  ];
}

function unknownOf(
  kind: "organisation" | "place",
  rulings: NameRulings,
  namesInArticles: () => readonly string[],
): readonly Diagnostic[] {
  const ruled = namesIn(rulings);
  if (ruled.length === 0) return [];
  const known = new Set(namesInArticles().map(foldName));
  return ruled
    .filter(({ name }) => !known.has(foldName(name)))
    .map(({ at, name }) => {
      const [file = at, line] = at.split(":");
      return {
        severity: "warning",
        rule: "link/unknown-name",
        file,
        line: Number(line),
        message: `no article names the ${kind} “${name}”; correct the name, or take the line out`,
        about: name,
      };
    });
}

function namesIn(rulings: NameRulings): readonly (Ruled & { readonly name: string })[] {
  const { same, different, apart, none, renamed } = rulings;
  return [
    ...[...same, ...different].flatMap(({ at, names }) => names.map((name) => ({ at, name }))),
    ...[...apart, ...none, ...renamed].map(({ at, name }) => ({ at, name })),
  ];
}
