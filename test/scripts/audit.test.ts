import { expect, test } from "vitest";
import { findings, judged } from "../../scripts/audit";

const said = (vulnerabilities: object) => JSON.stringify({ metadata: { vulnerabilities } });

test("serious findings fail, others are told", () => {
  expect(
    judged(findings(said({ info: 0, low: 2, moderate: 1, high: 0, critical: 0, total: 3 }))),
  ).toEqual([0, "Packages of the page: 3 findings, none of them serious."]);
  const [status, words] = judged(findings(said({ low: 1, high: 1, critical: 2, total: 4 })));
  expect(status).toBe(1);
  expect(words).toMatch(/^3 serious/);
});

test.each(["", "npm error", '{"message":"405","error":{}}', "null"])(
  "where the registry does not answer (%j) nothing fails, and it is said",
  (answer) => {
    const [status, words] = judged(findings(answer));
    expect(status).toBe(0);
    expect(words).toContain("could not be asked");
  },
);
