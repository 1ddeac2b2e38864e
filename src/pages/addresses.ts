/** Which articles and free pages want an address that the site cannot give them? Stage 6. */
import type { Diagnostic, FreeText, FrontMatter } from "../model.ts";

/**
 * Returns a line, of severity `set-aside`, for each article and free page whose address is a page of the
 * site's own, is another one's, or cannot be a file on every disk. Of two that want one address the first
 * keeps it; addresses that differ in capitals or composed letters alone are one address on some disks.
 *
 *     /people/ → "the address /people/ belongs to the site itself; give the article another `address`"
 */
export function addressFaults(
  articles: readonly { readonly path: string; readonly front: Pick<FrontMatter, "address"> }[],
  freeTexts: readonly Pick<FreeText, "file" | "slug">[],
): readonly Diagnostic[] {
  const wishes: readonly Wish[] = [
    ...articles.map(({ path, front }) => ({
      file: path,
      address: front.address,
      remedy: "give the article another `address`",
    })),
    ...freeTexts.map(({ file, slug }) => ({
      file,
      address: `/${slug}/`,
      // the editor's own words about the archive stand on the site's page of that name
      mayBeOwn: slug === "about",
      remedy: "give the file another name",
    })),
  ];
  const holders = new Map<string, string>();
  return wishes.flatMap((wish): Diagnostic[] => {
    const { file, address, remedy } = wish;
    const place = address.normalize("NFC").toLowerCase();
    const holder = holders.get(place);
    const fault =
      holder === undefined
        ? faultOf(wish)
        : `the address ${address} is that of ${holder}, or differs from it in capitals alone`;
    if (fault === undefined) {
      holders.set(place, file);
      return [];
    }
    const message = `${fault}; ${remedy}`;
    return [{ severity: "set-aside", rule: "pages/taken-address", file, message }];
  });
}

/** An address with whoever wants it, and what to do if it cannot be had. */
interface Wish {
  readonly file: string;
  readonly address: string;
  readonly mayBeOwn?: boolean;
  readonly remedy: string;
}

/** First parts below which only the site's own pages and files stand. */
const RESERVED: ReadonlySet<string> = new Set([
  ...["people", "topics", "places", "organisations", "archive", "search", "about"],
  ...["data", "ledger", "assets", "pagefind", "timeline", "on-this-day", "stories", "404.html"],
]);
const OWN_PAGE = /^\/(?:undated|\d{4}(?:\/\d\d){0,2})\/$/;
const CONTROLS = /[\p{Cc}\p{Cs}]/u;
const DRIVE = /^[A-Za-z]:/;
/** Most disks take names of 255 bytes; a page is written beside its place first. */
const LONGEST_PART = 200;

function faultOf({ address, mayBeOwn }: Wish): string | undefined {
  const parts = address.split("/").filter(Boolean);
  const [first = ""] = parts;
  const isOwn = RESERVED.has(first.toLowerCase()) || OWN_PAGE.test(address);
  if (isOwn && mayBeOwn !== true) return `the address ${address} belongs to the site itself`;
  if (CONTROLS.test(address))
    return `the address ${JSON.stringify(address)} holds a control character`;
  if (parts.some((part) => part.startsWith(".")))
    return `the address ${address} has a part that begins with a dot`;
  if (DRIVE.test(first)) return `the address ${address} begins like the name of a drive`;
  if (parts.some((part) => part.toLowerCase() === "index.html"))
    return `the address ${address} names a file of the site`;
  if (parts.some((part) => Buffer.byteLength(part) > LONGEST_PART))
    return `the address ${address.slice(0, 60)}… has a part of more than ${LONGEST_PART} bytes`;
  return undefined;
}
