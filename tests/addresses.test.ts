/** Does an address that the site cannot give set one file aside, and never end the build? */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { FreeText, MarkdownArticle } from "../src/model.ts";
import { addressFaults } from "../src/pages/addresses.ts";
import { runCli } from "./support/cli.ts";
import { freshFolder } from "./support/fresh-folder.ts";

function articleAt(address: string, path = "articles/a.md"): MarkdownArticle {
  return { path, front: { headline: "H", address }, body: "Words." };
}

function pageOf(slug: string, file = `pages/${slug}.md`): FreeText {
  return { file, slug, title: slug, text: "" };
}

/** Addresses that meet the site's own pages, or that some disk does not take. */
const REFUSED: readonly string[] = [
  ...["/people/", "/People/x/", "/topics/a/", "/places/x/", "/organisations/x/", "/archive/"],
  ...["/about/", "/search/", "/data/x/", "/assets/site.css/", "/pagefind/pagefind.js/"],
  ...["/undated/", "/2022/", "/2022/01/", "/2022/01/26/", "/404.html/", "/.backfile-site.json/"],
  ...["/./x/", "/x/../y/", "/.git/x/", "/C:x/", "/x\u0001/", "/x/index.html/"],
  ...[`/${"a".repeat(300)}/`, `/2022/${"é".repeat(101)}/`],
];

for (const address of REFUSED) {
  test(`an article may not stand at ${JSON.stringify(address.slice(0, 30))}`, () => {
    const [fault, ...more] = addressFaults([articleAt(address)], []);
    assert.deepEqual(more, []);
    assert.equal(fault?.severity, "set-aside");
    assert.equal(fault?.rule, "pages/taken-address");
    assert.equal(fault?.file, "articles/a.md");
    assert.match(fault?.message ?? "", /^the address .*; give the article another `address`$/);
  });
}

test("addresses beside the site's own are free to take", () => {
  const free = ["/2022/01/26/x/", "/undated/x/", "/x/2022/", "/peoples/", "/20221/", "/x/C:y/"];
  const long = `/2022/${"a".repeat(200)}/`;
  const articles = [...free, long, "/été/", "/a.b/", "/قصة/"].map((address, index) =>
    articleAt(address, `articles/${index}.md`),
  );
  assert.deepEqual(addressFaults(articles, [pageOf("about"), pageOf("imprint")]), []);
});

test("of two that want one address the first keeps it, whatever the capitals and accents", () => {
  const files = (faults: ReturnType<typeof addressFaults>) => faults.map(({ file }) => file);
  const articles = [
    articleAt("/x/caf\u00e9/", "articles/1.md"),
    articleAt("/X/cafe\u0301/", "articles/2.md"),
    articleAt("/imprint/", "articles/3.md"),
  ];
  const pages = [
    pageOf("imprint"),
    pageOf("help", "pages/Help.md"),
    pageOf("help"),
    pageOf("about", "pages/About.md"),
    pageOf("about"),
    pageOf("people"),
    pageOf("2022"),
  ];
  const faults = addressFaults(articles, pages);
  assert.deepEqual(files(faults), [
    "articles/2.md",
    ...["pages/imprint.md", "pages/help.md", "pages/about.md", "pages/people.md", "pages/2022.md"],
  ]);
  assert.match(faults[0]?.message ?? "", /articles\/1\.md/);
  assert.match(faults[1]?.message ?? "", /articles\/3\.md.*; give the file another name$/);
});

test("a build leaves out what is misplaced and shows the rest", async (t) => {
  const folder = freshFolder(t);
  const addresses = ["/people/", "/2022/01/", "/.backfile-site.json/", "/404.html/", "/2022/01/X/"];
  const all = [...addresses, "/2022/01/x/", "/2022/01/y/"];
  all.forEach((address, index) => {
    folder.write(
      `content/articles/${index}.md`,
      `---\nheadline: Article ${index}\npublished: "2022-01-0${index + 1}"\naddress: ${address}\n---\nThe mill at Carrow closed.\n`,
    );
  });
  folder.write(
    "content/sources/a.txt",
    "Ferry to sail\n\n9 March 2021\n\nThe ferry sails on Monday.\n",
  );
  folder.write("content/pages/Imprint.md", "# One\n\nWords.\n");
  folder.write("content/pages/imprint.md", "# Other\n\nWords.\n");
  const { code, stderr } = await runCli(["build"], { cwd: folder.path });
  assert.equal(code, 0, stderr);
  for (const index of [0, 1, 2, 3, 5]) assert.match(stderr, new RegExp(`articles/${index}\\.md`));
  assert.match(stderr, /pages\/imprint\.md/);
  assert.match(folder.read("_site/2022/01/y/index.html"), /Article 6/);
  assert.match(folder.read("_site/2022/01/X/index.html"), /Article 4/);
  assert.match(folder.read("_site/imprint/index.html"), /<h1>One/);
  assert.doesNotMatch(folder.read("_site/people/index.html"), /Article 0/);
});
