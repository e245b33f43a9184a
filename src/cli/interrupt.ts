/**
 * @file What a batch system or Ctrl-C sends before it ends a process.
 */

/** Aborted by the first SIGINT or SIGTERM; a second one ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => controller.abort(name));
  return controller.signal;
}
