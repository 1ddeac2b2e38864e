/** How does a test do what the review list says: type a command, or lines into the file that it names? */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { FreshFolder } from "./fresh-folder.ts";

/** What stands for the words that only the editor knows. */
export interface Editor {
  /** Stands for `…` and `YYYY-MM-DD` in lines. */
  readonly words?: string;
  /** Done in the place of opening the file in an editor. */
  readonly mend?: (folder: FreshFolder) => void;
}

const FILE_LINE = /^# (?<file>[^,:\n]+\.(?:yml|md))[^\n]*\n?/;
const PLACEHOLDER = /…|YYYY-MM-DD/;

/** Does one way of settling a remark, in the folder that holds `content/`. Throws where it cannot be understood. */
export function typeWay(folder: FreshFolder, way: string, editor: Editor): void {
  const file = FILE_LINE.exec(way)?.groups?.["file"];
  const lines = way.replace(FILE_LINE, "").replace(PLACEHOLDER, () => {
    if (editor.words === undefined)
      throw new Error(`the test must say what stands for … in ${way}`);
    return editor.words;
  });
  if (way.includes("EDITOR") || (file !== undefined && lines === "")) {
    if (editor.mend === undefined) throw new Error(`the test must say how to mend: ${way}`);
    editor.mend(folder);
  } else if (file === undefined) {
    execFileSync("sh", ["-c", way], { cwd: folder.path });
  } else if (way.includes("above the second line of ---")) {
    folder.write(file, withFrontMatter(folder.read(file), lines));
  } else {
    const before = existsSync(folder.at(file)) ? folder.read(file) : "";
    // a key that stands there is changed
    folder.write(file, file.endsWith("archive.yml") ? `${lines}\n` : `${before}${lines}\n`);
  }
}

function withFrontMatter(text: string, line: string): string {
  const key = line.slice(0, line.indexOf(":") + 1);
  const closing = text.indexOf("\n---", 3);
  const kept = text
    .slice(0, closing)
    .split("\n")
    .filter((one) => !one.startsWith(key));
  return `${kept.join("\n")}\n${line}${text.slice(closing)}`;
}
