/**
 * @file The engine of many replicas: SIMD shared among workers, or all side by side on a card.
 */

import type { EngineName } from "../run/engineChoice";
import type { Wish } from "../run/poolWire";
import type { EngineInfo } from "../run/wire";
import type { Comparison } from "./comparison";
import { type Loaders, openEngine, openFastest } from "./engines";

/** Grants a wish. Rejects with a sentence where no engine starts. */
export type GridChooser = (wish: Wish) => Promise<EngineInfo>;

/** `order` is the one in which engines are tried where nothing is measured, as without `comparison`. */
export const makeGridChooser =
  (order: readonly EngineName[], loaders: Loaders, comparison: Comparison | null): GridChooser =>
  async ({ engine, without, settings, workers }) => {
    const compares = comparison !== null && engine === "auto" && without.webgl === undefined;
    const { info } = compares
      ? await openFastest(
          settings,
          await comparison.find(settings, workers),
          order,
          loaders,
          without,
        )
      : await openEngine(settings, engine, order, loaders, without);
    return info;
  };
