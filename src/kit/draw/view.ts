/**
 * @file What a picture is: a function of an element and data. No React, no store.
 */

export interface Mounted<Data> {
  /** Draws `data`; called at most once per animation frame. */
  update(data: Data): void;
  destroy(): void;
}

/** `events` are called for what the reader does in the picture. */
export type View<Data, Events = Record<never, never>> = (
  root: HTMLElement,
  events: Events,
) => Mounted<Data>;
