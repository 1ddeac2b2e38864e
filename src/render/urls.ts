/** How does one page point to another, so that the site works under any path? For rendering and layouts. */

/** Makes an address of the site, such as `/people/x/#s4`, into what a link on one page says. */
export type Linker = (address: string) => string;

/**
 * Returns a function that makes root addresses relative to the page's own address.
 *
 *     relativeTo("/2022/01/26/y/")("/people/x/")           // "../../../../people/x/"
 *     relativeTo("/2022/01/26/y/")("/2022/01/26/y/#s4")    // "#s4"
 *
 * Queries and fragments stay as they are. Throws on an address that does not begin with one slash.
 */
export function relativeTo(page: string): Linker {
  const own = pathOf(page);
  return (address) => {
    const path = pathOf(address);
    const suffix = address.slice(path.length);
    if (path === own && suffix.startsWith("#")) return suffix;
    return relativePath(own, path) + suffix;
  };
}

/**
 * Returns the file in which a page is written, with forward slashes, relative to the site's folder.
 *
 *     filePathOf("/2022/")       // "2022/index.html"
 *     filePathOf("/404.html")    // "404.html"
 *
 * Nothing is decoded. Throws on an address that would leave the folder or name no file: with `.` or
 * `..` as a part, an empty part, a backslash, a control character, a query or a fragment.
 */
export function filePathOf(address: string): string {
  const parts = pathOf(address).slice(1).split("/");
  const folders = parts.slice(0, -1);
  if (UNSAFE.test(address) || [...folders, parts.at(-1)].some(isDots) || folders.includes(""))
    throw new Error(
      `An address must name a file inside the site; found ${JSON.stringify(address)}`,
    );
  return [...folders, parts.at(-1) === "" ? "index.html" : parts.at(-1)].join("/");
}

/**
 * Returns the address of the page in a file.
 *
 *     addressOf("2022/index.html")    // "/2022/"
 */
export function addressOf(file: string): string {
  return `/${file.replace(/(?<=^|\/)index\.html$/, "")}`;
}

/**
 * Returns a link that an editor wrote if it is one that a reader may follow (`https:`, `http:`,
 * `mailto:`, or without a scheme), else `undefined`: so `javascript:` and `data:` never reach a page.
 */
export function safeHref(href: string): string | undefined {
  const scheme = SCHEME.exec(href.replace(IGNORED_BY_BROWSERS, ""))?.groups?.["scheme"];
  if (scheme === undefined) return href;
  return FOLLOWED.has(scheme.toLowerCase()) ? href : undefined;
}

/** Returns whether a link begins at the site's root, as addresses of pages do. */
export function isAddress(href: string): boolean {
  return href.startsWith("/") && !href.startsWith("//") && !href.includes("\\");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in a path
const UNSAFE = /[\\?#\u0000-\u001f\u007f]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them before they look for a scheme
const IGNORED_BY_BROWSERS = /[\u0000-\u0020]/g;
const SCHEME = /^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):/;
const FOLLOWED: ReadonlySet<string> = new Set(["http", "https", "mailto"]);

function isDots(part: string | undefined): boolean {
  return part === "." || part === "..";
}

/** The address without query and fragment. */
function pathOf(address: string): string {
  if (!isAddress(address))
    throw new Error(`An address begins with one slash; found ${JSON.stringify(address)}`);
  const end = address.search(/[?#]/);
  return end === -1 ? address : address.slice(0, end);
}

/** Both are paths from the root; what stands behind the last slash is a file, or empty for a folder. */
function relativePath(own: string, other: string): string {
  const shared = sharedFolders(own, other);
  let up = "";
  for (let at = own.indexOf("/", shared); at !== -1; at = own.indexOf("/", at + 1)) up += "../";
  const down = other.slice(shared);
  if (up !== "") return up + down;
  const [first = ""] = down.split("/", 1);
  // neither a scheme nor a host, and not nothing
  return first === "" || first.includes(":") ? `./${down}` : down;
}

/** The length of the folders that both paths begin with, the last slash included. */
function sharedFolders(own: string, other: string): number {
  let end = 0;
  for (let at = 0; at < own.length && own.charCodeAt(at) === other.charCodeAt(at); at++)
    if (own.charCodeAt(at) === SLASH) end = at + 1;
  return end;
}

const SLASH = 0x2f;
