/** @file Parts of the page that are fetched when they are first shown. */
import { type ComponentType, Suspense, use } from "react";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";
import { sentence } from "../../experiment/sentence";
import { useComing } from "./Fault";
import { partOnce } from "./part";

function Fault(fault: FallbackProps) {
  useComing(fault);
  return (
    <p className="problem" role="alert">
      {sentence(fault.error)}
    </p>
  );
}

/** A component whose code is fetched with its first showing; what does not load says so in its place. */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const coming = partOnce(load);
  function Part(props: Props) {
    const Loaded = use(coming());
    return <Loaded {...props} />;
  }
  return (props: Props) => (
    <ErrorBoundary FallbackComponent={Fault}>
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
