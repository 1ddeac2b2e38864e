/** Can an archive replace single files of the layouts, and nothing but these? */
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { before, describe, test } from "node:test";
import { runCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";

const TEXT = `Bridge to reopen after eleven years

12 March 2018

PORT ELLIS – The bridge will reopen on Friday, Tomas Varga, the mayor, said.
`;

let archive: FreshFolder;

/** Builds, and returns how many files of the site are new or other ones. */
async function build(): Promise<number> {
  const { code, stdout, stderr } = await runCli(["build", "--no-search"], { cwd: archive.path });
  assert.equal(code, 0, stderr);
  return Number(/(\d+) files? new or changed/.exec(stdout)?.[1] ?? 0);
}

const page = (path: string): string => archive.read(`_site/${path}index.html`);
const ARTICLE = "2018/03/12/bridge-to-reopen-after-eleven-years/";

before(async (t) => {
  archive = freshFolder(t as Parameters<typeof freshFolder>[0]);
  archive.write("content/sources/bridge.txt", TEXT);
  archive.write("content/archive.yml", "title: The Courier\n");
  archive.write("package.json", '{"type": "module"}');
  await build();
});

describe("an archive's own layouts", () => {
  test("a layout that is copied and changed takes the place of that one alone", async () => {
    const before = page("people/");
    archive.write(
      "layouts/article.11ty.js",
      `import { html } from "../src/render/html.js";
import { frameOf } from "./parts/frame.js";
import { pageTemplate } from "./parts/template.js";
import { drawShell } from "./shell.js";
const draw = (page, site) =>
  drawShell({ page, frame: frameOf(page, site), main: html\`<h1>OURS: \${page.headline}</h1>\` });
export default pageTemplate("article", draw);
`,
    );
    assert.equal((await build()) > 0, true);
    assert.match(page(ARTICLE), /<h1>OURS: Bridge to reopen after eleven years<\/h1>/);
    assert.equal(page("people/"), before);
    rmSync(archive.at("layouts/article.11ty.js"));
  });

  test("a part is replaced in all layouts, and may add to the program's own", async () => {
    archive.write(
      "layouts/parts/names.ts",
      `import { html } from "../../src/render/html.ts";
import * as theirs from "./names.ts";
export * from "./names.ts";
export const drawName = (name: never, frame: never) =>
  html\`<i class="ours">\${theirs.drawName(name, frame)}</i>\`;
`,
    );
    archive.write(
      "content/archive.yml",
      "title: The Courier\npublishers: [{name: Courier, folder: courier}]\n",
    );
    archive.write(
      "content/sources/courier/ferry.txt",
      TEXT.replace("Bridge to reopen", "Ferry to stop"),
    );
    await build();
    const ferry = page("2018/03/12/ferry-to-stop-after-eleven-years/");
    assert.match(ferry, /<i class="ours">.*Courier.*<\/i>/);
    assert.match(ferry, /<h1 id="headline"/);
    rmSync(archive.at("layouts/parts"), { recursive: true });
    await build();
    assert.doesNotMatch(page("2018/03/12/ferry-to-stop-after-eleven-years/"), /class="ours"/);
  });

  test("a change makes pages stale, and no change leaves them", async () => {
    archive.write("layouts/shell.js", 'export * from "./shell.js";\n');
    await build();
    assert.equal(await build(), 0);
    const shown = (words: string): void =>
      archive.write(
        "layouts/shell.js",
        `import { html } from "../src/render/html.js";
import * as theirs from "./shell.js";
export const drawShell = (content) =>
  theirs.drawShell({ ...content, main: html\`<p>${words}</p>\${content.main}\` });
`,
      );
    shown("One");
    await build();
    assert.match(page(""), /<p>One<\/p>/);
    shown("Two");
    await build();
    assert.match(page(ARTICLE), /<p>Two<\/p>/);
    rmSync(archive.at("layouts/shell.js"));
    await build();
    assert.doesNotMatch(page(ARTICLE), /<p>Two<\/p>/);
  });

  test("rules of one's own come after those of the style sheet; other files stand beside it", async () => {
    archive.write("layouts/assets/own.css", ":root { --paper: pink }\n");
    archive.write("layouts/assets/mast/head.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
    await build();
    const css = archive.read("_site/assets/site.css");
    assert.match(css, /^\/[*][\s\S]+\n:root \{ --paper: pink \}\n$/);
    assert.match(archive.read("_site/assets/mast/head.svg"), /^<svg/);
    assert.equal(archive.files("_site").includes("assets/own.css"), false);
    archive.write("layouts/assets/site.css", "p {}\n");
    await build();
    assert.equal(archive.read("_site/assets/site.css"), "p {}\n\n:root { --paper: pink }\n");
    rmSync(archive.at("layouts/assets"), { recursive: true });
  });

  test("a layout in the place of none is an error that names the one meant", async () => {
    archive.write("layouts/artcle.11ty.js", "export default {};\n");
    const { code, stderr } = await runCli(["build"], { cwd: archive.path });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^backfile: \S*layouts\/artcle\.11ty\.js: expected .* did you mean `article\.11ty\.js`\?$/m,
    );
    rmSync(archive.at("layouts/artcle.11ty.js"));
  });

  test("a fault in one is told with its file and line", async () => {
    archive.write(
      "layouts/about.11ty.js",
      'import * as theirs from "./about.11ty.js";\nexport default {\n  ...theirs.default,\n  render() {\n    throw new Error("oops");\n  },\n};\n',
    );
    const { code, stderr } = await runCli(["build"], { cwd: archive.path });
    assert.equal(code, 1);
    assert.match(stderr, /^backfile: layouts\/about\.11ty\.js:5: Error: oops; mend the template$/m);
    rmSync(archive.at("layouts/about.11ty.js"));
  });
});
