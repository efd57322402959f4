/** How a command stays on a real machine. */
import type { Next } from './host.ts';

const endings = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Calls `step` after each pause until it gives an exit code. A signal that comes while it waits ends the process with 130 or
 * 143, also as the first process of a container, which dies of no signal by itself; during a step a signal does what it does
 * to every other command.
 */
export function stay(step: () => Next): void {
  schedule(0);

  function schedule(pause: number): void {
    let isEnded = false;
    // A signal that came with the end of the pause is delivered before the step begins, or nobody would hear it.
    const timer = setTimeout(() => setImmediate(work), pause);
    function work(): void {
      if (isEnded) return;
      stopListening();
      const next = step();
      if ('exitCode' in next) process.exitCode = next.exitCode;
      else schedule(next.pause);
    }
    const listeners = Object.entries(endings).map(([signal, exitCode]) => {
      const listener = () => {
        isEnded = true;
        clearTimeout(timer);
        stopListening();
        process.exitCode = exitCode;
      };
      process.on(signal, listener);
      return { signal, listener };
    });
    function stopListening(): void {
      for (const { signal, listener } of listeners) process.off(signal, listener);
    }
  }
}
