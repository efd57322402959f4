/** A path and patterns in, a verdict out: which files `sources`, `exclude` and `plainObjects` mean. */
import { Minimatch, type MinimatchOptions } from 'minimatch';

/** Paths are always separated by '/', so a pattern means the same files on every system. */
const patternOptions: MinimatchOptions = { platform: 'linux', nonegate: true, nocomment: true };

const NODE_MODULES = /(?:^|[/{,])node_modules(?:[/},]|$)/;

/** Patterns come from a config or a flag, so there are few; the bound is for programs that compile many repositories. */
const MOST_REMEMBERED = 500;
const remembered = new Map<string, Minimatch>();

/**
 * Whether a pattern takes a path; both relative to the root, the path separated by '/'.
 * Files and folders that begin with a dot, and whatever is in a folder node_modules, only match a pattern that names them.
 */
export function matchesPattern(path: string, pattern: string): boolean {
  if (isInNodeModules(path) && !NODE_MODULES.test(pattern)) return false;
  return matcherOf(pattern, patternOptions).match(path);
}

/** Whether any of the patterns takes a path, as {@link matchesPattern} says. */
export function matchesAny(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(path, pattern));
}

/** Whether any of the patterns leaves a path out; here `*` and `**` take dot folders and node_modules as well. */
export function isExcluded(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) =>
    matcherOf(pattern, { ...patternOptions, dot: true }).match(path),
  );
}

function isInNodeModules(path: string): boolean {
  return path.split('/').slice(0, -1).includes('node_modules');
}

function matcherOf(pattern: string, options: MinimatchOptions): Minimatch {
  const key = `${options.dot === true ? 'dot' : ''} ${pattern}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const matcher = new Minimatch(pattern.replace(/^(?:\.\/+)+/, ''), options);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, matcher);
  return matcher;
}
