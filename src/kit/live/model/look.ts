/**
 * @file How a run is looked at: what its pictures show, the element whose field that is, the part of
 * latent space in sight. A part of every link.
 */
import { entryChoice, entryNumber, type ValuesOf } from "../../../experiment/entry";
import { type Link, partOf } from "./link";
import { entryPart } from "./linkPart";

const choice = <Value extends string>(
  label: string,
  initial: NoInfer<Value>,
  values: readonly Value[],
  help: string,
) =>
  entryChoice<Value>({
    label,
    initial,
    values: Object.fromEntries(values.map((value) => [value, value])) as unknown as Record<
      Value,
      string
    >,
    help,
  });

const SWITCH = ["on", "off"] as const;

const share = (label: string, help: string) =>
  entryNumber({ label, initial: 0.5, min: -10, max: 10, scale: "linear", help });

export const LOOK_PARAMS = {
  field: choice("field", "on", SWITCH, "The decoder’s answer behind the repons."),
  trails: choice("trails", "on", SWITCH, "The ways that the repons came."),
  forces: choice("forces", "off", SWITCH, "Where the training loss pulls each repon."),
  matrix: choice("matrix", "prediction", ["truth", "prediction", "errors"], "What it shows."),
  sorted: choice("sorted", "off", SWITCH, "Rows and columns sorted by class or rank."),
  curve: choice("curves", "accuracy", ["accuracy", "loss"], "What they show."),
  evidence: choice("evidence", "curves", ["curves", "relation"], "The picture of a lecture."),
  pinned: entryNumber({
    label: "pinned element",
    initial: 0,
    min: 0,
    max: 59,
    scale: "integer",
    help: "The element x of the decoder’s field.",
  }),
  zoom: entryNumber({
    label: "zoom",
    initial: 1,
    min: 0.4,
    max: 60,
    scale: "log",
    help: "Into latent space; 1 fits all repons.",
  }),
  across: share("middle across", "What lies in the middle, as a share of the unzoomed width."),
  down: share("middle down", "What lies in the middle, as a share of the unzoomed height."),
} as const;

export type Look = ValuesOf<typeof LOOK_PARAMS>;

export const LOOK_PART = entryPart("look", LOOK_PARAMS);

/** How a link looks at its run; an element that the relation has not is the last that it has. */
export const lookOf = (link: Pick<Link, "parts">): Look => partOf(link, LOOK_PART);
