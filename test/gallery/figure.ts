/**
 * @file A picture with fixed data: for the gallery and for the tests.
 */
export interface Figure {
  readonly title: string;
  /** Size it is drawn at, CSS pixels. */
  readonly size: readonly [width: number, height: number];
  /** Draws it into `root`; returns how to remove it. */
  readonly draw: (root: HTMLElement) => () => void;
}
