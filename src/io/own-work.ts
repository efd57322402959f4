/** Files to write or to compare in; done at once, one after the other. */
import type { FileWork } from './host.ts';

/** How a single file is written and compared. */
export interface OwnWork {
  readonly write: (path: string, text: string) => void;
  readonly holds: (path: string, text: string) => boolean;
}

/** Without another thread. */
export function createOwnWork({ write, holds }: OwnWork): FileWork {
  const answers: boolean[] = [];
  return {
    write: (path, text) => write(path, text),
    compare: (path, text) => void answers.push(holds(path, text)),
    finish: () => (index) => answers[index] === true,
  };
}
