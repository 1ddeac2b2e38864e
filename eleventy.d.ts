/** What backfile uses of Eleventy 3, which ships no types. */
declare module "@11ty/eleventy" {
  /** The object that a configuration file is given. */
  export interface EleventyConfig {
    readonly globalData: Readonly<Record<string, unknown>>;
    /** Paths of files that are no templates, relative to the working folder. */
    readonly ignores: Set<string>;
    addExtension(extension: string, options: { readonly key: string }): void;
    addGlobalData(name: string, value: unknown): void;
    addPassthroughCopy(paths: Readonly<Record<string, string>>): void;
    /** A template without a file, at a path below the input folder. */
    addTemplate(path: string, template: unknown): void;
    addTemplateFormats(format: string): void;
    on(
      event: "eleventy.after",
      then: (site: { readonly directories: { readonly output: string } }) => Promise<void>,
    ): void;
    setUseGitIgnore(use: boolean): void;
    setQuietMode(quiet: boolean): void;
  }

  /** A page as `toJSON` gives it. */
  export interface RenderedTemplate {
    readonly url: string | false;
    readonly inputPath: string;
    readonly outputPath: string | false;
    readonly content: string;
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly source: "cli" | "script";
        readonly config: (config: EleventyConfig) => void;
      },
    );
    /** Errors are thrown all the same. */
    disableLogger(): void;
    toJSON(): Promise<readonly RenderedTemplate[]>;
  }
}
