/** @file The studies of Figure 4, one for each relation. */
import { FIGURE_4_RELATIONS, type Figure4Relation } from "../../state/figure4";
import type { PerPage } from "../../state/perPage";
import { pageStudy } from "../../state/studies";
import type { Study } from "../../state/study";

export const DEPTH_STUDIES = Object.fromEntries(
  FIGURE_4_RELATIONS.map((relation) => [relation, pageStudy()]),
) as Readonly<Record<Figure4Relation, PerPage<Study>>>;
