/** @file The relation's numbers as a file, cell by cell as Python reads them: small and large, with odd names. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { undefused } from "../../../../src/experiment/table/formula";
import { csvFile } from "../../../../src/kit/live/take/files";
import { matrixTable } from "../../../../src/kit/live/view/matrixTable";

const READER =
  "import csv, io, json, sys\ntext = sys.stdin.buffer.read().decode('utf-8')\nprint(json.dumps(list(csv.reader(io.StringIO(text, newline=''), strict=True))))";

const ODD = ["=1+1", "a,b", 'say "no"', "two\nlines", "-x", "@sum", "🦊 ½", "'quoted"];

test.each([4, 60])("%i elements of an own relation, whatever they are called", async (n) => {
  const labels = Array.from({ length: n }, (_, x) => (x < ODD.length ? ODD[x] : `${x}`));
  const truth = Uint8Array.from({ length: n * n }, (_, pair) => ((pair * pair) % 7) & 1);
  const mask = Uint8Array.from(truth, (_, pair) => Number(pair % 5 > 0));
  const prediction = Float32Array.from(truth, (_, pair) => pair / (n * n));
  const data = { n, labels, truth, mask, prediction, show: "prediction" as const, order: null };
  const file = csvFile(matrixTable({ ...data, highlighted: [] }));
  const input = Buffer.from(await file.arrayBuffer());
  const [head, ...rows] = JSON.parse(
    execFileSync("python3", ["-c", READER], { input, maxBuffer: 2 ** 26 }).toString(),
  ) as string[][];
  expect(head).toEqual(["x", "y", "R", "trained", "P"]);
  expect(rows).toHaveLength(n * n);
  rows.forEach(([x, y, holds, trained, p], pair) => {
    expect([undefused(x), undefused(y)]).toEqual([labels[Math.floor(pair / n)], labels[pair % n]]);
    expect([holds, trained].map(Number)).toEqual([truth[pair], mask[pair]]);
    expect(Math.fround(Number(p))).toBe(prediction[pair]);
  });
});
