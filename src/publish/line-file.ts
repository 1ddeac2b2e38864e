/** How is a list longer than memory written to the disk and read back, a line at a time? Stage 9. */
import { closeSync, existsSync, openSync, readSync, writeFileSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

const BLOCK = 65_536;

/** Writes lines to the end of a file, some hundreds at a time. */
export class LineWriter {
  readonly #path: string;
  #waiting = "";

  constructor(path: string) {
    this.#path = path;
  }

  /** Writes a line, which must hold no line feed. */
  write(line: string): void {
    this.#waiting += `${line}\n`;
    if (this.#waiting.length > BLOCK) this.#flush(false);
  }

  /** Returns when all lines are on the disk. */
  close(): void {
    this.#flush(true);
  }

  #flush(isLast: boolean): void {
    if (this.#waiting !== "") {
      writeFileSync(this.#path, this.#waiting, { flag: "a", flush: isLast });
    }
    this.#waiting = "";
  }
}

/** Goes through the lines of a file; of one that is not there, through none. */
export function* readLines(path: string): Generator<string> {
  if (!existsSync(path)) return;
  const file = openSync(path, "r");
  try {
    const decoder = new StringDecoder("utf8");
    const block = Buffer.alloc(BLOCK);
    let rest = "";
    for (;;) {
      const count = readSync(file, block);
      if (count === 0) break;
      const lines = (rest + decoder.write(block.subarray(0, count))).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(file);
  }
}
