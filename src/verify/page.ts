/** Does one article's page hold its text, and can its source be put together from it? Reads the site alone. */
import type { LedgerLine } from "../publish/ledger.ts";
import type { PublishedSite } from "../publish/published-site.ts";
import { pageDigest } from "../text/page-digest.ts";
import type { ArticlesAtHand, Finding, StandingArticle } from "./account.ts";
import { pagePieces } from "./page-text.ts";
import {
  firstAltered,
  firstDifference,
  type PieceDifference,
  type Pieces,
  pieceName,
  placedPieces,
  textDigest,
} from "./pieces.ts";
import { wordsInOrder } from "./tiling.ts";
import { opening, openingsWhereTheyDiffer, sha256Of } from "./words.ts";

/** A page with its line of the ledger, and whether its file is other than the site lists. */
interface ListedPage {
  readonly site: PublishedSite;
  readonly path: string;
  readonly line: LedgerLine;
  readonly isChanged: boolean;
}

/** What was found on one page. */
interface CheckedPage {
  readonly findings: readonly Finding[];
  /** The source's words were put together from it, and are those of the ledger. */
  readonly isRebuilt: boolean;
}

/** Checks an article's page against the ledger and, where they are at hand, the archive's articles. */
export function checkPage(page: ListedPage, articles?: ArticlesAtHand): CheckedPage {
  const { site, path, line } = page;
  const html = site.read(path)?.toString("utf8");
  const article = articles?.standing.get(line.address);
  if (html === undefined) return { findings: unlisted(page), isRebuilt: false };
  const pieces = pagePieces(html);
  const rebuilt = line.order === undefined ? undefined : wordsInOrder(pieces, line.order);
  const isRebuilt =
    rebuilt !== undefined && rebuilt.length === line.characters && sha256Of(rebuilt) === line.words;
  const findings =
    line.withdrawn === true
      ? [...withdrawnFaults(page, pieces), ...stateFaults(page, article, articles)]
      : pageFaults(page, { html, pieces, isRebuilt }, { article, articles });
  return { findings, isRebuilt };
}

/** A page that the list has is missed there; one that only the ledger has, here. */
function unlisted({ site, path, line }: ListedPage): readonly Finding[] {
  if (site.hashOf(path) !== undefined) return [];
  return [
    finding(
      `${site.folder}/${path}`,
      "file-missing",
      `expected the page of ${line.address}, found none; copy the site again, or build it with --again`,
    ),
  ];
}

function withdrawnFaults({ site, path, isChanged }: ListedPage, pieces: Pieces): Finding[] {
  const [first] = placedPieces(pieces);
  const file = `${site.folder}/${path}`;
  if (first !== undefined) {
    return [
      finding(
        file,
        "withdrawn-text",
        `expected nothing of the withdrawn article, found ${opening(first.words)} as ${pieceName(first)}; copy the site again, or build it with --again`,
      ),
    ];
  }
  return isChanged ? [otherBytes(file)] : [];
}

interface ReadPage {
  readonly html: string;
  readonly pieces: Pieces;
  readonly isRebuilt: boolean;
}

interface AtHand {
  readonly article: StandingArticle | undefined;
  readonly articles: ArticlesAtHand | undefined;
}

function pageFaults(page: ListedPage, read: ReadPage, hand: AtHand): readonly Finding[] {
  const { site, path, line } = page;
  const file = `${site.folder}/${path}`;
  const isAsPublished = textDigest(read.pieces) === line.text;
  const states = stateFaults(page, hand.article, hand.articles);
  if (states.length > 0 && isAsPublished) return states;
  const expected =
    hand.article?.state === "published" ? hand.articles?.wordsOf(hand.article) : undefined;
  const difference = expected && firstDifference(expected, read.pieces);
  if (isAsPublished) {
    if (difference !== undefined) return [outdated(file, hand.article, difference)];
    if (line.order !== undefined && !read.isRebuilt) return [notRebuilt(file)];
    const isAltered = page.isChanged && pageDigest(read.html) !== line.page;
    return isAltered ? [otherBytes(file)] : [];
  }
  if (expected !== undefined && difference === undefined) return [otherLine(file, line)];
  return [otherText(file, difference, firstAltered(read.pieces, line.pieces ?? ""))];
}

/** A page whose article the editor has taken off the site, or put back, since it was built. */
function stateFaults(
  { site, path, line }: ListedPage,
  article: StandingArticle | undefined,
  articles: ArticlesAtHand | undefined,
): Finding[] {
  if (articles === undefined) return [];
  const isShown = line.withdrawn !== true;
  const file = `${site.folder}/${path}`;
  const again = "run `backfile build`";
  if (article === undefined) {
    return [
      finding(
        file,
        "site-outdated",
        `expected no page of ${line.address}, for no Markdown file has that address; built before that, ${again}`,
      ),
    ];
  }
  const { path: markdown, state } = article;
  if (state === "draft")
    return [
      finding(file, "draft-published", `expected no page, for ${markdown} is a draft; ${again}`),
    ];
  if (state === "withdrawn" && isShown)
    return [
      finding(
        file,
        "withdrawn-text",
        `expected nothing but the reason, for ${markdown} is withdrawn; ${again}`,
      ),
    ];
  if (state === "published" && !isShown)
    return [
      finding(
        file,
        "site-outdated",
        `expected the text of ${markdown}, found it withdrawn; ${again}`,
      ),
    ];
  return [];
}

function outdated(
  file: string,
  article: StandingArticle | undefined,
  difference: PieceDifference,
): Finding {
  return finding(
    file,
    "site-outdated",
    `${inWords(difference)}; built before this edit of ${article?.path}, run \`backfile build\``,
  );
}

function otherText(
  file: string,
  difference: PieceDifference | undefined,
  altered: ReturnType<typeof firstAltered>,
): Finding {
  const where =
    difference !== undefined
      ? inWords(difference)
      : altered === undefined || altered === "end"
        ? "expected the words of which the ledger has the SHA-256, found fewer"
        : `expected other words by the ledger, found ${opening(altered.words)} as ${pieceName(altered)}`;
  return finding(file, "page-text", `${where}; copy the site again, or build it with --again`);
}

function inWords({ expected, found }: PieceDifference): string {
  if (expected !== undefined && expected.part === found?.part) {
    const [wanted, there] = openingsWhereTheyDiffer(expected.words, found.words);
    return `expected ${wanted} as ${pieceName(expected)}, found ${there}`;
  }
  const named = (piece: PieceDifference["found"]): string =>
    piece === undefined ? "nothing more" : `${opening(piece.words)} as ${pieceName(piece)}`;
  return `expected ${named(expected)}, found ${named(found)}`;
}

function otherLine(file: string, { address }: LedgerLine): Finding {
  return finding(
    file,
    "ledger-line",
    `expected the text that the ledger states of ${address}, found that of its Markdown; the ledger was altered, copy the site again, or build it with --again`,
  );
}

function notRebuilt(file: string): Finding {
  return finding(
    file,
    "source-not-rebuilt",
    "expected its pieces to make up the source's characters, found others; copy the site again, or build it with --again",
  );
}

function otherBytes(file: string): Finding {
  return finding(
    file,
    "file-changed",
    "expected the page as it was built, found its article's words in a page that was altered; copy the site again, or build it with --again",
  );
}

function finding(file: string, rule: string, message: string): Finding {
  return { severity: "error", rule: `verify/${rule}`, file, message };
}
