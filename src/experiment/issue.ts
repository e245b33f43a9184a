/** @file What a schema finds wrong, in words for whoever wrote the value. */
import type * as v from "valibot";
import { quote } from "./settings";

/** Kinds of values as people call them. */
const KINDS: Readonly<Record<string, string>> = {
  Object: "an object",
  Array: "a list",
  string: "a text",
  number: "a number",
  boolean: "true or false",
  integer: "a whole number",
};

/** What a limit is of. */
const LENGTHS: Readonly<Record<string, string>> = {
  max_length: "must have no more than",
  min_length: "must have no fewer than",
  length: "must have exactly",
};

type Issue = Pick<
  v.BaseIssue<unknown>,
  "message" | "type" | "expected" | "received" | "input" | "path"
> & { readonly requirement?: unknown };

/** A clause that follows the name of what is wrong: "is missing", "must be a text, and is “7”". */
export function issueWords({
  message,
  type,
  expected,
  received,
  input,
  requirement,
}: Issue): string {
  if (!message.startsWith("Invalid ")) return message;
  if (received === "undefined") return "is missing";
  const length = LENGTHS[type];
  if (length)
    return `${length} ${requirement} ${typeof input === "string" ? "characters" : "entries"}`;
  const given = Array.isArray(input) ? "a list" : `“${quote(input)}”`;
  if (type === "max_value") return `must be at most ${requirement}, and is ${given}`;
  if (type === "min_value") return `must be at least ${requirement}, and is ${given}`;
  if (type === "picklist") {
    const known = expected
      ?.replace(/[("")]/g, "")
      .split(" | ")
      .join(", ");
    return `must be one of ${known}, and is ${given}`;
  }
  if (type === "regex") return `is not of its form: ${given}`;
  const wanted = KINDS[type] ?? KINDS[expected ?? ""] ?? `one of ${expected}`;
  return `must be ${wanted}, and is ${given}`;
}

/** The same with the name of what is wrong, or with `whole` where all of it is. */
export const issueSentence = (issue: Issue, whole: string): string => {
  const path = issue.path?.map((part) => String(part.key)).join(".");
  return `${path ? quote(path) : whole} ${issueWords(issue)}`;
};
