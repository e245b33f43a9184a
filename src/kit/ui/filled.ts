/** @file How far a slider is filled: Firefox knows by itself, other engines have to be told. */
import type { CSSProperties } from "react";

/** Style of a slider whose thumb stands at `share` of its way, 0..1. */
export const filledTo = (share: number): CSSProperties => ({ "--share": share }) as CSSProperties;
