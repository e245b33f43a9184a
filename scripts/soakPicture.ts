/** @file The curves of a soak as a small SVG, one strip for each measure. */
import type { Measure, Sample } from "./soakRule";

const STRIPS: readonly (readonly [measure: Measure, words: string, unit: number])[] = [
  ["heap", "heap, MB", 1e6],
  ["memory", "process, MB", 1e6],
  ["nodes", "nodes", 1],
  ["listeners", "listeners", 1],
  ["workers", "workers", 1],
  ["stepsPerSecond", "steps/s", 1],
];
const [WIDTH, HEIGHT, LEFT, GAP] = [640, 56, 130, 14];
const shortNumber = (x: number): string =>
  x >= 100 ? x.toFixed(0) : x.toPrecision(2).replace(/\.0$/, "");

/** Each strip begins at nought, so that what grows is seen as it is. */
export function soakSvg(samples: readonly Sample[]): string {
  const last = Math.max(...samples.map(({ minute }) => minute));
  const strips = STRIPS.map(([measure, words, unit], row) => {
    const known = samples.flatMap((sample) => {
      const value = sample[measure];
      return value === null ? [] : [{ ...sample, value: value / unit }];
    });
    const top = Math.max(1e-9, ...known.map(({ value }) => value));
    const y0 = row * (HEIGHT + GAP) + GAP;
    const place = ({ minute, value }: { readonly minute: number; readonly value: number }) =>
      `${(LEFT + (minute / last) * (WIDTH - LEFT - 10)).toFixed(1)} ${(y0 + HEIGHT - (value / top) * HEIGHT).toFixed(1)}`;
    const pages = [...new Set(known.map(({ page }) => page))];
    const lines = pages.map((page) => {
      const points = known.filter((sample) => sample.page === page).map(place);
      return `<path d="M${points.join("L")}"/>`;
    });
    return [
      `<text x="0" y="${y0 + 14}">${words}</text>`,
      `<text x="0" y="${y0 + 30}" class="most">to ${shortNumber(top)}</text>`,
      `<line x1="${LEFT}" x2="${WIDTH - 10}" y1="${y0 + HEIGHT}" y2="${y0 + HEIGHT}"/>`,
      ...lines,
    ].join("");
  });
  const height = STRIPS.length * (HEIGHT + GAP) + 3 * GAP;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="What the page weighs over ${last.toFixed(0)} minutes">
<style>svg{background:#fff}text{font:13px system-ui,sans-serif;fill:#222}.most{fill:#666;font-size:11px}path{fill:none;stroke:#2563a8;stroke-width:1.6}line{stroke:#bbb}</style>
${strips.join("\n")}
<text x="${LEFT}" y="${height - GAP}" class="most">0</text><text x="${WIDTH - 10}" y="${height - GAP}" class="most" text-anchor="end">${last.toFixed(0)} minutes</text>
</svg>
`;
}
