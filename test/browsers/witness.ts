/** @file What a page complains of, heard in the page itself: WebDriver has no word for the console. */

export interface Watched {
  readonly complaints: string[];
}

/** Runs in the page, before all else. */
function watch(): void {
  const complaints: string[] = [];
  Object.assign(window, { complaints });
  addEventListener(
    "error",
    (event) => {
      const { message, target } = event;
      complaints.push(message ?? `not loaded: ${target instanceof Element && target.outerHTML}`);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(`rejected: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    complaints.push(`refused by ${violatedDirective}: ${blockedURI}`),
  );
  const { error } = console;
  console.error = (...words: unknown[]) => {
    complaints.push(words.map(String).join(" "));
    error(...words);
  };
}

/** The text of the script. */
export const WITNESS = `(${watch})()`;
