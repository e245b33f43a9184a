/** @file Blood, a family, a tournament. */
import { listed } from "./example";

export const blood = listed(
  {
    label: "can give blood to",
    sentence:
      "Red cells of group x may be given to group y: 27 of 64 pairs, an order from O− to AB+.",
    source: "The compatibility table of the blood services; facts, free to use.",
  },
  `
O−: O−, O+, A−, A+, B−, B+, AB−, AB+
O+: O+, A+, B+, AB+
A−: A−, A+, AB−, AB+
A+: A+, AB+
B−: B−, B+, AB−, AB+
B+: B+, AB+
AB−: AB−, AB+
AB+: AB+
`,
);

export const ancestors = listed(
  {
    label: "is an ancestor of",
    sentence:
      "x is an ancestor of y, among the British kings and queens since 1714: a line, and three kings beside it.",
    source: "The Royal Family’s list of kings and queens, royal.uk; facts, free to use.",
  },
  `
George I: George II, George III, George IV, William IV, Victoria, Edward VII, George V, Edward VIII, George VI, Elizabeth II, Charles III
George II: George III, George IV, William IV, Victoria, Edward VII, George V, Edward VIII, George VI, Elizabeth II, Charles III
George III: George IV, William IV, Victoria, Edward VII, George V, Edward VIII, George VI, Elizabeth II, Charles III
George IV:
William IV:
Victoria: Edward VII, George V, Edward VIII, George VI, Elizabeth II, Charles III
Edward VII: George V, Edward VIII, George VI, Elizabeth II, Charles III
George V: Edward VIII, George VI, Elizabeth II, Charles III
Edward VIII:
George VI: Elizabeth II, Charles III
Elizabeth II: Charles III
Charles III:
`,
);

export const tournament = listed(
  {
    label: "won against",
    sentence:
      "x won against y in the Six Nations rugby of 2024: nobody won against all, and France and Italy drew.",
    source: "The results of the fifteen matches, sixnationsrugby.com; facts, free to use.",
  },
  `
Ireland: France, Italy, Wales, Scotland
France: Scotland, Wales, England
England: Italy, Wales, Ireland
Scotland: Wales, England
Italy: Scotland, Wales
Wales:
`,
);
