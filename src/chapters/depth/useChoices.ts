/** @file What of Figure 4 a reader looks at. */

import { partOf } from "../../kit/live/model/link";
import { usePage } from "../../kit/live/usePage";
import { FIGURE_4_PART, type Figure4Choices } from "./model/figure4";

export const useChoices = (): Figure4Choices => usePage(({ link }) => partOf(link, FIGURE_4_PART));
