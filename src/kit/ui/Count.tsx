/** @file A whole number that changes while it is read: in an element of its own, which is not translated. */
import { grouped } from "../../theory/grouped";

export const Count = ({ of }: { readonly of: number }) => <span translate="no">{grouped(of)}</span>;
