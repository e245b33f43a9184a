/** @file Plays the flow of the two repons while its caller is shown. */
import { useEffect } from "react";
import { onCalm } from "../../kit/draw/calm";
import { useOf, usePageStore } from "../../kit/live/usePage";
import { advance, play, twoReponsState } from "./model/store";

export function usePlayback(): void {
  const page = usePageStore();
  const playing = useOf(twoReponsState, (state) => state.playing && !state.held);
  useEffect(() => {
    if (!playing) return;
    let before: number | null = null;
    const tick = (now: number) => {
      if (before !== null) advance(page, Math.min(0.1, (now - before) / 1000));
      before = now;
      request = requestAnimationFrame(tick);
    };
    let request = requestAnimationFrame(tick);
    const unlisten = onCalm(() => play(page, false));
    return () => {
      unlisten();
      cancelAnimationFrame(request);
    };
  }, [page, playing]);
}
