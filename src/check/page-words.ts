/** Can everybody read a page: is it named, in a language, under one headline, with words for what is only seen? WCAG 2.2. */
import type { PageElement } from "./element.ts";
import type { FileNotes, Told } from "./page-notes.ts";
import type { PageRule } from "./page-scan.ts";

type Tell = (rule: string, told: Omit<Told, "rule" | "line">, element?: PageElement) => void;

/** Returns the rules of what a page must say of itself and of what is only seen. */
export function wordRules(notes: FileNotes): readonly PageRule[] {
  const tell: Tell = (rule, told, element) =>
    notes.tell({ rule, line: element?.line ?? 1, place: element?.place ?? "", ...told });
  return [headRule(notes, tell), headingRule(notes, tell), nameRule(tell), fieldRule(tell)];
}

function headRule(notes: FileNotes, tell: Tell): PageRule {
  let title = "";
  let description: string | undefined;
  let hasViewport = false;
  let charset = false;
  return {
    open(element) {
      const { name } = element;
      if (name === "html") checkLanguage(element, tell);
      if (name === "body")
        notes.kind = /(?:^|\s)page-(\S+)/.exec(element.get("class") ?? "")?.[1] ?? "";
      if (name !== "meta") return;
      if (element.get("charset") !== undefined)
        charset = /^utf-8$/i.test(element.get("charset") ?? "");
      const meta = element.get("name")?.toLowerCase();
      if (meta === "description") description = element.get("content") ?? "";
      if (meta === "viewport") hasViewport = true;
    },
    text(text, around) {
      if (around?.name === "title" && around.parent?.name === "head") title += text;
    },
    end() {
      if (title.trim() === "")
        tell("page/title", {
          expected: "a <title> that names the page",
          found: "none",
          remedy: "give the page a title",
        });
      if (!charset)
        tell("page/charset", {
          expected: '<meta charset="utf-8"> in the head',
          found: "none",
          remedy: "mend the layout's head",
        });
      if (notes.isRedirect) return;
      if (description?.trim() === undefined || description.trim() === "")
        tell("page/description", {
          expected: "a description for search engines",
          found: description === undefined ? "none" : "an empty one",
          remedy: "set description in archive.yml, or mend the layout's head",
        });
      if (!hasViewport)
        tell("page/viewport", {
          expected: '<meta name="viewport">, or phones show the page at the width of a desk',
          found: "none",
          remedy: "mend the layout's head",
        });
    },
  };
}

function checkLanguage(element: PageElement, tell: Tell): void {
  const remedy = "set language in archive.yml, or mend the layout";
  if ((element.get("lang") ?? "") === "")
    tell("page/language", { expected: "<html lang>", found: "none", remedy }, element);
  if (!/^(?:ltr|rtl)$/.test(element.get("dir") ?? ""))
    tell(
      "page/direction",
      { expected: '<html dir="ltr"> or "rtl"', found: "none", remedy },
      element,
    );
}

const HEADING = /^h([1-6])$/;

function headingRule(notes: FileNotes, tell: Tell): PageRule {
  let first: PageElement | undefined;
  let level = 0;
  return {
    open(element) {
      const found = HEADING.exec(element.name)?.[1];
      if (found === undefined || element.isForeign) return;
      const next = Number(found);
      if (next === 1 && first !== undefined)
        tell(
          "page/heading",
          {
            expected: "one <h1>",
            found: `another one, after that on line ${first.line}`,
            remedy: "make it an <h2>",
          },
          element,
        );
      if (next === 1) first ??= element;
      if (next > level + 1 && level > 0)
        tell(
          "page/heading",
          {
            expected: `<h${level + 1}> or a higher one below <h${level}>`,
            found: `<h${next}>`,
            remedy: "leave out no level",
          },
          element,
        );
      level = next;
    },
    end() {
      if (first === undefined && !notes.isRedirect)
        tell("page/heading", {
          expected: "one <h1>",
          found: "none",
          remedy: "make the page's headline one",
        });
    },
  };
}

/** What must have words of its own, since it can be followed, pressed or is a picture. */
function isNamed(element: PageElement): boolean {
  const { name } = element;
  if (element.isForeign) return name === "svg" && element.get("role") === "img";
  if (name === "a") return element.get("href") !== undefined;
  return name === "button" || name === "summary" || /^h[1-6]$/.test(name);
}

function hasLabel(element: PageElement): boolean {
  return ["aria-label", "aria-labelledby", "title"].some(
    (name) => (element.get(name) ?? "").trim() !== "",
  );
}

function nameRule(tell: Tell): PageRule {
  /** Elements that want words, outermost first, with whether they have some. */
  const open: { element: PageElement; hasWords: boolean }[] = [];
  const found = (): void => {
    for (const one of open) one.hasWords = true;
  };
  return {
    open(element) {
      if (element.name === "img") {
        checkPicture(element, tell);
        if ((element.get("alt") ?? "").trim() !== "") found();
      }
      if (element.get("aria-label") !== undefined && open.length > 0) found();
      if (isNamed(element)) open.push({ element, hasWords: hasLabel(element) });
    },
    text(text, around) {
      if (open.length === 0 || !/\S/.test(text)) return;
      // words that nobody hears
      if (around?.get("aria-hidden") !== "true") found();
    },
    close(element) {
      if (open.at(-1)?.element !== element) return;
      if (open.pop()?.hasWords !== false || element.get("aria-hidden") === "true") return;
      tell(
        "page/words",
        {
          expected: `words in <${element.name}> that say what it is`,
          found: "none",
          remedy: "give it words, or an aria-label",
        },
        element,
      );
    },
  };
}

function checkPicture(element: PageElement, tell: Tell): void {
  if (element.get("alt") !== undefined) return;
  tell(
    "page/alt",
    {
      expected: "words for a picture, in alt",
      found: `none for ${(element.get("src") ?? "").slice(0, 80)}`,
      remedy: 'say what it shows; alt="" where it shows nothing that the text does not say',
    },
    element,
  );
}

const UNLABELLED = /^(?:hidden|submit|reset|button|image)$/i;

function fieldRule(tell: Tell): PageRule {
  const labelled = new Set<string>();
  const fields: PageElement[] = [];
  return {
    open(element) {
      const { name } = element;
      if (name === "label") labelled.add(element.get("for") ?? "");
      const isField = name === "input" || name === "select" || name === "textarea";
      if (!isField || UNLABELLED.test(element.get("type") ?? "") || hasLabel(element)) return;
      if (element.within(["label"]) === undefined) fields.push(element);
    },
    end() {
      for (const field of fields) {
        if (labelled.has(field.get("id") ?? " ")) continue;
        tell(
          "page/label",
          {
            expected: `a <label> for <${field.name}>`,
            found: "none",
            remedy: "give it one, or an aria-label",
          },
          field,
        );
      }
    },
  };
}
