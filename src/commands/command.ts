/** What is a command, and what is it given? */

/** The options that the user gave, checked; a command sees only those it names. */
export interface Options {
  readonly files: readonly string[];
  readonly content: string;
  readonly output: string;
  /** A published site to look at; empty where none was named. */
  readonly site: string;
  readonly port: number;
  /** Drawing processes at most; absent where it is left to the machine. */
  readonly workers?: number;
  /** Where jobs and their results lie; absent where it is left to the archive. */
  readonly jobs?: string;
  /** Articles that a job has at most. */
  readonly size: number;
  /** Draws every page, whatever is known of those that stand. */
  readonly again: boolean;
  /** Builds pages alone; the search stays as it stands. */
  readonly "no-search": boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly jsonl: boolean;
  readonly strict: boolean;
  /** Tells where the time went. */
  readonly profile: boolean;
  /** Shows what would be done, and does nothing. */
  readonly diff: boolean;
  /** Only people about whom there is a doubt. */
  readonly doubtful: boolean;
  /** Tells a namesake from the others. */
  readonly label?: string;
  /** One for each decision. */
  readonly note?: string;
  /** On texts that are named, and not on the archive's articles. */
  readonly text: boolean;
  /** Of a new archive: what `backfile init` asks. */
  readonly title?: string;
  readonly language?: string;
  readonly newspaper?: string;
  readonly zone?: string;
  readonly "date-order"?: string;
  readonly calendar?: string;
  readonly url?: string;
  readonly licence?: string;
  readonly host?: string;
  /** Asks nothing. */
  readonly yes: boolean;
  readonly debug: boolean;
  readonly help: boolean;
}

/** An option's name as typed, without the dashes. */
export type OptionName = Exclude<keyof Options, "files" | "help" | "debug">;

/** A command of the program. */
export interface Command {
  readonly name: string;
  /** After the name in the usage line: `FILE`. Without it the command takes no files. */
  readonly files?: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What it does, in plain words; a paragraph or two. */
  readonly description: string;
  readonly options: readonly OptionName[];
  readonly example: string;
  /** Does the work and returns the exit code. */
  readonly run: (options: Options) => Promise<number>;
}
