/**
 * @file How a busy worker lets its messages in.
 */

/** Lets queued messages be delivered. A timer would be clamped to 4 ms. */
export function makeMailbox(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let deliver: (() => void) | undefined;
  port1.onmessage = () => deliver?.();
  return () =>
    new Promise((resolve) => {
      deliver = resolve;
      port2.postMessage(null);
    });
}
