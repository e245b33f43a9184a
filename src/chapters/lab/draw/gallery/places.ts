/** @file Countries. */
import { listed } from "./example";

export const borders = listed(
  {
    label: "borders",
    sentence:
      "x has a land border with y, in South America: symmetric, and nobody borders on itself.",
    source: "The World Factbook of the CIA; in the public domain.",
  },
  `
Argentina: Bolivia, Brazil, Chile, Paraguay, Uruguay
Bolivia: Argentina, Brazil, Chile, Paraguay, Peru
Brazil: Argentina, Bolivia, Colombia, French Guiana, Guyana, Paraguay, Peru, Suriname, Uruguay, Venezuela
Chile: Argentina, Bolivia, Peru
Colombia: Brazil, Ecuador, Peru, Venezuela
Ecuador: Colombia, Peru
French Guiana: Brazil, Suriname
Guyana: Brazil, Suriname, Venezuela
Paraguay: Argentina, Bolivia, Brazil
Peru: Bolivia, Brazil, Chile, Colombia, Ecuador
Suriname: Brazil, French Guiana, Guyana
Uruguay: Argentina, Brazil
Venezuela: Brazil, Colombia, Guyana
`,
);
