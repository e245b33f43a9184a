/**
 * @file What a worker of the benchmark answers, wherever it runs.
 */
import { type Distances, distances, type Tested } from "./distances";
import { type Enqueueing, enqueueing } from "./draws";
import { kernelShare } from "./kernelShare";
import type { Subject } from "./subject";
import { rehearse, timed } from "./timing";
import type { Tools } from "./tools";
import { VARIANTS, type VariantName } from "./variants";

/** Question to answer. */
export interface Questions {
  /** Makes a variant's subject and warms it up; the steps that a measurement of it takes. */
  readonly prepare: (variant: VariantName) => Promise<number>;
  /** Seconds for so many steps of what was prepared. */
  readonly time: (steps: number) => Promise<number>;
  /** Seconds of a processor that a process of the subject's own has used. */
  readonly apart: () => Promise<number>;
  readonly enqueueing: (variant: VariantName) => Promise<Enqueueing>;
  readonly kernelShare: () => Promise<number>;
  readonly distances: (engine: Tested) => Promise<Distances>;
}

export function makeService(tools: Tools): Questions {
  let subject: Subject | undefined;
  return {
    async prepare(variant) {
      subject = await VARIANTS[variant].make(tools);
      return rehearse(subject, VARIANTS[variant].fewest);
    },
    async time(steps) {
      if (!subject) throw new Error("nothing has been prepared");
      return timed(subject, steps);
    },
    apart: async () => subject?.apart?.() ?? 0,
    enqueueing: async (variant) => enqueueing(await VARIANTS[variant].make(tools)),
    kernelShare: () => kernelShare(tools),
    distances: (engine) => distances(tools, engine),
  };
}

/** One question on its way, and its answer. */
export interface Question {
  readonly name: keyof Questions;
  readonly argument: unknown;
}
export type Answer = { readonly value: unknown } | { readonly failed: string };

/** The answer to `question`, a failure as its sentence. */
export async function answer(service: Questions, { name, argument }: Question): Promise<Answer> {
  try {
    const ask = service[name] as (argument: unknown) => Promise<unknown>;
    return { value: await ask(argument) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
