import { expect, test } from "vitest";
import { decided, phaseOf } from "../../src/theory/phase";

test("Table 4 tells the four phases from two step counts", () => {
  expect(phaseOf({ train: 300, test: 350 })).toBe("generalisation");
  expect(phaseOf({ train: 300, test: 1299 })).toBe("generalisation");
  expect(phaseOf({ train: 300, test: 1300 })).toBe("grokking");
  expect(phaseOf({ train: 300, test: null })).toBe("memorisation");
  expect(phaseOf({ train: null, test: null })).toBe("confusion");
  // Table 4 leaves this open; there is no fit, so we call it confusion.
  expect(phaseOf({ train: null, test: 10 })).toBe("confusion");
  // Test before train: the difference is below 1000.
  expect(phaseOf({ train: 3000, test: 10 })).toBe("generalisation");
});

test("a phase is given as soon as no later step can change it, and not before", () => {
  expect(decided({ train: 300, test: null }, 5000, 100_000)).toBeNull();
  expect(decided({ train: null, test: 300 }, 5000, 100_000)).toBeNull();
  expect(decided({ train: 300, test: 5000 }, 5000, 100_000)).toBe("grokking");
  expect(decided({ train: 300, test: null }, 100_000, 100_000)).toBe("memorisation");
  expect(decided({ train: null, test: null }, 15_000, 15_000)).toBe("confusion");
});
