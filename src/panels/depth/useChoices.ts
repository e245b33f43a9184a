/** @file What of Figure 4 a reader looks at. */
import { FIGURE_4_PART, type Figure4Choices } from "../../state/figure4";
import { partOf } from "../../state/link";
import { usePage } from "../StoreContext";

export const useChoices = (): Figure4Choices => usePage(({ link }) => partOf(link, FIGURE_4_PART));
