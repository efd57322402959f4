/** What the flags of the commands mean once they are read. */
import type { Durability } from '../io/apply.ts';
import type { Config, Layout, Mode } from '../model/config.ts';
import type { Reader } from '../yaml/read-stream.ts';
import type { Reporter } from './reporters.ts';
import type { Shard } from './shard.ts';

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
  /** The engines to write for. */
  readonly emit?: readonly string[];
  /** The address of the git repository that holds the tree. */
  readonly repository?: string;
  readonly reader?: Reader;
  readonly reporter?: readonly Reporter[];
  readonly strict?: boolean;
  readonly quiet?: boolean;
}

/** Flags of every command that can be about some clusters only. */
export interface SliceFlags extends ReadingFlags {
  /** Names or globs of clusters. */
  readonly cluster?: readonly string[];
  readonly selector?: string;
  readonly shard?: Shard;
}

export interface BuildFlags extends SliceFlags {
  readonly stdout?: boolean;
  readonly output: 'yaml' | 'json' | 'name';
  readonly allowEmptyCluster?: readonly string[];
  /** Names of plans that may delete what a guard would stop. */
  readonly accept?: readonly string[];
  /** Relative to the working folder. */
  readonly forceOverwrite?: readonly string[];
  /** False under --no-prune: nothing is deleted. */
  readonly prune?: boolean;
  readonly durability?: Durability;
}

export interface AdoptFlags extends ReadingFlags {
  /** Files to claim whatever they hold, relative to the working folder. */
  readonly named: readonly string[];
}

export interface ExplainFlags extends ReadingFlags {
  readonly namespace?: string;
  /** One cluster, by its name. */
  readonly cluster?: string;
  /** A JSON pointer into the finished object. */
  readonly field?: string;
  readonly output: 'text' | 'json';
}

export interface WhyNotFlags extends Omit<ExplainFlags, 'field'> {
  readonly cluster: string;
}

export interface BlameFlags extends ReadingFlags {
  readonly output: 'text' | 'json';
}

export interface CheckFlags extends SliceFlags {
  readonly output: 'text' | 'json' | 'name';
}

export interface PlanFlags extends SliceFlags {
  readonly output: 'text' | 'wide' | 'json';
  /** A difference is exit code 1. */
  readonly exitCode?: boolean;
}

export interface DiffFlags extends SliceFlags {
  readonly output: 'text' | 'markdown' | 'json' | 'unified' | 'patch';
  /** A commit, in any form that git takes. */
  readonly base?: string;
  /** A folder of manifests per cluster, relative to the working folder. */
  readonly against?: string;
}

export interface LintFlags extends ReadingFlags {
  /** More warnings than this fail. */
  readonly maxWarnings?: number;
}

export interface ClustersFlags extends ReadingFlags {
  /** Of `list`: only clusters with these labels. */
  readonly selector?: string;
  readonly output: 'text' | 'wide' | 'json' | 'name';
}

export interface ClustersImportFlags {
  /** Files, folders and patterns, relative to the working folder; `-` is standard input. */
  readonly from?: readonly string[];
  /** Relative to the working folder. */
  readonly write?: string;
  /** `ORIGINAL=NAME`. */
  readonly name?: readonly string[];
  /** Nothing is written. */
  readonly dryRun?: boolean;
  readonly output: 'text' | 'json';
  readonly quiet?: boolean;
}

/** Of `label` and `remove`. */
export interface ClustersEditFlags extends ReadingFlags {
  /** Of `label`: instead of names. */
  readonly selector?: string;
  /** Of `label`: values that are there may change. */
  readonly overwrite?: boolean;
  /** Nothing is written. */
  readonly dryRun?: boolean;
  readonly output: 'text' | 'json';
}

export interface WhatIfFlags extends ReadingFlags {
  /** `CLUSTER:KEY=VALUE`, or `CLUSTER:KEY-` for a label that goes. */
  readonly label?: readonly string[];
  /** Files with cluster documents, relative to the working folder. */
  readonly addCluster?: readonly string[];
  readonly removeCluster?: readonly string[];
  readonly output: DiffFlags['output'];
}

export interface WatchFlags extends SliceFlags {
  /** Nothing is written. */
  readonly dryRun?: boolean;
}

export interface FixFlags extends ReadingFlags {
  /** Nothing is written. */
  readonly dryRun?: boolean;
}

/** The flags that are settings; paths are not among them, they have to be resolved first. */
export function settingsOf(flags: ReadingFlags): Config {
  const { mode, layout, defaultNamespace, emit, repository } = flags;
  const engines = {
    ...(emit === undefined ? {} : { emit }),
    ...(repository === undefined ? {} : { repository: { url: repository } }),
  };
  return {
    ...(Object.keys(engines).length === 0 ? {} : { engines }),
    ...(mode === undefined ? {} : { mode }),
    ...(layout === undefined ? {} : { layout }),
    ...(defaultNamespace === undefined ? {} : { defaultNamespace }),
  };
}
