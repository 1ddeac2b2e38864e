/** Does one article hold its source, and what has the editor changed in it? Reads a content folder. */
import type { Diagnostic, MarkdownArticle, SourceText } from "../model.ts";
import { sourceName } from "../text/source-name.ts";
import { nonBlank } from "../text/white-space.ts";
import { importedPath } from "../write/article-copies.ts";
import { readArticle, readImported } from "../write/article-folder.ts";
import type { Finding } from "./account.ts";
import { type Edit, editsBetween } from "./edits.ts";
import { pieceName, printedPieces } from "./pieces.ts";
import { offsetOf, tile, type Uncovered } from "./tiling.ts";
import { opening } from "./words.ts";

/** What was found in one article; it is proved where there is no finding. */
interface CheckedArticle {
  readonly findings: readonly Finding[];
  readonly edits: readonly Edit[];
}

type Copy = MarkdownArticle | Diagnostic | undefined;

/**
 * Checks the Markdown file at a path, and the copy of what import wrote, against its source as it stands. `stray`
 * is the name under which that copy stands if the file was renamed since.
 */
export function checkArticle(
  content: string,
  file: { readonly path: string; readonly stray: string | undefined },
  source: SourceText,
): CheckedArticle {
  const { path } = file;
  const standing = readArticle(content, path);
  if ("severity" in standing) return fault({ ...standing, severity: "error" });
  const own = readImported(content, path);
  const copyPath = own === undefined && file.stray !== undefined ? file.stray : path;
  const copy = own ?? readImported(content, copyPath);
  const changed = hashFault(standing, copy, source);
  if (changed !== undefined) return fault(changed);
  if (copy === undefined) {
    const tiling = tile(source.text, printedPieces(standing));
    if ("order" in tiling) return { findings: [], edits: [] };
    return fault(differs(source, tiling, path));
  }
  if ("severity" in copy) return fault(damagedCopy(copyPath, copy.message));
  const edits = editsBetween(copy, standing, path);
  const tiling = tile(source.text, printedPieces(copy));
  if ("order" in tiling) return { findings: [], edits };
  const isWhole = edits.length > 0 && "order" in tile(source.text, printedPieces(standing));
  if (isWhole)
    return fault(damagedCopy(copyPath, `does not hold ${nameOf(source)}, and ${path} does`));
  return { findings: [notAccounted(source, tiling, importedPath(copyPath))], edits };
}

function fault(finding: Finding): CheckedArticle {
  return { findings: [finding], edits: [] };
}

function hashFault(standing: MarkdownArticle, copy: Copy, source: SourceText): Finding | undefined {
  const stated = standing.front.source?.sha256;
  if (stated === source.sha256) return undefined;
  const imported = copy !== undefined && "front" in copy ? copy.front.source?.sha256 : undefined;
  if (imported === source.sha256) {
    return finding(
      standing.path,
      "hash-altered",
      `expected \`sha256: ${source.sha256}\` under \`source\`, found ${stated ?? "none"}; put it back`,
    );
  }
  return finding(
    nameOf(source),
    "source-changed",
    `expected SHA-256 ${stated}, from which ${standing.path} was made, found ${source.sha256}; put the file back, or run \`backfile import\` if the change is meant`,
  );
}

function notAccounted(source: SourceText, tiling: Uncovered, holder: string): Finding {
  return at(source, tiling, {
    rule: "not-accounted",
    message: `${holder} does not hold it; put that file and the article back from a backup, or delete both and run \`backfile import\``,
  });
}

function differs(source: SourceText, tiling: Uncovered, path: string): Finding {
  return at(source, tiling, {
    rule: "not-accounted",
    message: `edited or damaged: ${path} differs from its source, and no copy of what import wrote is left to tell; put .backfile/imported/ back`,
  });
}

/** Names the first words that are in no piece, with their line, and the piece that has no place. */
function at(
  source: SourceText,
  { covered, left }: Uncovered,
  said: { readonly rule: string; readonly message: string },
): Finding {
  const offset = offsetOf(source.text, covered);
  const isAtEnd = covered >= nonBlank(source.text).length;
  const missing = isAtEnd
    ? "expected its last words to end the article"
    : `expected ${opening(source.text.slice(offset))} in the article`;
  const found =
    left === undefined ? "found nothing" : `found ${opening(left.text)} as ${pieceName(left)}`;
  return {
    ...finding(nameOf(source), said.rule, `${missing}, ${found}; ${said.message}`),
    // of a piece of a file the lines are not the file's
    ...(source.item === undefined &&
      source.format === "text" && { line: lineAt(source.text, offset) }),
  };
}

function damagedCopy(path: string, found: string): Finding {
  return finding(
    importedPath(path),
    "copy-damaged",
    `expected the article as import wrote it, found that it ${found}; put the file back from a backup or, if you have not edited the article, delete it and run \`backfile import\``,
  );
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}

function nameOf({ path, item }: SourceText): string {
  return sourceName(path, item);
}

function finding(file: string, rule: string, message: string): Finding {
  return { severity: "error", rule: `verify/${rule}`, file, message };
}
