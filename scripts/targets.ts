/** @file The browsers that the page is built for: the first that run the kernel and mix colours. */
export const TARGETS = {
  target: "es2022",
  // Nesting is lowered for them.
  cssTarget: ["chrome111", "firefox115", "safari16.4"],
};
