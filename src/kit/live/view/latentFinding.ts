/** @file What latent space shows, in a sentence: whether repons stand as their classes or ranks would have it. */
import { gathering, neighboursInOrder } from "../../../theory/gathering";
import { heaps } from "../../../theory/heaps";
import type { Grouping } from "../../../theory/relation";
import { countOf } from "../../draw/phrases";
import { capital, inWords } from "../../draw/words";
import type { LatentData } from "./latent";

/** "Two of three classes stand apart; 3 of 30 repons still wander." */
function classWords(points: ArrayLike<number>, d: number, grouping: Grouping): string {
  const { of, count } = grouping;
  const { gathered, astray } = gathering(points, d, grouping);
  if (count === 1) return `All ${of.length} repons are of one class.`;
  if (astray.length === 0)
    return `${count === 2 ? "Both" : `All ${inWords(count)}`} classes stand apart, each repon with its own.`;
  const wander = `${astray.length} of ${countOf(of.length, "repon")}`;
  return gathered.length === 0
    ? `No class stands apart: ${wander} wander between them.`
    : `${capital(inWords(gathered.length))} of ${inWords(count)} classes ${gathered.length === 1 ? "stands" : "stand"} apart; ${wander} still wander.`;
}

function rankWords(points: ArrayLike<number>, d: number, grouping: Grouping): string {
  const neighbours = grouping.count - 1;
  if (neighbours < 1) return "All repons are of one rank.";
  const follow = neighboursInOrder(points, d, grouping);
  return follow === neighbours
    ? "The repons stand in the order of their ranks, along one direction."
    : `Along the direction that goes with rank, ${follow} of ${neighbours} neighbouring ranks are in order.`;
}

function heapWords(points: ArrayLike<number>, d: number, n: number): string {
  const count = heaps(points, d);
  if (count === 1) return `All ${n} repons stand in one heap.`;
  return count === n
    ? `The ${n} repons stand each by itself.`
    : `The ${n} repons stand in ${inWords(count)} heaps.`;
}

/** Of the points as they are drawn; where one axis is the step, of the other alone. */
export function latentFinding({ labels, positions, grouping, x }: LatentData): string {
  const d = x === "step" ? 1 : 2;
  const points = d === 1 ? Array.from(labels, (_, i) => positions[2 * i + 1]) : positions;
  if (!grouping) return heapWords(points, d, labels.length);
  return grouping.kind === "classes"
    ? classWords(points, d, grouping)
    : rankWords(points, d, grouping);
}
