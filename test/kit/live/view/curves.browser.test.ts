import { expect, test, vi } from "vitest";
import { curves } from "../../../../src/kit/live/view/curves";
import { makeStand, press } from "../../../stand";
import { accuracy, memorised } from "../figures/curves";

const stand = makeStand(500, 500);

test("curves are labelled with their values, reference lines on the axis", () => {
  const view = stand.mount(curves, accuracy, {});
  expect(stand.texts(".words text.curve").sort()).toEqual([
    "entire 0.99",
    "test 0.96",
    "train 1.00",
  ]);
  expect(stand.texts(".words text.ghost")).toEqual(["last run"]);
  expect(stand.texts(".grid text")).toEqual(expect.arrayContaining(["0.9", "0.67", "100", "104"]));
  expect(stand.find(".band text").textContent).toBe("G");
  expect(stand.texts(".marks text")).toEqual(["train 335", "test 415"]);
  view.destroy();
});

test("keys and pointer ask for steps on the log axis", () => {
  const onScrub = vi.fn();
  const view = stand.mount(curves, { ...accuracy, cursor: 100 }, { onScrub });
  for (const key of ["ArrowRight", "ArrowLeft", "PageUp", "Home"])
    press(stand.find("[role=slider]"), key);
  expect(onScrub.mock.calls).toEqual([[105], [95], [1000], [0]]);
  const ticks = [...stand.root.querySelectorAll(".grid text")].filter((node) =>
    node.textContent?.startsWith("10"),
  );
  const hundred = Number(ticks[2].getAttribute("x"));
  stand.point(stand.find("svg"), "pointermove", hundred, 100);
  expect(onScrub).toHaveBeenCalledTimes(4);
  const down = {
    clientX: stand.root.getBoundingClientRect().left + hundred,
    pointerId: 1,
    button: 0,
  };
  Element.prototype.setPointerCapture = () => {};
  stand.find("svg").dispatchEvent(new PointerEvent("pointerdown", down));
  expect(onScrub.mock.calls[4]).toEqual([100]);
  view.destroy();
});

test("brackets, and arrows with Shift, go to landmarks and tell them", async () => {
  const onScrub = vi.fn();
  const view = stand.mount(curves, { ...accuracy, cursor: 380 }, { onScrub });
  const said = () => stand.root.querySelector(".view-voice")?.textContent;
  press(stand.find("[role=slider]"), "]");
  await expect.poll(said).toBe("Step 387: first accuracy on held-out pairs above 0.9.");
  press(stand.find("[role=slider]"), "[");
  await expect.poll(said).toBe("Step 351: first accuracy on all pairs above 0.9.");
  const shifted = { key: "ArrowRight", shiftKey: true, bubbles: true };
  stand.find("[role=slider]").dispatchEvent(new KeyboardEvent("keydown", shifted));
  await expect.poll(() => onScrub.mock.calls).toEqual([[387], [351], [387]]);
  view.destroy();
});

test("a long series is drawn with at most four points a half pixel", () => {
  const view = stand.mount(curves, memorised(), {});
  const points = (stand.find(".line").getAttribute("d") ?? "").split("L").length;
  expect(points).toBeGreaterThan(100);
  expect(points).toBeLessThan(4 * 2 * 500);
  view.destroy();
});

test("a run without a point yet draws its axes", () => {
  const series = accuracy.series.map((s) => ({ ...s, steps: [], values: [] }));
  const view = stand.mount(curves, { ...accuracy, series, cursor: null }, {});
  expect(stand.texts(".grid text").length).toBeGreaterThan(3);
  expect(stand.root.innerHTML).not.toContain("NaN");
  view.destroy();
});
