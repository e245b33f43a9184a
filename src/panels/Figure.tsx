/**
 * @file Where React meets D3: mounts a view and redraws it at most once per animation frame,
 * without a render.
 */
import { useEffect, useRef } from "react";
import { ErrorBoundary, useErrorBoundary } from "react-error-boundary";
import type { Readable } from "../state/join";
import type { State } from "../state/store";
import type { View } from "../views/view";
import { FigureFault } from "./Fault";
import { forget, redraw } from "./redraw";
import { usePageStore } from "./StoreContext";

interface Props<Source, Data, Events> {
  readonly view: View<Data, Events>;
  /** What to draw; the same object means nothing changed, null that there is nothing yet. */
  readonly select: (state: Source) => Data | null;
  /** Must stay the same object. */
  readonly events: Events;
  readonly className?: string;
}

/** A picture of the page's state. */
export function Figure<Data, Events>(props: Props<State, Data, Events>) {
  return <FigureOf store={usePageStore()} {...props} />;
}

type PropsOf<Source, Data, Events> = Props<Source, Data, Events> & {
  readonly store: Readable<Source>;
};

/** A picture of any store, or of several joined. One that fails says so in its own place. */
export function FigureOf<Source, Data, Events>(props: PropsOf<Source, Data, Events>) {
  return (
    <ErrorBoundary FallbackComponent={FigureFault}>
      <Drawing {...props} />
    </ErrorBoundary>
  );
}

function Drawing<Source, Data, Events>({
  store,
  view,
  select,
  events,
  className,
}: PropsOf<Source, Data, Events>) {
  const element = useRef<HTMLDivElement>(null);
  const { showBoundary } = useErrorBoundary();
  useEffect(() => {
    if (!element.current) return;
    const mounted = view(element.current, events);
    let drawn: Data | null = null;
    const draw = () => {
      try {
        const data = select(store.getState());
        if (data === null || data === drawn) return;
        drawn = data;
        mounted.update(data);
      } catch (error) {
        showBoundary(error);
      }
    };
    const schedule = () => redraw(draw);
    const unsubscribe = store.subscribe(schedule);
    schedule();
    return () => {
      unsubscribe();
      forget(draw);
      mounted.destroy();
    };
  }, [store, view, select, events, showBoundary]);
  return <div ref={element} className={className} />;
}
