/** What does a check know of an element of a page while it is open? */

/** An attribute as the page has it; the name in small letters. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** An element whose start tag has been read. */
export class PageElement {
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** From 1. */
  readonly line: number;
  readonly parent: PageElement | undefined;
  /** Whether it belongs to SVG or MathML. */
  readonly isForeign: boolean;
  /** Names of the elements that stand right in it, as far as they are read; the first and how many of each are asked for. */
  readonly children = new Map<string, number>();
  #place: string | undefined;

  constructor(
    tag: {
      readonly name: string;
      readonly attributes: readonly Attribute[];
      readonly line: number;
    },
    parent: PageElement | undefined,
    isForeign: boolean,
  ) {
    this.name = tag.name;
    this.attributes = tag.attributes;
    this.line = tag.line;
    this.parent = parent;
    this.isForeign = isForeign;
  }

  /** Returns an attribute's value. */
  get(name: string): string | undefined {
    for (const attribute of this.attributes) if (attribute.name === name) return attribute.value;
    return undefined;
  }

  /** Where in the layout it stands: `footer.colophon > p > a`. Numbers in class names are left out. */
  get place(): string {
    this.#place ??= this.#makePlace();
    return this.#place;
  }

  /** Returns the nearest element around it of one of the names, no further out than one of the others. */
  within(names: readonly string[], noFurther?: ReadonlySet<string>): PageElement | undefined {
    for (let around = this.parent; around !== undefined; around = around.parent) {
      if (names.includes(around.name)) return around;
      if (noFurther?.has(around.name) === true) return undefined;
    }
    return undefined;
  }

  #makePlace(): string {
    const own = this.name + classOf(this.get("class"));
    const { parent } = this;
    // what stands in a text is the text's, however deep
    if (parent === undefined || OUTERMOST.has(this.name)) return own;
    const around = parent.place;
    return around.length > LONGEST_PLACE ? around : `${around} > ${own}`;
  }
}

const OUTERMOST: ReadonlySet<string> = new Set(["html", "head", "body"]);
const LONGEST_PLACE = 120;

function classOf(value: string | undefined): string {
  if (value === undefined) return "";
  const [first = ""] = value.trim().split(/\s/, 1);
  return /^[A-Za-z][\w-]*$/.test(first) ? `.${first.replace(/\d+/g, "")}` : "";
}
