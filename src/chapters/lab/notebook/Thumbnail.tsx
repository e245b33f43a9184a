/** @file The latent space of a run as it was seen last, as small as a word. */
import { memo } from "react";
import { relationOf } from "../../../experiment/dataset";
import { elementColours, type Palette } from "../../../kit/draw/palette";
import type { Tried } from "../../../run/tried";

interface Props {
  readonly run: Pick<Tried, "settings" | "picture">;
  readonly palette: Palette;
}

/** One line for each colour: its dots are the round ends of lines without length. */
export const Thumbnail = memo(function Thumbnail({ run: { settings, picture }, palette }: Props) {
  const colours = elementColours(settings.n, relationOf(settings).grouping, palette);
  if (picture.length === 0) return <span className="thumbnail" />;
  return (
    <svg className="thumbnail" viewBox="-8 -8 116 116" aria-hidden="true">
      {[...new Set(colours)].map((colour) => (
        <path
          key={colour}
          stroke={colour}
          d={colours
            .map((each, x) =>
              each === colour ? `M${picture[2 * x]} ${100 - picture[2 * x + 1]}h0` : "",
            )
            .join("")}
        />
      ))}
    </svg>
  );
});
