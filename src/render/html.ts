/** How does text become part of a page without ever turning into mark-up? For rendering and layouts. */

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
  checkQuotes(template);
  let markup = template[0] ?? "";
  for (let index = 0; index < values.length; index++)
    markup += markupOfValue(values[index]) + (template[index + 1] ?? "");
  return Html.of(markup);
}

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

/** The five characters that HTML gives a meaning are written out, and NUL is replaced. */
function escapeHtml(text: string): string {
  return MEANINGFUL.test(text)
    ? text.replace(MEANINGFUL_ALL, (mark) => ESCAPES[mark] ?? mark)
    : text;
}

const MEANINGFUL = /[&<>"'\0]/;
const MEANINGFUL_ALL = /[&<>"'\0]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\0": "\uFFFD",
};

function markupOfValue(value: HtmlValue): string {
  if (value === undefined || value === false || value === "") return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if (value instanceof Html) return Html.markupOf(value);
  return value.map(markupOfValue).join("");
}

/** Templates already seen to be sound; each is one object for the life of the program. */
const sound = new WeakSet<TemplateStringsArray>();
const ENDS_IN_BARE_ATTRIBUTE = /<[^<>]*=\s*$/;

function checkQuotes(template: TemplateStringsArray): void {
  if (sound.has(template)) return;
  let before = "";
  for (const piece of template.slice(0, -1)) {
    before += piece;
    if (ENDS_IN_BARE_ATTRIBUTE.test(before))
      throw new Error(`A template's attribute needs quotation marks: ${piece.slice(-40)}\${…}`);
  }
  sound.add(template);
}
