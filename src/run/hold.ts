/**
 * @file A source whose run can be held: it rests, whatever it is told meanwhile, and once it is let go does
 * what it was told last. Who drives the run need not know.
 */
import type { Run, Source } from "./source";
import type { Transport } from "./wire";

export interface Hold {
  readonly source: Source;
  hold(held: boolean): void;
}

export function holdable(source: Source): Hold {
  let held = false;
  let current: { readonly run: Run; transport: Transport } | null = null;
  const given = (transport: Transport): Transport =>
    held ? { ...transport, playing: false } : transport;
  return {
    source(job, transport, onEvent) {
      const run = source(job, given(transport), onEvent);
      const mine = { run, transport };
      current = mine;
      return {
        direct(next) {
          mine.transport = next;
          run.direct(given(next));
        },
        stop() {
          if (current === mine) current = null;
          run.stop();
        },
      };
    },
    hold(next) {
      if (next === held) return;
      held = next;
      current?.run.direct(given(current.transport));
    },
  };
}
