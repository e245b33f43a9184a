/**
 * @file Where React meets D3: mounts a view and redraws it at most once per animation frame,
 * without a render.
 */
import { useEffect, useLayoutEffect, useRef } from "react";
import { ErrorBoundary, useErrorBoundary } from "react-error-boundary";
import type { LateTable } from "../draw/table";
import type { View } from "../draw/view";
import type { Readable } from "../state/join";
import { forget, redraw } from "../ui/redraw";
import { FigureFault } from "./Fault";
import type { PerPage } from "./model/perPage";
import type { State } from "./model/store";
import { part } from "./part";
import { TakeButton } from "./take/TakeButton";
import { TAKEABLE } from "./take/takeable";
import { usePageStore } from "./usePage";

interface Picture<Source, Data, Events> {
  readonly view: View<Data, Events>;
  /** What to draw; the same object means nothing changed, null that there is nothing yet. */
  readonly select: (state: Source) => Data | null;
  /** Its numbers, for who takes them away; null for a picture that has none, and stays. */
  readonly table: LateTable<Data>;
  readonly events?: Events;
  readonly className?: string;
}

/** `of` is what `select` reads; without it that is the page's own state. */
type Props<Source, Data, Events> =
  | (Picture<State, Data, Events> & { readonly of?: undefined })
  | (Picture<Source, Data, Events> & { readonly of: PerPage<Readable<Source>> });

/** A picture of what the page knows. One that fails says so in its own place. */
export function Figure<Data, Events, Source>(props: Props<Source, Data, Events>) {
  const page = usePageStore();
  return (
    <ErrorBoundary FallbackComponent={FigureFault}>
      {props.of ? (
        <Drawing store={props.of(page)} {...props} />
      ) : (
        <Drawing store={page} {...props} />
      )}
    </ErrorBoundary>
  );
}

function Drawing<Source, Data, Events>({
  store,
  view,
  select,
  table,
  events = {} as Events,
  className = "figure",
}: Picture<Source, Data, Events> & { readonly store: Readable<Source> }) {
  const element = useRef<HTMLDivElement>(null);
  const heard = useRef({ ...events });
  const { showBoundary } = useErrorBoundary();
  useLayoutEffect(() => {
    Object.assign(heard.current as object, events);
  });
  useEffect(() => {
    const root = element.current;
    if (!root) return;
    const mounted = view(root, heard.current);
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
    if (table)
      TAKEABLE.set(root, {
        root,
        redraw: () => drawn !== null && mounted.update(drawn),
        async table() {
          if (drawn === null) throw new Error("There is nothing in this picture yet.");
          const data = drawn;
          return (await part(table))(data);
        },
      });
    return () => {
      TAKEABLE.delete(root);
      unsubscribe();
      forget(draw);
      mounted.destroy();
    };
  }, [store, view, select, table, showBoundary]);
  return (
    <div ref={element} className={className}>
      {table && <TakeButton />}
    </div>
  );
}
