/** @file Who eats whom. */
import { listed } from "./example";

export const foodWeb = listed(
  {
    label: "eats",
    sentence:
      "x eats y, in the seagrass of St. Marks in Florida in winter: 48 kinds of plants, animals and remains, and 221 pairs out of 2,304.",
    source:
      "Christian and Luczkovich, Ecological Modelling 117 (1999), as kept with the book Elegant SciPy; facts, free to use.",
  },
  `
fish-eating birds: spot, sheepshead minnow, gulf flounder and needlefish
Atlantic silverside and bay anchovies: spot, brittle stars, predatory polychaetes, deposit-feeding polychaetes, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, suspension-feeding polychaetes, phytoplankton, predatory shrimps, herbivorous shrimps
macro-epiphytes:
spot: predatory polychaetes, deposit-feeding polychaetes, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, suspension-feeding polychaetes, zooplankton, predatory shrimps, benthic algae, meiofauna
brittle stars: detritus, benthic algae, benthic bacteria, meiofauna, microfauna
catfish and stingrays: spot, deposit-feeding polychaetes, Halodule wrightii, hermit crabs, omnivorous crabs
predatory polychaetes: other gastropods, deposit-feeding polychaetes, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, phytoplankton, suspension-feeding molluscs, benthic bacteria, meiofauna, microfauna, deposit-feeding gastropods
pinfish: predatory polychaetes, deposit-feeding polychaetes, detritus, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, suspension-feeding polychaetes, zooplankton, benthic algae, meiofauna
killifish: macro-epiphytes, spot, pinfish, detritus, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, zooplankton, meiofauna
herbivorous ducks: Halodule wrightii, suspension-feeding molluscs, deposit-feeding gastropods, micro-epiphytes
other gastropods: micro-epiphytes
predatory gastropods: other gastropods, detritus, deposit-feeding gastropods
deposit-feeding polychaetes: detritus, benthic algae, benthic bacteria, meiofauna, microfauna
raptors: catfish and stingrays, sheepshead minnow, red drum, gulf flounder and needlefish
Halodule wrightii:
gulls: Atlantic silverside and bay anchovies, blue crabs, sheepshead minnow, predatory shrimps, hermit crabs, omnivorous crabs
epiphyte-grazing gastropods: micro-epiphytes
detritus:
deposit-feeding peracaridan crustaceans: detritus, benthic algae, benthic bacteria, microfauna
blue crabs: pipefish and seahorses, predatory shrimps, hermit crabs, southern hake and sea robins, herbivorous shrimps, omnivorous crabs
pipefish and seahorses: predatory polychaetes, deposit-feeding polychaetes, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, zooplankton, predatory shrimps, benthic algae, herbivorous shrimps, meiofauna, isopods
epiphyte-grazing amphipods: Halodule wrightii, detritus, benthic algae, micro-epiphytes
bacterioplankton: phytoplankton
fish and crustacean-eating birds: Atlantic silverside and bay anchovies, spot, pinfish, killifish, sheepshead minnow, predatory shrimps, hermit crabs, southern hake and sea robins, gobies and blennies
suspension-feeding polychaetes: zooplankton, benthic algae
sheepshead minnow: macro-epiphytes, detritus, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, zooplankton, benthic algae, meiofauna
phytoplankton:
zooplankton: bacterioplankton, phytoplankton, microprotozoa
suspension-feeding molluscs: bacterioplankton, phytoplankton, microprotozoa
red drum: spot, predatory polychaetes, killifish, deposit-feeding polychaetes, deposit-feeding peracaridan crustaceans, pipefish and seahorses, epiphyte-grazing amphipods, suspension-feeding polychaetes, sheepshead minnow, hermit crabs, southern hake and sea robins, omnivorous crabs
predatory shrimps: predatory polychaetes, deposit-feeding polychaetes, Halodule wrightii, detritus, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, suspension-feeding polychaetes, herbivorous shrimps, omnivorous crabs, meiofauna, deposit-feeding gastropods, micro-epiphytes
benthic algae:
benthic bacteria: detritus
tonguefish: deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods
hermit crabs: detritus, benthic algae, benthic bacteria, meiofauna
southern hake and sea robins: spot, deposit-feeding peracaridan crustaceans, zooplankton, predatory shrimps, herbivorous shrimps, isopods
benthos-eating birds: predatory polychaetes, other gastropods, deposit-feeding polychaetes, epiphyte-grazing gastropods, suspension-feeding polychaetes, hermit crabs, omnivorous crabs, deposit-feeding gastropods
herbivorous shrimps: Halodule wrightii, micro-epiphytes
omnivorous crabs: predatory polychaetes, deposit-feeding polychaetes, Halodule wrightii, detritus, deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, suspension-feeding molluscs, hermit crabs, deposit-feeding gastropods, micro-epiphytes
meiofauna: macro-epiphytes, phytoplankton, benthic bacteria, meiofauna, microfauna
microfauna: detritus, benthic algae, benthic bacteria, microfauna
microprotozoa: detritus, bacterioplankton, phytoplankton, microprotozoa
deposit-feeding gastropods: detritus, benthic algae, benthic bacteria, meiofauna, microfauna
gulf flounder and needlefish: spot, pinfish
micro-epiphytes:
isopods: Halodule wrightii, micro-epiphytes
gobies and blennies: deposit-feeding peracaridan crustaceans, epiphyte-grazing amphipods, zooplankton, suspension-feeding molluscs, omnivorous crabs, meiofauna, isopods
spider crabs (herbivores): Halodule wrightii, benthic algae, micro-epiphytes
`,
);
