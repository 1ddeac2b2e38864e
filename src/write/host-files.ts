/** What does a web host want to find beside an archive to build its site by itself? Stage 3. The guide is `docs/deploying.md`. */

/** Hosts that build a site from a repository. */
export const HOSTS = ["github", "gitlab", "netlify", "cloudflare"] as const;

/** One of them. */
export type Host = (typeof HOSTS)[number];

/** Returns whether a word is the name of a host. */
export function isHost(word: string): word is Host {
  return (HOSTS as readonly string[]).includes(word);
}

/** Returns the files that a host wants, each with its path from the archive's folder. */
export function hostFiles(
  host: Host,
  url: string | undefined,
): readonly (readonly [string, string])[] {
  switch (host) {
    case "github":
      return [[".github/workflows/site.yml", GITHUB]];
    case "gitlab":
      return [[".gitlab-ci.yml", GITLAB]];
    case "netlify":
      return [["netlify.toml", NETLIFY]];
    case "cloudflare":
      return [["wrangler.toml", cloudflare(url)]];
  }
}

const GITHUB = `# Builds the site and puts it on GitHub Pages. In the repository's settings, under Pages, choose "GitHub Actions" as the source.
name: site
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  site:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run build
      - run: npm run check
      - uses: actions/upload-pages-artifact@v3
        with:
          path: _site
      - id: deployment
        uses: actions/deploy-pages@v4
`;

const GITLAB = `# Builds the site and puts it on GitLab Pages.
pages:
  image: node:24
  cache:
    key: npm
    paths: [.npm/]
  script:
    - npm ci --cache .npm
    - npx backfile build --output public
    - npx backfile check public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;

const NETLIFY = `[build]
  command = "npm run build && npm run check"
  publish = "_site"

[build.environment]
  NODE_VERSION = "24"
`;

function cloudflare(url: string | undefined): string {
  const host = url === undefined ? "archive" : new URL(url).hostname.split(".")[0];
  return `# For Cloudflare Pages: npx wrangler pages deploy, or a build of npm run build in its settings.
name = "${host ?? "archive"}"
pages_build_output_dir = "_site"
`;
}
