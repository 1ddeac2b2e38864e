/** What is noted while a file of the site is read: faults, what it points to, what can be pointed to. */
import type { Fault } from "./fault.ts";

/** A fault as a check tells it. */
export interface Told extends Pick<Fault, "rule" | "expected" | "found" | "remedy"> {
  readonly line: number;
  /** @default the rule alone */
  readonly place?: string;
  /** @default "error" */
  readonly severity?: Fault["severity"];
}

/** Something in a file that points to something else. */
export interface Reference {
  /** As it is written, entities and escapes resolved. */
  readonly href: string;
  readonly line: number;
  readonly place: string;
  /** Whether the browser loads it with the page: a style sheet, a script, a picture. */
  readonly isLoaded?: boolean;
  /** Whether its fragment is a name for a thing, and no place on a page. @default false */
  readonly isName?: boolean;
}

/** What a file was found to hold. */
export class FileNotes {
  /** Relative to the site's folder, with forward slashes. */
  readonly file: string;
  readonly faults: Fault[] = [];
  readonly references: Reference[] = [];
  /** Ids of the page, each with the line it was first on. */
  readonly ids = new Map<string, number>();
  /** What the page is, by its body's class: `article`; empty for a file that is no page. */
  kind = "";
  /** Whether the page does nothing but lead on. */
  isRedirect = false;

  constructor(file: string) {
    this.file = file;
  }

  /** Notes a fault. */
  tell({ place, severity = "error", ...told }: Told): void {
    this.faults.push({ ...told, severity, place: place ?? "", file: this.file });
  }
}
