/**
 * Waits until the event loop has come round: whoever wanted to abort, draw a page or answer a request has
 * had a turn.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    // A message is the one task that Node, Deno and browsers all have and that no clock delays.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
