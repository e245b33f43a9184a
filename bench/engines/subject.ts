/**
 * @file What is timed: a training run of the default network, written one way. It lives in a worker or process
 * of its own and ends with it.
 */

export interface Subject {
  /** Replicas trained side by side. */
  readonly replicas: number;
  /** Makes `steps` updates of every replica; resolves when the last is finished. */
  step(steps: number): Promise<void>;
  /** Parameters of the first replica, in the order of experiment/shape.ts. [P] */
  parameters(): Promise<Float32Array>;
  /** Seconds of a processor that a process of its own has used so far; left out where it has none. */
  apart?(): number;
  /** Ends that process. */
  end?(): void;
}
