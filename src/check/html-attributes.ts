/** Which attributes has HTML, on which elements, and with which values? The tables of the HTML Living Standard and WAI-ARIA 1.2. */

const words = (text: string): readonly string[] => text.split(" ");

const GLOBAL: ReadonlySet<string> = new Set(
  words(
    "accesskey autocapitalize autocorrect autofocus class contenteditable dir draggable enterkeyhint hidden id inert inputmode is itemid itemprop itemref itemscope itemtype lang nonce part popover role slot spellcheck style tabindex title translate writingsuggestions xmlns",
  ),
);

const MEDIA = "src crossorigin preload autoplay loop muted controls";
const FORM_ACTION = "form formaction formenctype formmethod formnovalidate formtarget";

const OWN: Readonly<Record<string, string>> = {
  a: "href target download ping rel hreflang type referrerpolicy",
  area: "alt coords shape href target download ping rel referrerpolicy",
  audio: MEDIA,
  base: "href target",
  blockquote: "cite",
  button: `disabled name type value popovertarget popovertargetaction command commandfor ${FORM_ACTION}`,
  canvas: "width height",
  col: "span",
  colgroup: "span",
  data: "value",
  del: "cite datetime",
  details: "open name",
  dialog: "open closedby",
  embed: "src type width height",
  fieldset: "disabled form name",
  form: "accept-charset action autocomplete enctype method name novalidate target rel",
  iframe: "src srcdoc name sandbox allow allowfullscreen width height referrerpolicy loading",
  img: "alt src srcset sizes crossorigin usemap ismap width height referrerpolicy decoding loading fetchpriority",
  input: `accept alpha alt autocomplete checked colorspace dirname disabled height list max maxlength min minlength multiple name pattern placeholder popovertarget popovertargetaction readonly required size src step type value width ${FORM_ACTION}`,
  ins: "cite datetime",
  label: "for",
  li: "value",
  link: "href crossorigin rel media integrity hreflang type referrerpolicy sizes imagesrcset imagesizes as blocking color disabled fetchpriority",
  map: "name",
  meta: "name http-equiv content charset media property",
  meter: "value min max low high optimum",
  object: "data type name form width height",
  ol: "reversed start type",
  optgroup: "disabled label",
  option: "disabled label selected value",
  output: "for form name",
  progress: "value max",
  q: "cite",
  script:
    "src type nomodule async defer crossorigin integrity referrerpolicy blocking fetchpriority",
  select: "autocomplete disabled form multiple name required size",
  slot: "name",
  source: "type media src srcset sizes width height",
  style: "media blocking",
  td: "colspan rowspan headers",
  template: "shadowrootmode shadowrootdelegatesfocus shadowrootclonable shadowrootserializable",
  textarea:
    "autocomplete cols dirname disabled form maxlength minlength name placeholder readonly required rows wrap",
  th: "colspan rowspan headers scope abbr",
  time: "datetime",
  track: "kind src srclang label default",
  video: `${MEDIA} poster playsinline width height`,
};

const OWN_SETS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OWN).map(([name, text]) => [name, new Set(words(text))]),
);

const ARIA: ReadonlySet<string> = new Set(
  words(
    "activedescendant atomic autocomplete braillelabel brailleroledescription busy checked colcount colindex colindextext colspan controls current describedby description details disabled errormessage expanded flowto haspopup hidden invalid keyshortcuts label labelledby level live modal multiline multiselectable orientation owns placeholder posinset pressed readonly relevant required roledescription rowcount rowindex rowindextext rowspan selected setsize sort valuemax valuemin valuenow valuetext",
  ),
);

const ROLES: ReadonlySet<string> = new Set(
  words(
    "alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox complementary contentinfo definition deletion dialog directory document emphasis feed figure form generic graphics-document graphics-object graphics-symbol grid gridcell group heading img insertion link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox separator slider spinbutton status strong subscript suggestion superscript switch tab table tablist tabpanel term textbox time timer toolbar tooltip tree treegrid treeitem",
  ),
);

/** Elements with the attributes that they must have, one of those in each list. */
export const REQUIRED: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["img", [["src", "srcset"]]],
  ["source", [["src", "srcset"]]],
  ["track", [["src"]]],
  [
    "link",
    [
      ["rel", "itemprop"],
      ["href", "imagesrcset"],
    ],
  ],
  ["meta", [["charset", "content"]]],
  ["map", [["name"]]],
  ["optgroup", [["label"]]],
  ["bdo", [["dir"]]],
  ["data", [["value"]]],
]);

/** Attributes whose words are ids of other elements of the page. */
export const NAMES_IDS: ReadonlySet<string> = new Set(
  words(
    "for headers list form aria-labelledby aria-describedby aria-controls aria-details aria-owns aria-flowto aria-activedescendant aria-errormessage popovertarget commandfor",
  ),
);

/** Returns whether an element may have an attribute; elements with a hyphen in their name may have any. */
export function mayHave(element: string, attribute: string): boolean {
  if (GLOBAL.has(attribute) || attribute.startsWith("data-") || element.includes("-")) return true;
  if (attribute.startsWith("aria-")) return ARIA.has(attribute.slice("aria-".length));
  if (attribute.startsWith("on")) return true;
  return OWN_SETS.get(element)?.has(attribute) === true;
}

const LANGUAGE = /^$|^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const WHOLE = /^-?\d+$/;
const COUNT = /^\d+$/;
const ID = /^\S+$/;

/** HTML's dates and times: a year, month, week, day, month and day, time, moment, zone, and a duration. */
const MOMENTS: readonly RegExp[] = [
  /^\d{4,}$/,
  /^\d{4,}-(?:0[1-9]|1[0-2])$/,
  /^\d{4,}-W(?:0[1-9]|[1-4]\d|5[0-3])$/,
  /^\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/,
  /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?$/,
  /^(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/,
  /^P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,3})?S)?)?$/,
];

function isMoment(text: string): boolean {
  return MOMENTS.some((pattern) => pattern.test(text));
}

type Wanted = readonly [test: (value: string) => boolean, expected: string];

const VALUES: ReadonlyMap<string, Wanted> = new Map<string, Wanted>([
  ["id", [(value) => ID.test(value), "one word"]],
  ["lang", [(value) => LANGUAGE.test(value), "a language code such as `fa`"]],
  ["hreflang", [(value) => LANGUAGE.test(value), "a language code such as `fa`"]],
  ["dir", [(value) => /^(?:ltr|rtl|auto)$/.test(value), "`ltr`, `rtl` or `auto`"]],
  ["datetime", [isMoment, "a time such as `2022-01-26` or `2022-01-26T21:27`"]],
  [
    "tabindex",
    [
      (value) => /^(?:0|-\d+)$/.test(value),
      "0 or less, or the order of keys is not that of the page",
    ],
  ],
  ["colspan", [(value) => COUNT.test(value) && value !== "0", "a number from 1 on"]],
  ["rowspan", [(value) => COUNT.test(value), "a number"]],
  [
    "scope",
    [
      (value) => /^(?:row|col|rowgroup|colgroup)$/.test(value),
      "`row`, `col`, `rowgroup` or `colgroup`",
    ],
  ],
  ["role", [(value) => value.split(/\s+/).every((role) => ROLES.has(role)), "a role of WAI-ARIA"]],
  ["loading", [(value) => /^(?:lazy|eager)$/.test(value), "`lazy` or `eager`"]],
  ["fetchpriority", [(value) => /^(?:high|low|auto)$/.test(value), "`high`, `low` or `auto`"]],
  ["aria-level", [(value) => COUNT.test(value) && value !== "0", "a number from 1 on"]],
  ["aria-hidden", [(value) => /^(?:true|false|undefined)$/.test(value), "`true` or `false`"]],
  ["aria-expanded", [(value) => /^(?:true|false|undefined)$/.test(value), "`true` or `false`"]],
  [
    "aria-live",
    [(value) => /^(?:off|polite|assertive)$/.test(value), "`off`, `polite` or `assertive`"],
  ],
  [
    "aria-current",
    [
      (value) => /^(?:page|step|location|date|time|true|false)$/.test(value),
      "such as `page` or `date`",
    ],
  ],
  ["start", [(value) => WHOLE.test(value), "a whole number"]],
  [
    "href",
    [
      (value) => !/[\s<>"]/.test(value.trim()) && value.trim() === value,
      "an address without white space",
    ],
  ],
  ["src", [(value) => value !== "" && !/\s/.test(value), "an address without white space"]],
]);

const SIZED: ReadonlySet<string> = new Set(words("img canvas iframe embed video source object"));

/** Returns what an attribute's value should have been, if it is not that. */
export function valueExpected(
  element: string,
  attribute: string,
  value: string,
): string | undefined {
  if ((attribute === "width" || attribute === "height") && SIZED.has(element))
    return COUNT.test(value) ? undefined : "a number of pixels, without a unit";
  if (attribute === "value" && element === "li") return WHOLE.test(value) ? undefined : "a number";
  const wanted = VALUES.get(attribute);
  return wanted === undefined || wanted[0](value) ? undefined : wanted[1];
}
