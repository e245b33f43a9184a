/** @file When what a page weighs grows without bound: the rule of the soak, apart from its browser. */

/** What was measured after a round, with nothing at work and the rubbish collected. */
export interface Sample {
  /** Minutes since the soak began. */
  readonly minute: number;
  /** Which opened page it is of; an interrupted soak goes on in another. */
  readonly page: number;
  /** Bytes of JavaScript of the page itself. */
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  /** Bytes of the page's process with its workers; null where the system does not tell. */
  readonly memory: number | null;
  /** Seconds of processor time that a second at rest takes. */
  readonly busy: number;
  /** The best that the run was seen to train at in the round. */
  readonly stepsPerSecond: number;
}

export type Measure = Exclude<keyof Sample, "minute" | "page">;

export interface Limit {
  readonly measure: Measure;
  readonly words: string;
  /** How much higher the later floor may be: as a share of the earlier, or outright, whichever is more. */
  readonly share: number;
  readonly least: number;
}

/** Rounds in which caches fill and all code is loaded for the first time. */
export const WARMING = 2;

/**
 * A round's samples go up and down; what leaks lifts the lowest. The floor of the later half of the rounds may lie above that of
 * the earlier half by no more than this: what a notebook, a history or a browser's own tables vary by.
 */
export const LIMITS: readonly Limit[] = [
  { measure: "heap", words: "heap of the page", share: 0.15, least: 4e6 },
  { measure: "nodes", words: "nodes of the document", share: 0.1, least: 200 },
  { measure: "listeners", words: "listeners", share: 0.1, least: 40 },
  { measure: "workers", words: "workers", share: 0, least: 0 },
  { measure: "memory", words: "memory of the process", share: 0.2, least: 80e6 },
  { measure: "busy", words: "processor time at rest", share: 0, least: 0.3 },
];

export interface Floors {
  readonly limit: Limit;
  readonly earlier: number;
  readonly later: number;
  readonly grows: boolean;
}

/** Earlier and later floors of each measure in the page that was soaked longest; none before four rounds after warming. */
export function floorsOf(samples: readonly Sample[]): Floors[] {
  const pages = new Map<number, Sample[]>();
  for (const sample of samples) pages.set(sample.page, [...(pages.get(sample.page) ?? []), sample]);
  const [longest = []] = [...pages.values()].sort((a, b) => b.length - a.length);
  const warm = longest.slice(WARMING);
  if (warm.length < 4) return [];
  const half = Math.floor(warm.length / 2);
  return LIMITS.flatMap((limit) => {
    const values = warm.map((sample) => sample[limit.measure]);
    if (values.some((value) => value === null)) return [];
    const earlier = Math.min(...(values.slice(0, half) as number[]));
    const later = Math.min(...(values.slice(-half) as number[]));
    const grows = later - earlier > Math.max(limit.least, limit.share * earlier);
    return [{ limit, earlier, later, grows }];
  });
}
