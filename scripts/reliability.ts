/** @file `npm run reliability`: writes docs/reliability.md and docs/soak.svg from what tests and the soak have left in build/evidence. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEvidence } from "../test/evidence";
import { reliabilityPage } from "./reliabilityPage";
import { keptSoak } from "./soakFile";
import { soakSvg } from "./soakPicture";

const DOCS = join(import.meta.dirname, "../docs");

function main(): void {
  const soak = keptSoak();
  const evidence = readEvidence();
  writeFileSync(join(DOCS, "reliability.md"), reliabilityPage(evidence, soak));
  if (soak && soak.samples.length > 1) writeFileSync(join(DOCS, "soak.svg"), soakSvg(soak.samples));
  for (const [kind, rows] of Object.entries(evidence)) console.log(`${kind}: ${rows.length} rows`);
  console.log(soak ? `soak: ${soak.samples.length} rounds` : "soak: none");
}

main();
