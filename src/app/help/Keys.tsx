/** @file Keys and what they do. */

export type KeyRows = readonly (readonly [keys: string, what: string])[];

export const Keys = ({ rows }: { readonly rows: KeyRows }) => (
  <dl className="keys">
    {rows.map(([keys, what]) => (
      <div key={keys}>
        <dt>{keys}</dt>
        <dd>{what}</dd>
      </div>
    ))}
  </dl>
);
