import { expect, test } from "vitest";
import { PHASES_PART } from "../../../../src/chapters/phases/model/choices";
import { latticeOf } from "../../../../src/chapters/phases/model/lattice";
import { placeOf, replayStore, showMoment } from "../../../../src/chapters/phases/model/phases";
import { DEFAULTS } from "../../../../src/experiment/params";
import { createPageStore } from "../../../../src/kit/live/model/store";
import { standing } from "../../../kit/study/model/handPool";

test("a link's cell beyond the plane is its last column, row and seed", () => {
  const lattice = latticeOf({
    base: DEFAULTS,
    axes: [
      { key: "encoderRate", values: [1e-4, 1e-3, 1e-2] },
      { key: "decoderRate", values: [1e-3, 1e-2] },
      { key: "seed", values: [0, 1, 2, 3] },
    ],
  });
  if (!lattice) throw new Error("it is a lattice");
  const place = (column: number, row: number, replica: number) =>
    placeOf(lattice, { ...PHASES_PART.initial, column, row, replica });
  expect(place(2, 1, 3)).toEqual({ column: 2, row: 1, seed: 3 });
  expect(place(3, 2, 4)).toEqual({ column: 2, row: 1, seed: 3 });
  expect(place(1, 0, 0)).toEqual({ column: 1, row: 0, seed: 0 });
});

test("a replay stays between its first and its last moment", () => {
  const page = createPageStore();
  const replay = replayStore(page);
  const moments = [0, 4, 9].flatMap((step) => standing(step, false).moments);
  replay.setState({ moments });
  const at = (wanted: number) => {
    showMoment(page, wanted);
    return replay.getState().at;
  };
  expect([-1, 0, 2, 3].map(at)).toEqual([0, 0, 2, 2]);
});
