/** Where does a test's Chromium come from? From the machine, or else from an npm package: nobody installs anything. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";

const NODE_MODULES = fileURLToPath(new URL("../../node_modules/", import.meta.url));
const PACKAGE = join(NODE_MODULES, "@sparticuz/chromium");

const SYSTEM_CHROMIUMS: readonly string[] = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Our own, not the package's: its list switches off the web security that our pages rely on. */
const ARGUMENTS: readonly string[] = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
];

/** A program that can be started, with what its environment needs besides the test's own. */
interface Chromium {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Returns a headless Chromium; whoever asked closes it. Looks, in this order, at `$CHROMIUM_PATH`, at the
 * usual places of a system's Chromium or Chrome, and into the package `@sparticuz/chromium`, which brings
 * its own libraries and fonts. `CHROMIUM_PATH=package` goes straight to the package.
 *
 *     const browser = await launchBrowser();
 *     const page = await browser.newPage();
 *
 * Throws an error of one line that says which Chromium did not start, and what to do.
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, environment } = await findChromium(process.env["CHROMIUM_PATH"] ?? "");
  try {
    return await chromium.launch({
      executablePath: path,
      args: [...ARGUMENTS],
      ignoreDefaultArgs: ["--enable-unsafe-swiftshader"],
      env: { ...definedEnvironment(), ...environment },
    });
  } catch (cause) {
    const [reason] = String(cause).split("\n");
    throw new Error(
      `the Chromium at ${path} does not start (${reason}); name another one in CHROMIUM_PATH`,
      { cause },
    );
  }
}

async function findChromium(wanted: string): Promise<Chromium> {
  if (wanted !== "" && wanted !== "package") {
    if (existsSync(wanted)) return { path: wanted, environment: {} };
    throw new Error(`CHROMIUM_PATH names ${wanted}, where there is no file; mend or unset it`);
  }
  const system = SYSTEM_CHROMIUMS.find((path) => wanted === "" && existsSync(path));
  return system === undefined ? packagedChromium() : { path: system, environment: {} };
}

/** Unpacks the package's Chromium once a version, into a folder of its own that is whole or absent. */
async function packagedChromium(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `no Chromium found, and the packaged one is for Linux on x64, not ${process.platform} on ${process.arch}; install Chrome or name a Chromium in CHROMIUM_PATH`,
    );
  }
  const folder = join(NODE_MODULES, ".cache", `chromium-${packageVersion()}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    path: join(folder, "chromium"),
    environment: {
      LD_LIBRARY_PATH: join(folder, "al2023", "lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
      HOME: folder,
    },
  };
}

function packageVersion(): string {
  const text = readFileSync(join(PACKAGE, "package.json"), "utf8");
  // an npm package has a version
  return (JSON.parse(text) as { version: string }).version;
}

/**
 * The package unpacks into the temporary folder and takes a half-written file there for a whole one, so
 * it is given a folder that no other test process knows. It unpacks its libraries only where it believes
 * itself on Amazon's machines, from before its import until its path is known.
 */
async function unpack(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}.`);
  const before = { ...process.env };
  process.env["TMPDIR"] = staging;
  process.env["AWS_EXECUTION_ENV"] = "AWS_Lambda_nodejs22.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    await packaged.executablePath();
  } finally {
    for (const name of [
      "TMPDIR",
      "AWS_EXECUTION_ENV",
      "LD_LIBRARY_PATH",
      "FONTCONFIG_PATH",
      "HOME",
    ])
      restore(name, before[name]);
  }
  writeFileSync(join(staging, "fonts", "fonts.conf"), fontSettings(folder));
  try {
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    // another test process was faster
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own settings name the folders of a server; a machine's fonts, if any, know more scripts. */
function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
  <config></config>
</fontconfig>
`;
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
