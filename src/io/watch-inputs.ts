/** A host that remembers what it was asked and answered, and can tell whether it would answer otherwise now. */
import { sha256OfBytes } from './digest.ts';
import { type FoundFile, type Host, HostError } from './host.ts';

export interface InputWatch {
  /** Its answers about files, folders and links are remembered; everything else goes to the host that is watched. */
  readonly host: Host;
  /** What was asked about these absolute paths no longer counts. */
  forget(isMeant: (path: string) => boolean): void;
  /** Asks everything again; true if an answer is not that of the last time. */
  hasChanged(): boolean;
}

interface Question {
  readonly path: string;
  readonly ask: () => string;
  answer: string;
}

/**
 * Whatever a run rests on is found by asking: its files by their bytes, which files there are, what a link leads to, and also
 * what was not there. So nothing has to know where sources, config and inventory are, and no service of the system is
 * needed, which on a shared disk would hear nothing.
 */
export function watchInputs(host: Host): InputWatch {
  const questions = new Map<string, Question>();
  const remember = (kind: string, path: string, { answer, ask }: Omit<Question, 'path'>) => {
    questions.set(`${kind} ${path}`, { path, answer, ask });
  };
  return {
    host: {
      ...host,
      kindOf(path) {
        const kind = host.kindOf(path);
        remember('kind', path, { answer: String(kind), ask: () => String(host.kindOf(path)) });
        return kind;
      },
      realPath(path) {
        const real = host.realPath(path);
        remember('real', path, { answer: String(real), ask: () => String(host.realPath(path)) });
        return real;
      },
      listFiles(folder, options) {
        const found = host.listFiles(folder, options);
        const ask = () => listText(host.listFiles(folder, options));
        remember('list', folder, { answer: listText(found), ask });
        return found;
      },
      readFile(path) {
        const contents = createContents(host, path);
        remember('read', path, { answer: refused, ask: contents.hash });
        const { bytes, hash } = contents.read();
        remember('read', path, { answer: hash, ask: contents.hash });
        return bytes;
      },
    },
    forget(isMeant) {
      for (const [key, { path }] of questions) if (isMeant(path)) questions.delete(key);
    },
    hasChanged() {
      // Each has to be asked: what changes after this is measured by today's answers.
      let isChanged = false;
      for (const question of questions.values()) {
        const answer = answerOf(question);
        if (answer !== question.answer) isChanged = true;
        question.answer = answer;
      }
      return isChanged;
    },
  };
}

const refused = 'refused';

function answerOf({ ask }: Question): string {
  try {
    return ask();
  } catch (error) {
    if (error instanceof HostError) return refused;
    throw error;
  }
}

function listText(found: readonly FoundFile[]): string {
  return found.map(({ path, kind }) => `${kind} ${path}`).join('\n');
}

/** Bytes are hashed only when a stamp cannot vouch for them. */
function createContents(host: Host, path: string) {
  let stamp: string | undefined;
  let known: string | undefined;
  return {
    read() {
      // From before the reading, so that a change during it shows.
      stamp = host.stampOf(path);
      const bytes = host.readFile(path);
      const hash = sha256OfBytes(bytes);
      known = hash;
      return { bytes, hash };
    },
    hash(): string {
      const now = host.stampOf(path);
      if (known !== undefined && now !== undefined && now === stamp) return known;
      known = host.hashFile(path);
      stamp = now;
      return known;
    },
  };
}
