/** @file Parts of the page that are fetched when they are first shown. */
import { type ComponentType, lazy, Suspense } from "react";
import { ErrorBoundary, type FallbackProps } from "react-error-boundary";
import { sentence } from "../../experiment/sentence";
import { part } from "./part";

const Fault = ({ error }: FallbackProps) => (
  <p className="problem" role="alert">
    {sentence(error)}
  </p>
);

/** A component whose code is fetched with its first showing; what does not load says so in its place. */
export function late<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await part(load) }));
  return (props: Props) => (
    <ErrorBoundary FallbackComponent={Fault}>
      <Suspense fallback={null}>
        <Part {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
