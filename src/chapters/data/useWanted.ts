/** @file Which networks of Figure 3 are trained next: only what is shown, whole curves early. */
import { useCallback } from "react";
import { usePageStore } from "../../kit/live/usePage";
import type { Choose } from "../../kit/study/model/study";
import { figure3State } from "./figure3State";

/** Fractions in the order in which a curve shows soonest: ends, middle, quarters. */
const halved = (count: number): number[] => {
  const order: number[] = [];
  for (let gap = count - 1; gap >= 1; gap = Math.floor(gap / 2))
    for (let i = 0; i < count; i += gap) if (!order.includes(i)) order.push(i);
  return order;
};

export function useWanted(): Choose {
  const page = usePageStore();
  return useCallback(
    (waiting) => {
      const { study, view } = figure3State(page).getState();
      const { variants = [], axes = [] } = study.named?.experiment ?? {};
      const [fractions, seeds] = axes.map(({ values }) => values.length);
      const order = halved(fractions);
      const rank = (replica: number) =>
        (replica % seeds) * fractions + order.indexOf(Math.floor(replica / seeds) % fractions);
      const wanted = waiting.filter((replica) =>
        view.shown.has(variants[Math.floor(replica / (seeds * fractions))]?.label),
      );
      if (wanted.length === 0) return null;
      return wanted.reduce((best, replica) => (rank(replica) < rank(best) ? replica : best));
    },
    [page],
  );
}
