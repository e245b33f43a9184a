/** @file WebKitGTK, driven by Selenium: its driver speaks WebDriver alone. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { type Actions, Builder, Key, Origin, type WebDriver } from "selenium-webdriver";
import type { KeyName, Spot, Visit } from "./visit";
import type { Watched } from "./witness";

/** The types do not know of wheels. */
type Scrolling = Actions & { scroll(x: number, y: number, right: number, down: number): Actions };

/** A session that is not there by then does not come: without a display it hangs, ms. */
const OPENING_LIMIT = 30_000;
/** A gesture in so many moves. */
const MOVES = 5;

const KEYS: Readonly<Record<KeyName, string>> = {
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  Home: Key.HOME,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Tab: Key.TAB,
  " ": " ",
};

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
    });
  });

async function answers(url: string): Promise<void> {
  for (const end = Date.now() + OPENING_LIMIT; Date.now() < end; )
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  throw new Error("WebKitWebDriver does not answer.");
}

async function session(path: string, server: string): Promise<WebDriver> {
  const opening = new Builder()
    .usingServer(server)
    .withCapabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": {
        binary: path,
        // Without its bar, which is wider than a phone; WebGL in workers, as Safari has it.
        args: ["--automation", "--full-screen", "--features=AllowWebGLInWorkers"],
      },
    })
    .build();
  const late = new Promise<never>((_, reject) => {
    const error = new Error("WebKit opened no window in time. Has it a display?");
    setTimeout(() => reject(error), OPENING_LIMIT).unref();
  });
  return Promise.race([opening, late]);
}

/** Opens WebKitGTK's bare window at `path`. Throws where there is no display. */
export async function openWebkit(path: string): Promise<Visit> {
  const port = await freePort();
  const driver: ChildProcess = spawn("WebKitWebDriver", ["-p", String(port)], { stdio: "ignore" });
  const server = `http://127.0.0.1:${port}`;
  try {
    await answers(`${server}/status`);
    const page = await session(path, server);
    await page.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    const visit = await asVisit(page, driver);
    await visit.resize(1280, 720);
    return visit;
  } catch (error) {
    driver.kill();
    throw error;
  }
}

/**
 * A script that hands on what a function gives in the page, or how it failed. The function stands in the script as text:
 * the page's policy lets none be made of a string.
 */
const calling = (look: (given: never) => unknown): string => `
  const [given, done] = arguments;
  Promise.resolve()
    .then(() => (${look})(given))
    .then((answer) => done({ answer }), (error) => done({ failed: String(error) }));
`;

async function asVisit(page: WebDriver, driver: ChildProcess): Promise<Visit> {
  const ask: Visit["ask"] = async (look, given) => {
    const { answer, failed } = await page.executeAsyncScript<{ answer: never; failed?: string }>(
      calling(look),
      given,
    );
    if (failed !== undefined) throw new Error(failed);
    return answer;
  };
  const moved = ({ x, y }: Spot) => ({
    origin: Origin.VIEWPORT,
    x: Math.round(x),
    y: Math.round(y),
    duration: 0,
  });
  return {
    engine: "webkit",
    version: (await page.getCapabilities()).getBrowserVersion() ?? "unknown",
    goto: async (url) => {
      // Another fragment alone opens no page.
      await page.get("about:blank");
      await page.get(url);
    },
    reload: () => page.navigate().refresh(),
    resize: (width, height) => fitWindow(page, width, height),
    ask,
    run: async (script) => {
      await page.executeScript(script);
    },
    press: (key) => page.actions({ async: true }).sendKeys(KEYS[key]).perform(),
    click: (at) => page.actions({ async: true }).move(moved(at)).press().release().perform(),
    drag: async (from, to) => {
      await page.actions({ async: true }).move(moved(from)).press().perform();
      for (let i = 1; i <= MOVES; i++) {
        const share = i / MOVES;
        const at = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
        await page.actions({ async: true }).move(moved(at)).perform();
      }
      await page.actions({ async: true }).release().perform();
    },
    wheel: async (at, down) => {
      const { x, y } = moved(at);
      await page.actions({ async: true }).move(moved(at)).perform();
      const actions = page.actions({ async: true }) as Scrolling;
      await actions.scroll(x, y, 0, down).perform();
    },
    shot: async () => {
      // What was drawn last is shown two frames later.
      for (let i = 0; i < 2; i++)
        await ask(() => new Promise((done) => requestAnimationFrame(() => done(1))), null);
      return Buffer.from(await page.takeScreenshot(), "base64");
    },
    complaints: () => ask(() => (window as unknown as Watched).complaints.splice(0), null),
    close: async () => {
      await page.quit().catch(() => {});
      driver.kill();
    },
  };
}

/** Makes the window so large that its inside has that size. */
async function fitWindow(page: WebDriver, width: number, height: number): Promise<void> {
  const window = page.manage().window();
  for (let i = 0; i < 20; i++) {
    const [w, h] = await page.executeScript<[number, number]>("return [innerWidth, innerHeight]");
    if (w === width && h === height) return;
    const now = await window.getRect();
    await window.setRect({
      x: 0,
      y: 0,
      width: now.width + width - w,
      height: now.height + height - h,
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`WebKit's window does not become ${width} by ${height}.`);
}
