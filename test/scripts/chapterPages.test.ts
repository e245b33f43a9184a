import { afterEach, expect, test, vi } from "vitest";
import { chapterPages } from "../../scripts/chapterPages";
import { CHAPTERS } from "../../src/app/chapters";

const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta name="description" content="All of it." />
    <title>The whole</title>
  </head>
  <body></body>
</html>
`;

afterEach(() => vi.unstubAllEnvs());

/** The pages that a build writes, by name. */
async function built(): Promise<Readonly<Record<string, string>>> {
  const pages: Record<string, string> = {};
  const index = { type: "asset", source: HTML };
  const { generateBundle } = chapterPages();
  const { handler } = generateBundle as unknown as {
    handler(this: object, options: object, bundle: object): Promise<void>;
  };
  const emitFile = ({ fileName, source }: { fileName: string; source: string }) => {
    pages[fileName] = source;
  };
  await handler.call({ emitFile }, {}, { "index.html": index });
  return { ...pages, "index.html": index.source };
}

test("every chapter has a page, which says which it is; the front page names the first one's picture", async () => {
  const pages = await built();
  expect(Object.keys(pages).sort()).toEqual(
    ["index.html", ...CHAPTERS.map(({ id }) => `${id}.html`)].sort(),
  );
  for (const { id, title } of CHAPTERS) {
    expect(pages[`${id}.html`]).toContain(`data-chapter="${id}"`);
    expect(pages[`${id}.html`]).toContain(title);
    expect(pages[`${id}.html`]).toContain(`property="og:image" content="./og/${id}.jpg"`);
    expect(pages[`${id}.html`]).not.toContain("og:url");
  }
  expect(pages["index.html"]).toContain("<title>The whole</title>");
  expect(pages["index.html"]).toContain(`content="./og/${CHAPTERS[0].id}.jpg"`);
  expect(pages["index.html"]).not.toContain("data-chapter");
});

test.each(["https://example.org/geneft", "https://example.org/geneft/"])(
  "with the site's address %s what others ask for is absolute",
  async (site) => {
    vi.stubEnv("SITE_URL", site);
    const pages = await built();
    const { id } = CHAPTERS[1];
    expect(pages[`${id}.html`]).toContain(`content="https://example.org/geneft/og/${id}.jpg"`);
    expect(pages[`${id}.html`]).toContain(
      `"og:url" content="https://example.org/geneft/${id}.html"`,
    );
    expect(pages["index.html"]).toContain(`href="https://example.org/geneft/"`);
  },
);
