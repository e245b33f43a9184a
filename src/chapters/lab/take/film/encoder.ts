/** @file What makes a file of frames. */

export interface Encoder {
  /** Of the frames, pixels. */
  readonly width: number;
  readonly height: number;
  /** Frames in a second. */
  readonly rate: number;
  /** Of the file's name. */
  readonly extension: string;
  /** Frames are drawn here. */
  readonly canvas: OffscreenCanvas;
  /** Takes what is drawn for the next frame. */
  add(): Promise<void>;
  finish(): Promise<Blob>;
  /** Lets go of all that it holds. */
  cancel(): Promise<void>;
}
