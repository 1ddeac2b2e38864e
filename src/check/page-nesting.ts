/** Do a page's elements nest as HTML's content models allow? */
import type { PageElement } from "./element.ts";
import {
  CONTENT,
  END_OPTIONAL,
  FORBIDDEN_AROUND,
  HOLDS_TEXT,
  IMPLIED_ENDS,
  OWN_CHILDREN,
  SECTIONING,
  VOID,
} from "./html-content.ts";
import type { FileNotes } from "./page-notes.ts";
import type { Nesting, PageRule } from "./page-scan.ts";

const REMEDY = "mend the layout that writes it";

/** Returns which tags end which elements, and tells of those that end nothing or are wanting. */
export function nestingOf(notes: FileNotes): Nesting {
  return {
    isVoid: (name) => VOID.has(name),
    endedBy(name, open) {
      let ended = 0;
      for (let top = open.at(-1); top !== undefined; top = open.at(-1 - ended)) {
        if (top.isForeign || IMPLIED_ENDS.get(top.name)?.has(name) !== true) break;
        ended += 1;
      }
      return ended;
    },
    closedBy(name, open, line) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at === -1) {
        const around = open.at(-1);
        notes.tell({
          rule: "html/nesting",
          line,
          place: `${around?.place ?? ""} /${name}`,
          expected: `no </${name}>`,
          found: VOID.has(name) ? `one, and <${name}> has none` : "one, and nothing that it ends",
          remedy: REMEDY,
        });
        return 0;
      }
      const within = open.slice(at + 1).filter((element) => !mayLackEnd(element));
      for (const element of within) tellUnclosed(notes, element, `</${name}> on line ${line}`);
      return open.length - at;
    },
    left(open) {
      for (const element of open)
        if (!mayLackEnd(element)) tellUnclosed(notes, element, "the end of the page");
    },
  };
}

function mayLackEnd({ name, isForeign }: PageElement): boolean {
  return !isForeign && END_OPTIONAL.has(name);
}

function tellUnclosed(notes: FileNotes, { name, line, place }: PageElement, end: string): void {
  notes.tell({
    rule: "html/nesting",
    line,
    place,
    expected: `</${name}> for the <${name}> here`,
    found: end,
    remedy: REMEDY,
  });
}

/** Returns the rule of what may stand in what. */
export function contentRule(notes: FileNotes): PageRule {
  return {
    open(element) {
      if (element.isForeign && element.name !== "svg" && element.name !== "math") return;
      const fault = contentFault(element);
      if (fault === undefined) return;
      const { line, place } = element;
      notes.tell({ rule: "html/content", line, place, ...fault, remedy: REMEDY });
    },
    text(text, around, line) {
      if (around === undefined || around.isForeign || !/\S/.test(text)) return;
      if (mayHoldText(around)) return;
      notes.tell({
        rule: "html/content",
        line,
        place: `${around.place} text`,
        expected: `no text right in <${around.name}>`,
        found: `“${text.trim().slice(0, 40)}”`,
        remedy: REMEDY,
      });
    },
    close(element) {
      if (element.name !== "details" || element.children.has("summary")) return;
      const { line, place } = element;
      const expected = "a <summary> in <details>";
      notes.tell({ rule: "html/content", line, place, expected, found: "none", remedy: REMEDY });
    },
  };
}

interface ContentFault {
  readonly expected: string;
  readonly found: string;
}

function contentFault(element: PageElement): ContentFault | undefined {
  const { name, parent } = element;
  if (!CONTENT.has(name) && name !== "svg" && name !== "math" && !name.includes("-"))
    return { expected: "an element of HTML", found: `<${name}>` };
  if (parent === undefined)
    return name === "html" ? undefined : { expected: "<html> around all", found: `<${name}>` };
  if (!mayStandIn(element, parent))
    return { expected: `no <${name}> right in <${parent.name}>`, found: `<${name}>` };
  const forbidden = FORBIDDEN_AROUND.get(name);
  if (forbidden === undefined || isHidden(element)) return undefined;
  const isPart = name === "header" || name === "footer";
  const around = element.within(forbidden, isPart ? SECTIONING : undefined);
  return (
    around && { expected: `no <${name}> in <${around.name}>`, found: `one, in ${around.place}` }
  );
}

function isHidden({ name, attributes }: PageElement): boolean {
  return name === "input" && attributes.some(({ value }) => value === "hidden");
}

function mayStandIn(element: PageElement, parent: PageElement): boolean {
  const { name } = element;
  let around: PageElement | undefined = parent;
  while (around !== undefined) {
    if (around.isForeign) return true;
    const content = CONTENT.get(around.name);
    // an element of somebody's own
    if (content === undefined) return true;
    if (around.name === "div" && around.parent?.name === "dl") return inDivOfList(name);
    if (around.name === "noscript" && around.parent?.name === "head")
      return name === "link" || name === "style" || name === "meta";
    if (content !== "transparent") return content.has(name) || isOwnChild(element, around);
    around = around.parent;
  }
  return true;
}

function inDivOfList(name: string): boolean {
  return name === "dt" || name === "dd" || name === "script" || name === "template";
}

/** A legend or summary comes first, and there is one. */
function isOwnChild({ name }: PageElement, around: PageElement): boolean {
  if (name.includes("-")) return true;
  if (OWN_CHILDREN.get(around.name) !== name) return false;
  return name === "figcaption" ? !around.children.has(name) : around.children.size === 0;
}

function mayHoldText(element: PageElement): boolean {
  let around: PageElement | undefined = element;
  while (around !== undefined && CONTENT.get(around.name) === "transparent") around = around.parent;
  if (around === undefined || around.isForeign) return true;
  const content = CONTENT.get(around.name);
  if (content === undefined || content === "transparent" || HOLDS_TEXT.has(around.name))
    return true;
  return content.has("span");
}
