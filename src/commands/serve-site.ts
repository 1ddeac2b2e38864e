/** How does a browser on this machine see the site while an editor works on it? The web server of `backfile serve`. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { CliError } from "../text/cli-error.ts";

/** A site that is being served. */
export interface ServedSite {
  /** With a slash at its end: `http://localhost:8080/`. */
  readonly url: string;
  /** Has every page that is open in a browser load itself again. */
  reload(): void;
  /** Returns when the last connection is closed. */
  close(): Promise<void>;
}

/** Where the site is served. */
export interface ServeOptions {
  /** @default 8080; where it is in use, the next free one of the twenty after it */
  readonly port?: number | undefined;
  /** @default "localhost", which only this machine can reach */
  readonly host?: string | undefined;
}

const FIRST_PORT = 8080;
const PORTS_TRIED = 20;
const LAST_PORT = 65_535;
const EVENTS = "/__backfile/events";
const SCRIPT = "/__backfile/reload.js";
const SCRIPT_TEXT = `new EventSource("${EVENTS}").addEventListener("reload", () => location.reload());\n`;
const SCRIPT_TAG = `<script src="${SCRIPT}" defer></script>`;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".jsonl": "application/jsonl; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".atom": "application/atom+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder until it is closed: `index.html` for a folder, `404.html` for what is not there, no
 * listings, no hidden files, nothing outside the folder. HTML is sent with a script that loads the page
 * again after `reload()`; the files themselves stay as they are.
 *
 *     const site = await serveSite("_site", { port: 8080 });
 *     site.url; // "http://localhost:8080/"
 *
 * Throws a `CliError` if no port can be had.
 */
export async function serveSite(folder: string, options: ServeOptions = {}): Promise<ServedSite> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.url === EVENTS) {
      listeners.add(response);
      response.on("close", () => listeners.delete(response));
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(": open\n\n");
    } else {
      answerSafely(folder, request, response);
    }
  });
  const host = options.host ?? "localhost";
  const port = await listen(server, options.port ?? FIRST_PORT, host);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}/`,
    reload() {
      for (const listener of listeners) listener.write("event: reload\ndata: now\n\n");
    },
    close() {
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

async function listen(server: Server, wanted: number, host: string): Promise<number> {
  const last = Math.min(wanted + PORTS_TRIED, LAST_PORT);
  for (let port = wanted; port <= last; port++) {
    if (!(await isTaken(server, port, host))) {
      const address = server.address();
      // port 0 means any: the system has chosen one
      return typeof address === "object" && address !== null ? address.port : port;
    }
    process.stderr.write(`backfile: port ${port} is in use; trying ${port + 1}\n`);
  }
  throw new CliError(`ports ${wanted} to ${last} are all in use; choose another one with --port`);
}

/** Tries to listen; returns true where another program has the port. */
function isTaken(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE") resolve(true);
      else reject(cannotListen(error, port, host));
    };
    server.once("error", onError);
    server.listen(port, host, () => {
      server.off("error", onError);
      resolve(false);
    });
  });
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): Error {
  return new CliError(
    `cannot serve at ${host}:${port} (${error.code ?? error.message}); choose another port with --port, from 1024 up`,
    { cause: error },
  );
}

/** For a moment, while a new site takes the old one's place, there is none. */
function answerSafely(folder: string, request: IncomingMessage, response: ServerResponse): void {
  try {
    answer(folder, request, response);
  } catch {
    const text = "<body><p>The site is being replaced. Load this page again.</p></body>";
    send(request, response, { status: 503, type: ".html", bytes: Buffer.from(text) });
  }
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const path = pathOf(request.url ?? "/");
  if (path === SCRIPT) {
    send(request, response, { status: 200, type: ".js", bytes: Buffer.from(SCRIPT_TEXT) });
    return;
  }
  const file = path === undefined ? undefined : fileAt(folder, path);
  if (file === "add-slash") {
    // the browser takes the words after the last slash for a file; the links of the page count on that
    const query = /\?[^#]*/.exec(request.url ?? "")?.[0] ?? "";
    response.writeHead(302, { Location: `${encodeURI(path ?? "")}/${query}` }).end();
  } else if (file !== undefined) {
    send(request, response, { status: 200, type: extname(file), bytes: readFileSync(file) });
  } else {
    const page = fileAt(folder, "/404.html");
    const found = page !== undefined && page !== "add-slash";
    const bytes = found ? readFileSync(page) : Buffer.from("<p>There is no such page.</p>");
    send(request, response, { status: 404, type: ".html", bytes });
  }
}

/** The path of a request without its query, decoded; undefined if it is not a path. */
function pathOf(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/, 1)[0] ?? "/").replace(/^\/+/, "/");
  } catch {
    return undefined;
  }
}

const NOT_SERVED = /[\\\0]|\/\./;

/** The file that a path means, if it lies in the folder; `add-slash` for a folder asked for as a file. */
function fileAt(folder: string, path: string): string | "add-slash" | undefined {
  if (NOT_SERVED.test(path)) return undefined;
  const wanted = join(folder, path);
  const isFolder = statSync(wanted, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? join(wanted, "index.html") : wanted;
  if (!existsSync(file) || !statSync(file).isFile() || !isInside(folder, file)) return undefined;
  if (isFolder && !path.endsWith("/")) return "add-slash";
  return !isFolder && path.endsWith("/") ? undefined : file;
}

/** A link in the site may lead out of it. */
function isInside(folder: string, file: string): boolean {
  return realpathSync(file).startsWith(realpathSync(folder) + sep);
}

interface Body {
  readonly status: number;
  /** The file's extension, with its dot. */
  readonly type: string;
  readonly bytes: Buffer;
}

function send(request: IncomingMessage, response: ServerResponse, body: Body): void {
  const bytes = body.type === ".html" ? withReload(body.bytes) : body.bytes;
  const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  const headers = {
    "Content-Type": CONTENT_TYPES[body.type] ?? "application/octet-stream",
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    ETag: tag,
  };
  if (body.status === 200 && request.headers["if-none-match"] === tag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(body.status, { ...headers, "Content-Length": bytes.length });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

const POLICY = /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*/;

/** The page's own policy stays in force, but for the one script and the one connection that are ours. */
function withReload(bytes: Buffer): Buffer {
  const html = bytes.toString("utf8").replace(POLICY, withOurScript);
  const end = html.lastIndexOf("</body>");
  const at = end === -1 ? html.length : end;
  return Buffer.from(html.slice(0, at) + SCRIPT_TAG + html.slice(at));
}

function withOurScript(policy: string): string {
  const missing = ["script-src", "connect-src"].filter((name) => !policy.includes(name));
  return [policy, ...missing.map((name) => `${name} 'self'`)].join("; ");
}
