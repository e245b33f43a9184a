/** @file The last result of a pure function, kept while its arguments stay the same objects. */

export function memo<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    if (last === null || args.some((arg, i) => !Object.is(arg, last?.args[i])))
      last = { args, result: compute(...args) };
    return last.result;
  };
}

/** The same of a record: kept while its fields stay the same, or those named. */
export function memoOf<Of extends object, Result>(
  compute: (of: Of) => Result,
  fields?: readonly (keyof Of)[],
): (of: Of) => Result {
  let last: { readonly of: Of; readonly result: Result } | null = null;
  return (of) => {
    const keys = fields ?? (Object.keys(of) as (keyof Of)[]);
    if (last === null || keys.some((key) => !Object.is(of[key], last?.of[key])))
      last = { of, result: compute(of) };
    return last.result;
  };
}

/** The record that was given first of those with the same fields. */
export const steady = <Of extends object>(): ((of: Of) => Of) => memoOf((of) => of);
