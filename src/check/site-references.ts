/** Where does a link of a site lead: out of it, to one of its files, or nowhere? */
import type { FileSet } from "./site-files.ts";

/** Where a site is to stand. */
export interface SiteBase {
  /** Its whole address with a slash at its end, if it says so itself: `https://host.example/archive/`. */
  readonly url?: string;
}

/** What a link leads to. */
export type Target =
  | { readonly kind: "outside" }
  | {
      readonly kind: "file";
      readonly path: string;
      /** Decoded; absent where the link means the whole page. */
      readonly fragment?: string;
    }
  | {
      readonly kind: "fault";
      readonly rule: string;
      readonly expected: string;
      readonly found: string;
      readonly remedy: string;
    };

const OUTSIDE: Target = { kind: "outside" };
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Stands for a host and a path of which nothing is known, so that a link that leaves the site is seen to. */
const ROOT = "https://site.invalid/site/";
const ROOT_PATH = "/site/";
/** Shown under any address, so that its links begin at the host's root. */
const SHOWN_ANYWHERE = "404.html";

/** Finds out where the links of a site lead. */
export class SiteReferences {
  readonly #files: FileSet;
  readonly #base: SiteBase;
  readonly #basePath: string | undefined;
  /** Links to whole pages by where they stand: the sections of a masthead are on all pages of a folder. */
  readonly #known = new Map<string, Target>();

  constructor(files: FileSet, base: SiteBase) {
    this.#files = files;
    this.#base = base;
    this.#basePath = base.url === undefined ? undefined : new URL(base.url).pathname;
  }

  /** Returns where a link in a file leads. */
  target(file: string, href: string): Target {
    if (href === "") return { kind: "file", path: file };
    if (href.startsWith("#")) return this.#target(file, href);
    const key = `${file.slice(0, file.lastIndexOf("/"))} ${href}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const target = this.#target(file, href);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(key, target);
    return target;
  }

  #target(file: string, href: string): Target {
    const below = this.#belowRoot(file, href);
    if (typeof below === "object") return below;
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    const own = `${ROOT}${encodeURI(folder)}`;
    if (below.startsWith("#")) return withFragment(file, below.slice(1));
    if (!URL.canParse(below, own)) return fault("link/address", "an address", href);
    const { pathname, hash } = new URL(below, own);
    if (!pathname.startsWith(ROOT_PATH)) return leaves(href);
    return this.#fileAt(pathname.slice(ROOT_PATH.length), hash.slice(1), href);
  }

  /** Returns the link as one from the site's root or relative to the file, or where it leads if that is elsewhere. */
  #belowRoot(file: string, href: string): string | Target {
    const { url } = this.#base;
    if (url !== undefined && isBelow(href, url)) return ROOT + href.slice(url.length);
    if (url !== undefined && `${href}/` === url)
      return fault("link/slash", `${url}, with a slash at its end`, href);
    if (SCHEME.test(href)) {
      if (/^https?:/i.test(href) && !URL.canParse(href))
        return fault("link/address", "an address", href);
      return /^javascript:/i.test(href)
        ? fault("link/address", "no script in a link", href)
        : OUTSIDE;
    }
    if (href.startsWith("//")) return OUTSIDE;
    if (!href.startsWith("/")) return href;
    const path = this.#basePath;
    if (path !== undefined) {
      return href.startsWith(path) ? ROOT + href.slice(path.length) : leaves(href);
    }
    if (file === SHOWN_ANYWHERE || !file.endsWith(".html")) return ROOT + href.slice(1);
    return {
      kind: "fault",
      rule: "link/root",
      expected: "a link relative to its page, so that the site works under any path",
      found: href,
      remedy: "write it by frame.link in the layout, or set url in archive.yml",
    };
  }

  #fileAt(encoded: string, hash: string, href: string): Target {
    const path = decoded(encoded);
    if (path === undefined) return fault("link/address", "an address with whole escapes", href);
    const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
    if (this.#files.has(file)) return withFragment(file, hash);
    if (!path.endsWith("/") && this.#files.has(`${path}/index.html`))
      return fault("link/slash", `/${path}/, with a slash at its end`, href);
    return {
      kind: "fault",
      rule: "link/missing",
      expected: `the file ${file}`,
      found: `none, where ${href} leads`,
      remedy: "mend the link, or build again if the page should be there",
    };
  }
}

/** Targets that are kept. */
const MOST_KNOWN = 20_000;

function withFragment(path: string, hash: string): Target {
  // words to be found on the page are no id: https://wicg.github.io/scroll-to-text-fragment/
  const id = decoded(hash.split(":~:", 1)[0] ?? "") ?? hash;
  return id === "" || id === "top" ? { kind: "file", path } : { kind: "file", path, fragment: id };
}

function isBelow(href: string, url: string): boolean {
  return href.startsWith(url);
}

function leaves(href: string): Target {
  return fault("link/outside", "a link within the site", `${href}, which leaves the site's folder`);
}

function fault(rule: string, expected: string, found: string): Target {
  return {
    kind: "fault",
    rule,
    expected,
    found,
    remedy: "mend the link in the layout or the text",
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
