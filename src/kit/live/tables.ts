/** @file The numbers of the pictures of a run, fetched when they are first asked for. */
import type { LateTable } from "../draw/table";
import type { CurvesData } from "./view/curvesLayout";
import type { LatentData } from "./view/latent";
import type { MatrixData } from "./view/matrix";

export const latentNumbers: LateTable<LatentData> = async () =>
  (await import("./view/latentTable")).latentTable;

export const curvesNumbers: LateTable<CurvesData> = async () =>
  (await import("./view/curvesTable")).curvesTable;

export const matrixNumbers: LateTable<MatrixData> = async () =>
  (await import("./view/matrixTable")).matrixTable;
