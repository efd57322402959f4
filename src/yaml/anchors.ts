/** The anchors of a document and what their aliases cost. */
import type { Alias, ParsedNode } from 'yaml';
import type { JsonValue } from '../model/kube-object.ts';
import { AliasBudget } from './alias-budget.ts';
import { type Problem, problem } from './problem.ts';
import { excerpt } from './text-lines.ts';

/** A node that has an anchor, or could have one. */
export type AnchoredNode = Exclude<ParsedNode, Alias.Parsed>;

export interface Resolved {
  readonly value: JsonValue;
  /** Collections inside one another, the outermost included; 0 for a scalar. */
  readonly height: number;
}

/** What an alias stands for. */
export interface Target extends Resolved {
  readonly node: AnchoredNode;
}

interface Anchored extends Target {
  /** Its own node is still being resolved. */
  readonly isOpen: boolean;
  /** Nodes at and below the anchor, aliases expanded. */
  readonly visits: number;
}

/** One table, filled in text order: a later anchor of the same name replaces the earlier from there on. */
export class Anchors {
  private readonly anchored = new Map<string, Anchored>();
  private readonly budget = new AliasBudget();

  constructor() {
    // The document counts as a node.
    this.budget.visit();
  }

  /** Counts a node, and remembers it for aliases if it has an anchor. `resolve` resolves what is in it. */
  define(node: AnchoredNode, resolve: () => Resolved): Resolved {
    const before = this.budget.visits;
    this.budget.visit();
    if (node.anchor === undefined) return resolve();
    const open: Anchored = { node, isOpen: true, value: null, height: 0, visits: 0 };
    this.anchored.set(node.anchor, open);
    const resolved = resolve();
    const closed = { node, isOpen: false, ...resolved, visits: this.budget.visits - before };
    // An anchor of the same name inside comes later, and stays.
    if (this.anchored.get(node.anchor) === open) this.anchored.set(node.anchor, closed);
    return resolved;
  }

  /** Counts an alias and gives what it stands for; `level` collections may be around it without passing `depth`. */
  expand(
    alias: Alias.Parsed,
    { level, depth }: { readonly level: number; readonly depth: number },
  ): Target | Problem {
    this.budget.visit();
    const span = { start: alias.range[0], end: alias.range[1] };
    const anchored = this.anchored.get(alias.source);
    if (anchored === undefined) {
      return problem('yaml/syntax', span, {
        problem: `\`*${excerpt(alias.source)}\` refers to an anchor that does not stand above it`,
        hint: 'Put quotes around a text that begins with `*`.',
      });
    }
    if (anchored.isOpen)
      return problem('yaml/alias-limit', span, { anchor: excerpt(alias.source) });
    if (!this.budget.expand(anchored.visits)) return problem('yaml/alias-limit', span, {});
    return level + anchored.height > depth
      ? problem('yaml/depth-limit', span, { limit: depth })
      : anchored;
  }
}
