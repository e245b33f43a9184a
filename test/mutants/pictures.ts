/** @file Pictures that stand on their heads, or are seen in a mirror. */
import type { Mutant } from "../../scripts/mutant";

const LATENT = "test/kit/live/view/latentPlaces.browser.test.ts";

export const PICTURES: readonly Mutant[] = [
  {
    file: "src/chapters/two-repons/view/hyperbola.ts",
    from: "h - (h * value) / reach",
    to: "(h * value) / reach",
    what: "the plane of a2 and c is upside down",
    tests: ["test/chapters/two-repons/view/hyperbola.browser.test.ts"],
  },
  {
    file: "src/chapters/two-repons/view/plane.ts",
    from: "height / 2 - px * y",
    to: "height / 2 + px * y",
    what: "the plane of two repons is upside down",
    tests: ["test/chapters/two-repons/view/plane.browser.test.ts"],
  },
  {
    file: "src/chapters/data/view/boundAxes.ts",
    from: "bottom - perShare * (share - lowest)",
    to: "bottom - perShare * (1 - share)",
    what: "the bound is upside down",
    tests: ["test/chapters/data/view/boundChart.browser.test.ts"],
  },
  {
    file: "src/chapters/depth/view/depthLayout.ts",
    from: "scaleLinear([lowest, 1.015], [bottom, top])",
    to: "scaleLinear([lowest, 1.015], [top, bottom])",
    what: "accuracy falls upwards in Figure 4",
    tests: ["test/chapters/depth/view/places.browser.test.ts"],
  },
  {
    file: "src/kit/draw/projection.ts",
    from: "zoom.applyY(height / 2 - (at - y) * unit)",
    to: "zoom.applyY(height / 2 + (at - y) * unit)",
    what: "repons are drawn with y down",
    tests: [LATENT],
  },
  {
    file: "src/kit/live/view/arrows.ts",
    from: "-vectors[2 * i + 1] * unit.y * steps",
    to: "vectors[2 * i + 1] * unit.y * steps",
    what: "forces have their y turned",
    tests: [LATENT],
  },
  {
    file: "src/kit/live/view/matrixGrid.ts",
    from: "[Math.floor((y - top) / cell), Math.floor((x - left) / cell)]",
    to: "[Math.floor((x - left) / cell), Math.floor((y - top) / cell)]",
    what: "the cell under the pointer is that of the pair turned round",
    tests: ["test/kit/live/view/matrixPlaces.browser.test.ts"],
  },
  {
    file: "src/kit/live/view/field.ts",
    from: "pixels[(height - 1 - j) * width + i]",
    to: "pixels[j * width + i]",
    what: "the field is upside down against the repons",
    tests: [LATENT],
  },
  {
    file: "src/kit/live/view/curvesLayout.ts",
    from: "scaleLinear([lowest, 1], [bottom, top])",
    to: "scaleLinear([lowest, 1], [top, bottom])",
    what: "accuracy falls upwards",
    tests: ["test/kit/live/view/curvesPlaces.browser.test.ts"],
  },
  {
    file: "src/kit/live/view/curvesLayout.ts",
    from: "range([left, right])",
    to: "range([right, left])",
    what: "steps go to the left",
    tests: ["test/kit/live/view/curvesPlaces.browser.test.ts"],
  },
  {
    file: "src/chapters/phases/view/evenOdds.ts",
    from: "cx: x(even.ratio),",
    to: "cx: x(even.low),",
    what: "even odds stand at the low end of their interval",
    tests: ["test/chapters/phases/view/recordings.browser.test.ts"],
  },
  {
    file: "src/chapters/phases/view/meetings.ts",
    from: "y: bottom - network.alike * (bottom - top)",
    to: "y: top + network.alike * (bottom - top)",
    what: "neighbours that are alike lower a network's dot",
    tests: ["test/chapters/phases/view/recordings.browser.test.ts"],
  },
];
