/** @file The chapters that stand, in the order of the page. A chapter is added here when it works. */
import { type ComponentType, lazy } from "react";
import type { ChapterId } from "../experiment/link";
import { Transport } from "../panels/Transport";
import { part } from "./part";
import { Repons } from "./Repons";

export interface Chapter {
  readonly id: ChapterId;
  readonly number: number;
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly claim: string;
  /** Where on the paper's Figure 1 it belongs. */
  readonly place: "data" | "decoder" | "repons" | "rates" | "whole";
  readonly Body: ComponentType;
  /** What stands at the foot of the page: a transport, as a rule; absent if the body brings its own. */
  readonly Foot?: ComponentType;
}

/** The landing chapter comes with the page, each other one when it is opened. */
const fetched = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
) => lazy(async () => ({ default: (await part(load))[name] }));

const HowMuchData = fetched(() => import("./HowMuchData"), "HowMuchData");
const HowComplex = fetched(() => import("./HowComplex"), "HowComplex");
const TwoRepons = fetched(() => import("./TwoRepons"), "TwoRepons");
const SandboxTransport = fetched(
  () => import("../panels/sandbox/SandboxTransport"),
  "SandboxTransport",
);
const TheoryMeetsNetwork = fetched(() => import("./TheoryMeetsNetwork"), "TheoryMeetsNetwork");
const Phases = fetched(() => import("./Phases"), "Phases");

export const CHAPTER_LIST: readonly Chapter[] = [
  {
    id: "repons",
    number: 1,
    title: "Repons",
    claim: "A network has understood a relation when the vectors of like elements meet.",
    place: "repons",
    Body: Repons,
    Foot: Transport,
  },
  {
    id: "data",
    number: 2,
    title: "How much data?",
    claim: "Who knows the kind of a relation needs to see few of its pairs: the rest follows.",
    place: "data",
    Body: HowMuchData,
  },
  {
    id: "depth",
    number: 3,
    title: "How complex?",
    claim:
      "A decoder can be too shallow to fit what it is shown, and too deep to do more than that.",
    place: "decoder",
    Body: HowComplex,
    Foot: Transport,
  },
  {
    id: "two-repons",
    number: 4,
    title: "Two repons",
    claim: "A spring pulls two repons together and weakens as the decoder learns: who is faster?",
    place: "rates",
    Body: TwoRepons,
    Foot: SandboxTransport,
  },
  {
    id: "network",
    number: 5,
    title: "Theory meets network",
    claim: "Two repons of a real network, held against what Eq. 7 says that they do next.",
    place: "rates",
    Body: TheoryMeetsNetwork,
    Foot: Transport,
  },
  {
    id: "phases",
    number: 6,
    title: "Phases",
    claim: "Hundreds of networks in a plane of two knobs, and the rules that claim to divide them.",
    place: "rates",
    Body: Phases,
  },
];
