/** @file A knob's name: symbol, words, help on hover or focus, and the way back to the default. */
import type { Param } from "../../experiment/params";
import { Tipped } from "./Tipped";

interface Props {
  readonly param: Param;
  readonly htmlFor: string;
  readonly changed: boolean;
  readonly onReset: () => void;
}

function ParamSymbol({ of: [base, subscript] }: { readonly of: Param["symbol"] }) {
  return (
    <span className="symbol" translate="no" aria-hidden="true">
      {base}
      {subscript && <sub>{subscript}</sub>}
    </span>
  );
}

export function Label({ param, htmlFor, changed, onReset }: Props) {
  const unit = "unit" in param && param.unit ? ` Unit: ${param.unit}.` : "";
  const origin = param.origin === "paper" ? "the paper’s value" : "our default";
  return (
    <span className="label">
      <ParamSymbol of={param.symbol} />
      <label htmlFor={htmlFor}>{param.label}</label>
      <Tipped className="help" aria-label={`What is ${param.label}?`} tip={param.help + unit}>
        ?
      </Tipped>
      {changed && (
        <button
          type="button"
          className="reset"
          title={`back to ${origin}`}
          aria-label={`${param.label}: back to ${origin}`}
          onClick={onReset}
        >
          ↺
        </button>
      )}
    </span>
  );
}
