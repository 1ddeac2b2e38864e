/** What does a browser fetch for a page, when does it show the largest thing on it, and does anything move? */
import type { Browser, CDPSession, Page } from "playwright-core";

/** Something that was fetched. */
export interface Fetched {
  readonly url: string;
  /** As Chromium calls it: `Document`, `Stylesheet`, `Font`, `Script` … */
  readonly type: string;
  /** Over the wire, headers included. */
  readonly bytes: number;
  readonly status: number;
}

/** How a page was loaded. */
export interface PageLoad {
  readonly fetched: readonly Fetched[];
  /** Milliseconds from the start to the largest contentful paint. */
  readonly largestPaint: number;
  /** The sum of all layout shifts; 0 where nothing moves. */
  readonly layoutShift: number;
  /** What the page complained of: errors, and what its policy forbade. */
  readonly complaints: readonly string[];
}

/** A telephone line: milliseconds to and fro, bits a second, and how many times slower than this machine. */
export interface Profile {
  readonly roundTrip: number;
  readonly bitsPerSecond: number;
  readonly slower: number;
}

/** Lighthouse's "slow 4G" and its slowed processor (core/config/constants.js: mobileSlow4G). */
export const SLOW_4G: Profile = { roundTrip: 150, bitsPerSecond: 1_638_400, slower: 4 };

/** Loads a page in a fresh profile, with nothing in its cache, and waits until nothing more is fetched. */
export async function loadPage(
  browser: Browser,
  url: string,
  profile?: Profile,
): Promise<PageLoad> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    const session = await context.newCDPSession(page);
    const fetched = await noteFetched(session);
    if (profile !== undefined) await slowDown(session, profile);
    await page.goto(url, { waitUntil: "networkidle" });
    return { fetched: [...fetched.values()], ...(await measured(page)), complaints };
  } finally {
    await context.close();
  }
}

async function noteFetched(session: CDPSession): Promise<ReadonlyMap<string, Fetched>> {
  const fetched = new Map<string, Fetched>();
  const types = new Map<string, string>();
  session.on("Network.requestWillBeSent", ({ requestId, type = "Other" }) => {
    types.set(requestId, type);
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    const type = types.get(requestId) ?? "Other";
    fetched.set(requestId, { url: response.url, type, bytes: 0, status: response.status });
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const known = fetched.get(requestId);
    if (known !== undefined) fetched.set(requestId, { ...known, bytes: encodedDataLength });
  });
  await session.send("Network.enable");
  return fetched;
}

async function slowDown(session: CDPSession, profile: Profile): Promise<void> {
  const bytes = profile.bitsPerSecond / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: profile.roundTrip,
    downloadThroughput: bytes,
    uploadThroughput: bytes,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: profile.slower });
}

/** Both are kept by the browser from the start on, so that they may be asked for at the end. */
function measured(page: Page): Promise<Pick<PageLoad, "largestPaint" | "layoutShift">> {
  return page.evaluate(async () => {
    const entriesOf = (type: string): Promise<readonly PerformanceEntry[]> =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve([]), 300);
      });
    const paints = await entriesOf("largest-contentful-paint");
    const shifts = await entriesOf("layout-shift");
    return {
      largestPaint: paints.at(-1)?.startTime ?? Number.NaN,
      layoutShift: shifts.reduce((sum, entry) => sum + Number(Object(entry).value), 0),
    };
  });
}
