/** Which template is at fault when a page cannot be drawn, and what is said of it? Stage 7, on both sides. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { CliError } from "../text/cli-error.ts";
import type { RenderFailure } from "./batch.ts";

/** Returns what the program is told of an error in a drawing process, whose working folder is the program's; `own` is the folder of the archive's own layouts. */
export function failureOf(error: unknown, own?: string): RenderFailure {
  const inner = innermost(error);
  if (!(inner instanceof Error)) return { reason: String(inner), stack: "" };
  const stack = inner.stack ?? "";
  if (inner instanceof CliError) return { reason: inner.message, stack, isDisk: true };
  const template = templateIn(stack, own);
  const reason = inner.message.split("\n", 1)[0] ?? "";
  return {
    reason: `${inner.name}: ${reason}`,
    stack,
    ...(template !== undefined && { template }),
  };
}

/** Returns the error that the program throws for it. Templates and disks are the user's to mend: a `CliError`. */
export function errorOf({ reason, stack, template, isDisk }: RenderFailure): Error {
  const cause = new Error(reason);
  cause.stack = stack;
  if (isDisk) return new CliError(reason, { cause });
  return template === undefined
    ? new Error(`Eleventy failed: ${reason}`, { cause })
    : new CliError(`${template}: ${reason}; mend the template`, { cause });
}

/** The innermost cause says what went wrong in which template; Eleventy wraps it several times. */
function innermost(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CliError) return error;
  const inner = "originalError" in error ? error.originalError : error.cause;
  return inner === undefined ? error : innermost(inner);
}

const PLACE = /^(?<file>[^\s?:()]+)(?:\?[^\s:()]*)?(?::(?<line>\d+))?/;

/** The first place below one of the folders `layouts/` that a stack names. */
function templateIn(stack: string, own: string | undefined): string | undefined {
  const folders = [resolve("layouts"), ...(own === undefined ? [] : [own])];
  const [first] = folders
    .map((folder) => pathToFileURL(`${folder}/`).href)
    .map((url) => ({ at: stack.indexOf(url), root: url.length - "layouts/".length }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at);
  if (first === undefined) return undefined;
  const { file, line } = PLACE.exec(stack.slice(first.at + first.root))?.groups ?? {};
  return line === undefined ? file : `${file}:${line}`;
}
