/** Does `backfile serve` show the site, all of it, and nothing besides? */
import assert from "node:assert/strict";
import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { request } from "node:http";
import { type TestContext, test } from "node:test";
import { serveSite } from "../src/commands/serve-site.ts";
import { watchFolders } from "../src/commands/watch-folders.ts";
import { startCli } from "./support/cli.ts";
import { type FreshFolder, freshFolder } from "./support/fresh-folder.ts";
import { copyProgram } from "./support/program-copy.ts";

const PAGE = "<!doctype html><html><body><p>Rosé</p></body></html>";

function sampleSite(t: TestContext): FreshFolder {
  const folder = freshFolder(t);
  folder.write("_site/index.html", PAGE);
  folder.write("_site/people/índigo/index.html", PAGE);
  folder.write("_site/404.html", "<body>Nothing here</body>");
  folder.write("_site/style.css", "p { color: red }");
  folder.write("_site/empty/x.txt", "x");
  folder.write("_site/.secret", "secret");
  folder.write("outside.txt", "secret");
  symlinkSync(folder.at("outside.txt"), folder.at("_site/link.txt"));
  return folder;
}

async function served(t: TestContext, folder: FreshFolder) {
  const site = await serveSite(folder.at("_site"), { port: 0 });
  t.after(() => site.close());
  return site;
}

/** Asks with the path as it stands; `fetch` would tidy `..` away. */
function statusOf(url: string, path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on("error", reject).end();
  });
}

test("pages are served with their type and the reload script, and the files stay as they are", async (t) => {
  const folder = sampleSite(t);
  const { url } = await served(t, folder);
  const page = await fetch(url);
  assert.equal(page.status, 200);
  assert.equal(page.headers.get("content-type"), "text/html; charset=utf-8");
  const html = await page.text();
  assert.equal(
    html.replace(/<script src="\/__backfile\/reload.js" defer><\/script>(?=<\/body>)/, ""),
    PAGE,
  );
  assert.notEqual(html, PAGE);
  assert.equal(folder.read("_site/index.html"), PAGE);
  const style = await fetch(`${url}style.css?v=1`);
  assert.equal(style.headers.get("content-type"), "text/css; charset=utf-8");
  assert.equal(await style.text(), "p { color: red }");
  assert.match(await (await fetch(`${url}__backfile/reload.js`)).text(), /EventSource/);
});

test("a page that forbids scripts allows the reload script alone, and only as it is served", async (t) => {
  const folder = freshFolder(t);
  const page = (policy: string) =>
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><body></body>`;
  const search = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
  folder.write("_site/index.html", page("default-src 'none'; style-src 'self'"));
  folder.write("_site/search/index.html", page(search));
  const { url } = await served(t, folder);
  const html = await (await fetch(url)).text();
  assert.ok(
    html.includes(
      page("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'").slice(
        0,
        -7,
      ),
    ),
    html,
  );
  assert.ok((await (await fetch(`${url}search/`)).text()).includes(`"${search}"`));
  assert.equal(folder.read("_site/index.html"), page("default-src 'none'; style-src 'self'"));
});

test("a folder's address gets its slash, in any script, and a missing page is the site's own 404", async (t) => {
  const { url } = await served(t, sampleSite(t));
  const redirect = await fetch(`${url}people/índigo`, { redirect: "manual" });
  assert.equal(redirect.status, 302);
  assert.equal(redirect.headers.get("location"), "/people/%C3%ADndigo/");
  const asked = await fetch(`${url}people/%C3%ADndigo?q=a%20b&page=2`, { redirect: "manual" });
  assert.equal(asked.headers.get("location"), "/people/%C3%ADndigo/?q=a%20b&page=2");
  assert.equal((await fetch(`${url}people/índigo/`)).status, 200);
  const missing = await fetch(`${url}nowhere/`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /Nothing here/);
  assert.equal((await fetch(`${url}style.css/`)).status, 404);
});

test("nothing outside the site, hidden or listed is served", async (t) => {
  const { url } = await served(t, sampleSite(t));
  const paths = [
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/..%5coutside.txt",
  ];
  for (const path of [
    ...paths,
    "/.secret",
    "/link.txt",
    "/empty/",
    "/empty",
    "/%",
    "/%00",
    "//../outside.txt",
  ]) {
    const { status, text } = await statusOf(url, path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(text, /secret|x\.txt/, path);
  }
});

test("HEAD sends no body, a known page is not sent again, and nothing can be sent to the site", async (t) => {
  const { url } = await served(t, sampleSite(t));
  const head = await fetch(url, { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), "");
  const tag = head.headers.get("etag") ?? "";
  assert.match(tag, /^".+"$/);
  assert.equal((await fetch(url, { headers: { "If-None-Match": tag } })).status, 304);
  assert.equal((await fetch(url, { headers: { "If-None-Match": '"other"' } })).status, 200);
  assert.equal((await fetch(url, { method: "POST" })).status, 405);
});

test("a site that is away for a moment does not end the server", async (t) => {
  const folder = sampleSite(t);
  const { url } = await served(t, folder);
  renameSync(folder.at("_site"), folder.at("_site.old"));
  assert.notEqual((await fetch(url)).status, 200);
  renameSync(folder.at("_site.old"), folder.at("_site"));
  assert.equal((await fetch(url)).status, 200);
});

test("a port in use leads to the next one", async (t) => {
  const folder = sampleSite(t);
  const first = await served(t, folder);
  const port = Number(new URL(first.url).port);
  const second = await serveSite(folder.at("_site"), { port });
  t.after(() => second.close());
  assert.ok(Number(new URL(second.url).port) > port);
  assert.equal((await fetch(second.url)).status, 200);
});

test("open pages hear of a reload, and closing ends their connection", async (t) => {
  const folder = sampleSite(t);
  const site = await serveSite(folder.at("_site"), { port: 0 });
  const events = await fetch(`${site.url}__backfile/events`);
  assert.equal(events.headers.get("content-type"), "text/event-stream");
  const reader = events.body?.getReader();
  assert.ok(reader);
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  assert.match(await next(), /open/);
  site.reload();
  assert.match(await next(), /^event: reload\ndata: .+\n\n$/);
  await site.close();
  await assert.rejects(reader.read());
});

/** A watch whose changes can be waited for, one by one. */
function watched(t: TestContext, paths: readonly string[], isOwn = (_path: string) => false) {
  let changes = 0;
  let heard = (): void => {};
  const watcher = watchFolders(paths, {
    isOwn,
    async onChange() {
      changes += 1;
      heard();
    },
  });
  t.after(() => watcher.close());
  return {
    during: watcher.during,
    count: () => changes,
    /** Makes a change and returns when it was heard of. */
    async after(make: () => void): Promise<void> {
      const next = new Promise<void>((resolve) => {
        heard = resolve;
      });
      make();
      await next;
    },
    /** Makes changes and waits longer than it would take to hear of them. */
    async without(make: () => void): Promise<void> {
      const before = changes;
      make();
      await new Promise((resolve) => setTimeout(resolve, 400));
      assert.equal(changes, before);
    },
  };
}

function saveByRenaming(folder: FreshFolder, path: string, text: string): void {
  folder.write(`${path}.new`, text);
  renameSync(folder.at(`${path}.new`), folder.at(path));
}

test("a burst of changes is one change; hidden names are none", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/deep/a.txt", "a");
  folder.write("content/archive.yml", "title: A\n");
  mkdirSync(folder.at("content/.backfile"));
  const watch = watched(t, [folder.at("content/sources"), folder.at("content/archive.yml")]);
  await watch.after(() => {
    for (const name of ["b", "c", "d"]) folder.write(`content/sources/deep/${name}.txt`, name);
  });
  assert.equal(watch.count(), 1);
  await watch.without(() => {
    folder.write("content/sources/.draft.txt.swp", "");
    folder.write("content/sources/letter.txt~", "");
    folder.write("content/.backfile/catalog.db", "");
    folder.write("content/sources/deep/gone.txt", "");
    rmSync(folder.at("content/sources/deep/gone.txt"));
  });
  await watch.after(() => saveByRenaming(folder, "content/archive.yml", "title: B\n"));
  assert.equal(watch.count(), 2);
});

test("a file saved by renaming is seen each time, however deep and however often", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/deep/a.txt", "a");
  const watch = watched(t, [folder.at("content/sources")]);
  for (const text of ["one", "two", "three"])
    await watch.after(() => saveByRenaming(folder, "content/sources/deep/a.txt", text));
  await watch.after(() => folder.write("content/sources/deep/a.txt", "four, in place"));
  assert.equal(watch.count(), 4);
});

test("files and folders that are made, or made anew, while it watches are watched", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", "a");
  const paths = ["sources", "pages", "archive.yml"].map((name) => folder.at(`content/${name}`));
  const watch = watched(t, paths);
  await watch.after(() => folder.write("content/archive.yml", "title: A\n"));
  await watch.after(() => folder.write("content/pages/deep/about.md", "# About"));
  await watch.after(() => folder.write("content/pages/deep/about.md", "# About us"));
  await watch.after(() => rmSync(folder.at("content/sources"), { recursive: true }));
  await watch.after(() => folder.write("content/sources/a.txt", "again"));
  await watch.after(() => folder.write("content/sources/a.txt", "and again"));
  await watch.after(() => {
    renameSync(folder.at("content/sources"), folder.at("content/former"));
    mkdirSync(folder.at("content/sources"));
  });
});

test("what is changed during work is heard of after it, unless the work did it", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/articles/own.md", "a");
  const watch = watched(t, [folder.at("content/articles")], (path) => path.endsWith("own.md"));
  await watch.without(() => {
    void watch.during(async () => folder.write("content/articles/own.md", "b, by the work"));
  });
  await watch.after(() => {
    void watch.during(async () => folder.write("content/articles/other.md", "by the editor"));
  });
  await watch.after(() => folder.write("content/articles/own.md", "c, by the editor"));
  await assert.rejects(
    watch.during(async () => {
      throw new Error("a failed build");
    }),
    /a failed build/,
  );
  await watch.after(() => folder.write("content/articles/own.md", "d, after the failure"));
});

test("serve outlives a broken template, shows what is mended, and builds once for a change", async (t) => {
  const folder = freshFolder(t);
  folder.write("content/sources/a.txt", "Ferry lost\n\nMarch 3, 2021\n\nIt rained on Monday.\n");
  const program = copyProgram(folder);
  const serve = startCli(["serve", "--port", "0"], { cwd: folder.path, program });
  t.after(() => serve.interrupt());
  const found = await serve.printed(/The archive is at (?<url>\S+)/);
  const url = found.groups?.["url"] ?? "";
  const home = folder.read("program/layouts/home.11ty.ts");
  folder.write("program/layouts/home.11ty.ts", `${home}\nnull.oops;\n`);
  await serve.printed(/home\.11ty\.ts.*TypeError.*\(the site stands as it was\)\n/);
  assert.equal((await fetch(url)).status, 200);
  folder.write("program/layouts/home.11ty.ts", home.replace('say("heading.latest")', '"Just in"'));
  await serve.printed(/articles? on \d+ pages/);
  assert.match(await (await fetch(url)).text(), /Just in/);
  folder.write("content/sources/b.txt", "Ferry found\n\nMarch 4, 2021\n\nThe sun shone.\n");
  await serve.printed(/2 articles on \d+ pages/);
  folder.write("content/places/port-ellis.md", "---\nname: Port Ellis\n---\nInvented.\n");
  // the two lines come on two outputs, in either order
  await serve.printed(
    /1 remark to review.*\n(?:.*\n)*2 articles on .*\n|2 articles on .*\n(?:.*\n)*1 remark to review.*\n/,
  );
  const before = serve.output();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  assert.equal(serve.output(), before, "its own articles are no reason to build again");
  assert.equal(await serve.interrupt(), 0);
});
