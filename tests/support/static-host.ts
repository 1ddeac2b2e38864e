/** How does a test see a site as a static host hands it out: compressed, below a path if need be, with its own page for what is not there? */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

/** A host that hands out a folder until it is closed. */
export interface StaticHost {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const COMPRESSED = /^\.(?:html|css|js|json|jsonl|xml|svg|txt|csv)$/;

/** Hands out a folder at a free port; `prefix` is the path that the site stands below, such as `/old/papers/`. */
export async function hostSite(folder: string, prefix = "/"): Promise<StaticHost> {
  const bodies = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split(/[?#]/, 1)[0] ?? "/");
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
    const found = inside === undefined ? undefined : fileAt(folder, inside);
    if (found === "folder") {
      response.writeHead(301, { Location: encodeURI(`${path}/`) }).end();
      return;
    }
    const file = found ?? join(folder, "404.html");
    const type = extname(file);
    const body = bodies.get(file) ?? encoded(file);
    bodies.set(file, body);
    response.writeHead(found === undefined ? 404 : 200, {
      "Content-Type": TYPES[type] ?? "application/octet-stream",
      "Content-Length": body.length,
      "Cache-Control": "no-cache",
      ...(COMPRESSED.test(type) && { "Content-Encoding": "gzip" }),
    });
    response.end(body);
  });
  const port = await listening(server);
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function encoded(file: string): Buffer {
  const bytes = readFileSync(file);
  return COMPRESSED.test(extname(file)) ? gzipSync(bytes) : bytes;
}

function fileAt(folder: string, path: string): string | "folder" | undefined {
  const wanted = join(folder, path);
  if (!wanted.startsWith(folder)) return undefined;
  if (statSync(wanted, { throwIfNoEntry: false })?.isDirectory() === true) {
    if (path !== "" && !path.endsWith("/")) return "folder";
    const index = join(wanted, "index.html");
    return existsSync(index) ? index : undefined;
  }
  return existsSync(wanted) ? wanted : undefined;
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      // a server that listens at a port has one
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
