/** How does text become part of a page without ever turning into mark-up? For rendering and layouts. */
import { strayControls } from "./direction-controls.ts";

/** What may stand in a template: nothing, text, a number, finished mark-up, or a list of these. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/** Finished mark-up. Only `html` and `trustedHtml` make it, so that text cannot pass for it. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static of(markup: string): Html {
    return new Html(markup);
  }

  static markupOf(value: Html): string {
    return value.#markup;
  }
}

/**
 * Returns the mark-up of a template, its values escaped for element text and quoted attributes.
 * `undefined`, `false` and `""` draw nothing; lists are joined without a space.
 *
 *     html`<a href="${address}">${"Reis & Sons"}</a>`   // <a href="/x/">Reis &amp; Sons</a>
 *
 * Throws where a value stands in an attribute without quotation marks, in which nothing can be escaped.
 */
export function html(template: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const places = placesOf(template);
  let markup = template[0] ?? "";
  for (let index = 0; index < values.length; index++)
    markup += markupOfValue(values[index], places[index]) + (template[index + 1] ?? "");
  return Html.of(markup);
}

/**
 * Returns text as mark-up whose direction controls are left to act: only for a piece of a line in which
 * `strayControls` has found those that must not, and they have got their `controlElement`.
 */
export function textPiece(text: string): Html {
  return Html.of(escapeMarks(text));
}

/** What stands around a direction control that must not act beyond itself, so that a page still holds it. */
export const controlElement: { readonly open: Html; readonly close: Html } = {
  open: Html.of('<bdi class="control">'),
  close: Html.of("</bdi>"),
};

/**
 * Returns a string as mark-up, unescaped. The one exception to the rule: only for mark-up that this
 * program made itself, such as a JSON block with its `<` written out. Never for text of an article.
 */
export function trustedHtml(markup: string): Html {
  return Html.of(markup);
}

/** Returns the mark-up itself, for writing a page to a file. */
export function renderHtml(value: Html): string {
  return Html.markupOf(value);
}

/** Where a value stands: among the words, or where no element can stand. */
type Place = "content" | "attribute";

/**
 * The five characters that HTML gives a meaning are written out, and NUL is replaced. A direction control
 * that would turn round what stands beside the text is closed off, in an attribute replaced.
 */
function escapeHtml(text: string, place: Place): string {
  if (!MEANINGFUL.test(text)) return text;
  const stray = CONTROL.test(text) ? strayControls(text) : [];
  if (stray.length === 0) return escapeMarks(text);
  let markup = "";
  let done = 0;
  for (const at of stray) {
    markup += escapeMarks(text.slice(done, at));
    markup += place === "attribute" ? "\uFFFD" : closedOff(text.charAt(at));
    done = at + 1;
  }
  return markup + escapeMarks(text.slice(done));
}

function closedOff(control: string): string {
  return renderHtml(controlElement.open) + control + renderHtml(controlElement.close);
}

function escapeMarks(text: string): string {
  return text.replace(MARKS, (mark) => ESCAPES[mark] ?? mark);
}

const MEANINGFUL = /[&<>"'\0\u202a-\u202e\u2066-\u2069]/;
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/;
const MARKS = /[&<>"'\0]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\0": "\uFFFD",
};

function markupOfValue(value: HtmlValue, place: Place = "content"): string {
  if (value === undefined || value === false || value === "") return "";
  if (typeof value === "string") return escapeHtml(value, place);
  if (typeof value === "number") return String(value);
  if (value instanceof Html) return Html.markupOf(value);
  let markup = "";
  for (const part of value) markup += markupOfValue(part, place);
  return markup;
}

/** Templates already seen to be sound, with their values' places; each is one object for the life of the program. */
const seen = new WeakMap<TemplateStringsArray, readonly Place[]>();
const ENDS_IN_BARE_ATTRIBUTE = /<[^<>]*=\s*$/;
/** An open tag, an attribute's opened mark (a template may begin within a tag), or an element that holds no others. */
const ENDS_WITHOUT_ELEMENTS = /<[^<>]*$|=["'][^"'<>]*$|<(?:title|textarea|option)\b[^<>]*>[^<]*$/;

function placesOf(template: TemplateStringsArray): readonly Place[] {
  const known = seen.get(template);
  if (known !== undefined) return known;
  let before = "";
  const places = template.slice(0, -1).map((piece): Place => {
    before += piece;
    if (ENDS_IN_BARE_ATTRIBUTE.test(before))
      throw new Error(`A template's attribute needs quotation marks: ${piece.slice(-40)}\${…}`);
    return ENDS_WITHOUT_ELEMENTS.test(before) ? "attribute" : "content";
  });
  seen.set(template, places);
  return places;
}
