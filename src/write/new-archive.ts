/** Which files does a new archive begin with? Stage 3: writes those that are not there, and overwrites none. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onDisk } from "../text/disk-error.ts";
import { slugOf } from "../text/slug.ts";
import { type Host, hostFiles } from "./host-files.ts";

/** What the files of a new archive say. */
export interface NewArchive {
  /** Absolute, or relative to the working folder. */
  readonly folder: string;
  readonly title: string;
  /** The text of `archive.yml`. */
  readonly settings: string;
  /** Of the newspaper below `content/sources/`, if the texts are one's. */
  readonly newspaperFolder?: string;
  /** Where the site will stand, if that is known. */
  readonly url?: string;
  readonly host?: Host;
  /** Of backfile: the archive is built by this one until its editor wants another. */
  readonly version: string;
}

/** What was written and what stood there already; paths relative to the archive's folder. */
export interface WrittenArchive {
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/** Writes the files of a new archive. A file that is there stays as it is. */
export function writeNewArchive(archive: NewArchive): WrittenArchive {
  const written: string[] = [];
  const kept: string[] = [];
  for (const [path, text] of filesOf(archive)) {
    const file = join(archive.folder, path);
    if (existsSync(file)) {
      kept.push(path);
      continue;
    }
    onDisk(file, () => {
      mkdirSync(dirname(file), { recursive: true });
      // whoever puts a file there meanwhile keeps it
      writeFileSync(file, text, { flag: "wx" });
    });
    written.push(path);
  }
  return { written, kept };
}

function filesOf(archive: NewArchive): readonly (readonly [path: string, text: string])[] {
  const { title, settings, newspaperFolder, host, url } = archive;
  const below = newspaperFolder === undefined ? [] : [newspaperFolder];
  return [
    ["README.md", readme(title)],
    ["package.json", manifest(archive)],
    [".gitignore", IGNORED],
    ["content/README.md", CONTENT_NOTE],
    ["content/archive.yml", settings],
    ["content/pages/about.md", about(title)],
    ["content/sources/README.md", SOURCES_NOTE],
    ...below.map((name) => [`content/sources/${name}/README.md`, NEWSPAPER_NOTE] as const),
    ...Object.entries(FOLDER_NOTES).map(
      ([name, text]) => [`content/${name}/README.md`, text] as const,
    ),
    ["layouts/README.md", LAYOUTS_NOTE],
    ...(host === undefined ? [] : hostFiles(host, url)),
  ];
}

const GUIDE = "`node_modules/backfile/content/README.md`";

function readme(title: string): string {
  return `# ${title}

An archive made with backfile.

\`\`\`sh
npm install        # once
npm start          # builds the site, shows it, and follows your changes
npm run build      # builds the site in _site/, to be put on any web host
npm run check      # looks whether every link, page and feed of it is sound
\`\`\`

- \`content/\` is yours: put article texts into \`content/sources/\`, correct what comes of them in \`content/articles/\`. ${GUIDE} is the editor's guide.
- \`layouts/\` is yours, too: what is there takes the place of backfile's own (\`node_modules/backfile/dist/layouts/README.md\`).
- \`npm install backfile@latest\` brings a newer program, and touches neither.
- How to put the site on the web: \`node_modules/backfile/docs/deploying.md\`.
`;
}

function manifest({ title, version }: NewArchive): string {
  const name = slugOf(title) || "archive";
  const value = {
    name,
    private: true,
    type: "module",
    scripts: { start: "backfile serve", build: "backfile build", check: "backfile check" },
    dependencies: { backfile: version },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

const IGNORED = `node_modules/
_site/
_site.*
**/.backfile/*
# what tells your edits from damage, and open conflicts
!**/.backfile/imported/
!**/.backfile/conflicts/
`;

const CONTENT_NOTE = `# Yours

Everything that an editor touches is in this folder. The editor's guide: ${GUIDE}.

| here | is |
| --- | --- |
| \`archive.yml\` | title, language, time zone, address |
| \`sources/\` | the texts as they came; backfile never writes here |
| \`articles/\` | one Markdown file for each article, made from them; yours to correct |
| \`people/\`, \`places/\`, \`topics/\` | what you know of single ones, a file each |
| \`pages/\` | pages of your own; \`about.md\` is shown on the about page |
| \`decisions.yml\` | who is who, and what is settled; \`npx backfile review\` says what to write |
`;

const SOURCES_NOTE = `Put article texts here, in any folders, one \`.txt\` file each: the headline on the first line, the date on a line of its own, all else as it stands. Saved web
pages, WordPress exports, feeds, NewsML, ninjs and WARC files are read as they are. \`npx backfile explain FILE\` shows how a text was read.
`;

const NEWSPAPER_NOTE = `The texts of this newspaper: \`archive.yml\` names it by this folder.
`;

const FOLDER_NOTES: Readonly<Record<string, string>> = {
  people:
    "A file for each person of whom you know more than the articles say. `npx backfile person note NAME` begins one.\n",
  places: "A file for each place of which you know more: where it lies, above all.\n",
  topics: "A file for each topic of yours. `npx backfile topic add NAME PHRASE` begins one.\n",
};

const LAYOUTS_NOTE = `# How the pages look

Empty, the pages look as backfile draws them. A file here takes the place of the one of that name in \`node_modules/backfile/dist/layouts/\`, whose README says more; the rules of
\`assets/own.css\` come after those of its style sheet:

\`\`\`css
:root { --paper: #fff; }
\`\`\`
`;

function about(title: string): string {
  return `# About ${title}

Say here what these texts are, where they came from, and who looks after them. Below it the page tells how the archive was made, with numbers.
`;
}
