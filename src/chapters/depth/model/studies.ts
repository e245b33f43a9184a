/** @file The studies of Figure 4, one for each relation. */

import type { PerPage } from "../../../kit/live/model/perPage";
import { pageStudy } from "../../../kit/study/model/studies";
import type { Study } from "../../../kit/study/model/study";
import { FIGURE_4_RELATIONS, type Figure4Relation } from "./figure4";

export const DEPTH_STUDIES = Object.fromEntries(
  FIGURE_4_RELATIONS.map((relation) => [relation, pageStudy()]),
) as Readonly<Record<Figure4Relation, PerPage<Study>>>;
