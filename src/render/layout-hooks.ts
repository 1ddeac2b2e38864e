/** How does one file of an archive's own take the place of one file of the program's layouts? Stage 7; in the drawing process. */
import { registerHooks } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { codeFile, LAYOUTS } from "./layout-files.ts";

/**
 * From now on, whoever imports a file of the layouts gets the archive's own of that name, if there is one. A file of the
 * archive's own imports as if it stood among the program's: a copy of a layout works as it is, and the name of the
 * file itself means the program's, so that a layout may add to what it takes the place of:
 *
 *     // my-archive/layouts/parts/names.js
 *     import { drawName as theirs } from "./names.js";
 */
export function layOver(own: string): void {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const from = context.parentURL;
      if (from === undefined || !isFile(specifier) || !from.startsWith("file:"))
        return nextResolve(specifier, context);
      const file = meantFile(specifier, fileURLToPath(from), own);
      return file === undefined
        ? nextResolve(specifier, context)
        : nextResolve(pathToFileURL(file).href, context);
    },
  });
}

function isFile(specifier: string): boolean {
  return /^\.{0,2}\/|^file:/.test(specifier);
}

/** The file that is to be read, if it is one of the layouts or is wanted by one of the archive's own. */
function meantFile(specifier: string, importer: string, own: string): string | undefined {
  const ownPath = pathBelow(own, importer);
  // where it would stand among the program's
  const from = ownPath === undefined ? importer : join(LAYOUTS, ownPath);
  const wanted = specifier.startsWith("file:")
    ? fileURLToPath(specifier)
    : resolve(dirname(from), specifier);
  const inLayouts = pathBelow(LAYOUTS, wanted);
  const instead = inLayouts === undefined ? undefined : codeFile(join(own, inLayouts));
  if (instead !== undefined && instead !== importer) return instead;
  return ownPath === undefined ? undefined : codeFile(wanted);
}

function pathBelow(folder: string, path: string): string | undefined {
  const inside = relative(folder, path);
  return inside === "" ||
    inside.startsWith(`..${sep}`) ||
    inside === ".." ||
    resolve(inside) === inside
    ? undefined
    : inside;
}
