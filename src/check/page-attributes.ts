/** Has each element of a page the attributes that it must have, and no others, with values that mean something? */
import type { PageElement } from "./element.ts";
import { mayHave, NAMES_IDS, REQUIRED, valueExpected } from "./html-attributes.ts";
import type { FileNotes, Told } from "./page-notes.ts";
import type { PageRule } from "./page-scan.ts";

const REMEDY = "mend the layout that writes it";

/** Returns the rules of attributes: those of HTML, ids that are given once and named elsewhere, and the page's own policy. */
export function attributeRules(notes: FileNotes): readonly PageRule[] {
  return [{ open: (element) => checkAttributes(element, notes) }, idRule(notes), policyRule(notes)];
}

function checkAttributes(element: PageElement, notes: FileNotes): void {
  const { name, attributes, line } = element;
  const tell = (rule: string, about: string, told: Pick<Told, "expected" | "found">): void =>
    notes.tell({ rule, line, place: `${element.place} ${about}`, ...told, remedy: REMEDY });
  if (element.isForeign) return;
  for (const { name: attribute, value } of attributes) {
    if (!mayHave(name, attribute)) {
      tell("html/attribute", attribute, {
        expected: `attributes that <${name}> has`,
        found: `${attribute}="${value.slice(0, 40)}"`,
      });
      continue;
    }
    const expected = valueExpected(name, attribute, value);
    if (expected === undefined) continue;
    tell("html/value", attribute, { expected, found: `${attribute}="${value.slice(0, 60)}"` });
  }
  for (const oneOf of REQUIRED.get(name) ?? []) {
    if (attributes.some(({ name: own }) => oneOf.includes(own))) continue;
    tell("html/attribute", oneOf.join(), {
      expected: `<${name}> with ${oneOf.join(" or ")}`,
      found: "none",
    });
  }
}

function idRule(notes: FileNotes): PageRule {
  const named: { id: string; attribute: string; element: PageElement }[] = [];
  return {
    open(element) {
      for (const { name, value } of element.attributes) {
        if (name === "id" || (name === "name" && element.name === "a")) noteId(value, element);
        else if (NAMES_IDS.has(name) && !element.isForeign)
          for (const id of value.split(/\s+/))
            if (id !== "") named.push({ id, attribute: name, element });
      }
    },
    end() {
      for (const { id, attribute, element } of named) {
        if (notes.ids.has(id)) continue;
        notes.tell({
          rule: "html/reference",
          line: element.line,
          place: `${element.place} ${attribute}`,
          expected: `an element with the id ${id}, which ${attribute} names`,
          found: "none on the page",
          remedy: REMEDY,
        });
      }
    },
  };

  function noteId(id: string, element: PageElement): void {
    const before = notes.ids.get(id);
    if (before === undefined) {
      notes.ids.set(id, element.line);
      return;
    }
    notes.tell({
      rule: "html/id",
      line: element.line,
      place: element.place,
      expected: "each id once on a page",
      found: `${id}, which line ${before} has, too`,
      remedy: "give one of them another id",
    });
  }
}

/** Types of scripts that are data and are not run. */
const DATA = /json|^text\/(?!javascript|ecmascript)/i;

/** What the page's own Content-Security-Policy would keep a browser from obeying is a fault, since nothing comes of it. */
function policyRule(notes: FileNotes): PageRule {
  let styles = true;
  let scripts = true;
  const tell = ({ line, place }: PageElement, found: string, instead: string): void =>
    notes.tell({
      rule: "html/policy",
      line,
      place,
      expected: "nothing that the page's Content-Security-Policy forbids",
      found,
      remedy: `put it into ${instead}`,
    });
  return {
    open(element) {
      const { name, attributes } = element;
      if (
        name === "meta" &&
        element.get("http-equiv")?.toLowerCase() === "content-security-policy"
      ) {
        const policy = element.get("content") ?? "";
        styles = allowsInline(policy, "style-src");
        scripts = allowsInline(policy, "script-src");
      }
      if (!styles && (name === "style" || attributes.some((one) => one.name === "style")))
        tell(element, name === "style" ? "<style>" : "an attribute style", "the style sheet");
      if (scripts) return;
      if (
        name === "script" &&
        element.get("src") === undefined &&
        !DATA.test(element.get("type") ?? "")
      )
        tell(element, "a script in the page", "a file of its own");
      const event = attributes.find((one) => one.name.startsWith("on"));
      if (event !== undefined) tell(element, `an attribute ${event.name}`, "a script");
    },
  };
}

function allowsInline(policy: string, directive: string): boolean {
  const directives = policy.split(";").map((one) => one.trim().split(/\s+/));
  const found =
    directives.find(([name]) => name === directive) ??
    directives.find(([name]) => name === "default-src");
  return found === undefined || found.includes("'unsafe-inline'");
}
