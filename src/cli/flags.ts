/** What the flags of the commands mean once they are read. */
import type { Config, Layout, Mode } from '../model/config.ts';
import type { Reporter } from './report.ts';

/** Flags of every command that compiles. */
export interface ReadingFlags {
  /** The argument PATH: the root. */
  readonly path?: string;
  readonly config?: string;
  readonly out?: string;
  readonly inventory?: readonly string[];
  /** `-` is standard input. */
  readonly file?: readonly string[];
  readonly mode?: Mode;
  readonly layout?: Layout;
  readonly defaultNamespace?: string;
  readonly reporter?: readonly Reporter[];
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

export interface BuildFlags extends ReadingFlags {
  /** Names or globs of clusters. */
  readonly cluster?: readonly string[];
  readonly selector?: string;
  readonly stdout?: boolean;
  readonly output: 'yaml' | 'json' | 'name';
  readonly allowEmptyCluster?: readonly string[];
}

export interface ExplainFlags extends ReadingFlags {
  readonly namespace?: string;
  readonly output: 'text' | 'json';
}

/** The flags that are settings; paths are not among them, they have to be resolved first. */
export function settingsOf({ mode, layout, defaultNamespace }: ReadingFlags): Config {
  return {
    ...(mode === undefined ? {} : { mode }),
    ...(layout === undefined ? {} : { layout }),
    ...(defaultNamespace === undefined ? {} : { defaultNamespace }),
  };
}
