/** From the syntax tree of a document to its value: scalars, keys, aliases and merges as kubectl reads them. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { isObject, type JsonObject, type JsonValue } from '../model/kube-object.ts';
import { type AnchoredNode, Anchors, type Resolved, type Target } from './anchors.ts';
import { duplicateKey } from './duplicate-key.ts';
import { blockScalarProblem, pairProblem } from './guards.ts';
import { mappingKey } from './mapping-key.ts';
import { OpenMapping } from './open-mapping.ts';
import type { Places } from './places.ts';
import { type Problem, problem } from './problem.ts';
import type { Resolution } from './resolve-scalar.ts';
import { ambiguityOf, isMergeKey, scalarResolution, spanOf } from './scalar-node.ts';
import { excerpt, type Span } from './text-lines.ts';

type MappingPair = Pair<ParsedNode, ParsedNode | null>;

export interface DocumentOptions {
  /** The piece the tree was made of. */
  readonly text: string;
  readonly depth: number;
  /** Where the places of all members are noted. */
  readonly places: Places;
}

export interface ResolvedDocument {
  /** Means nothing if there is a problem. Parts that aliases repeat are shared. */
  readonly value: JsonValue;
  /** The first in the text. */
  readonly problem: Problem | undefined;
  readonly warnings: readonly Problem[];
}

/** Resolves the tree of a piece. */
export function resolveDocument(root: ParsedNode, options: DocumentOptions): ResolvedDocument {
  const resolver = new Resolver(options);
  const { value } = resolver.resolve(root, 0);
  return { value, problem: resolver.problem, warnings: resolver.warnings };
}

const nothing: Resolved = { value: null, height: 0 };

/** Goes once over a tree, in text order. After the first problem the values mean nothing, but the walk stays safe. */
class Resolver {
  problem: Problem | undefined;
  readonly warnings: Problem[] = [];
  private readonly options: DocumentOptions;
  private readonly anchors = new Anchors();

  constructor(options: DocumentOptions) {
    this.options = options;
  }

  /** Resolves a node with `level` collections around it. */
  resolve(node: ParsedNode, level: number): Resolved {
    if (isAlias(node)) return this.expand(node, level) ?? nothing;
    return this.anchors.define(node, () => this.resolveContent(node, level));
  }

  private resolveContent(node: AnchoredNode, level: number): Resolved {
    if (isScalar(node)) return { value: this.scalarValue(node), height: 0 };
    if (level >= this.options.depth) {
      const { start } = spanOf(node);
      this.fail(
        problem('yaml/depth-limit', { start, end: start + 1 }, { limit: this.options.depth }),
      );
      return nothing;
    }
    return isMap(node) ? this.resolveMapping(node, level) : this.resolveSequence(node.items, level);
  }

  private expand(node: ParsedNode, level: number): Target | undefined {
    if (!isAlias(node)) return undefined;
    const target = this.anchors.expand(node, { level, depth: this.options.depth });
    if ('value' in target) return target;
    this.fail(target);
    return undefined;
  }

  private resolveSequence(items: readonly ParsedNode[], level: number): Resolved {
    const array: JsonValue[] = [];
    let height = 0;
    for (const item of items) {
      const resolved = this.resolve(item, level + 1);
      array.push(resolved.value);
      height = Math.max(height, resolved.height);
      this.options.places.note(array, String(array.length - 1), { value: itemSpan(item) });
    }
    return { value: array, height: height + 1 };
  }

  private resolveMapping(node: YAMLMap.Parsed, level: number): Resolved {
    const mapping = new OpenMapping(this.options.places);
    for (const pair of node.items as readonly MappingPair[]) {
      this.fail(pairProblem(pair, { text: this.options.text, inFlow: node.flow === true }));
      if (isMergeKey(pair.key)) this.mergeValue(pair, { mapping, level });
      else this.resolvePair(pair, { mapping, level });
    }
    return { value: mapping.object, height: mapping.childHeight + 1 };
  }

  private resolvePair(
    pair: MappingPair,
    { mapping, level }: { mapping: OpenMapping; level: number },
  ): void {
    const key = this.resolveKey(pair.key);
    const resolved = pair.value === null ? nothing : this.resolve(pair.value, level + 1);
    if (key === undefined) return;
    const keySpan = spanOf(pair.key);
    const first = mapping.writtenAt(key);
    if (first !== undefined) {
      const written = isScalar(pair.key) ? excerpt(pair.key.source) : undefined;
      const { text } = this.options;
      this.fail(
        duplicateKey({
          key,
          written,
          span: keySpan,
          first: first.start,
          isOutermost: level === 0,
          text,
        }),
      );
    }
    const valueSpan = pair.value === null ? keySpan : spanOf(pair.value);
    const isWritten = valueSpan.end > valueSpan.start;
    mapping.write(key, resolved, { key: keySpan, value: isWritten ? valueSpan : keySpan });
  }

  /** The text of a key; undefined if it is refused. */
  private resolveKey(node: ParsedNode): string | undefined {
    const resolution = this.keyResolution(node);
    if (resolution === undefined) {
      return this.refuse(spanOf(node), 'a mapping key that is itself a mapping or a list');
    }
    const key = mappingKey(resolution);
    return key.kind === 'text' ? key.text : this.refuse(spanOf(node), key.reason);
  }

  /** Undefined if the key is no scalar. An infinity is a key, though no value. */
  private keyResolution(node: ParsedNode): Resolution | undefined {
    if (isAlias(node)) {
      const target = this.expand(node, 0)?.node;
      return isScalar(target) ? scalarResolution(target as Scalar.Parsed) : undefined;
    }
    if (!isScalar(node)) {
      this.resolve(node, 0);
      return undefined;
    }
    const resolution = this.inspectScalar(node);
    const value = resolution.kind === 'refused' ? null : resolution.value;
    this.anchors.define(node, () => ({ value, height: 0 }));
    return resolution;
  }

  /**
   * Applies what stands at a `<<`: a mapping, an alias of one, or a literal list of those, in which the first wins (YAML v2
   * for Go, decode.go, merge).
   */
  private mergeValue(
    { key, value }: MappingPair,
    { mapping, level }: { mapping: OpenMapping; level: number },
  ): void {
    const nodes: readonly (ParsedNode | null)[] = isSeq(value) ? value.items : [value];
    const sources = nodes.map((node) => this.mergeSource(node, level));
    for (const source of sources.toReversed()) {
      if (source === undefined) {
        this.refuse(
          spanOf(key),
          'a `<<` whose value is not a mapping, an alias of one, or a list of those',
        );
      } else {
        this.warnings.push(...mapping.merge(source, spanOf(key)));
      }
    }
  }

  private mergeSource(
    node: ParsedNode | null,
    level: number,
  ): { value: JsonObject; height: number } | undefined {
    if (node === null) return undefined;
    const { value, height } = this.resolve(node, level);
    return isObject(value) ? { value, height } : undefined;
  }

  private scalarValue(node: Scalar.Parsed): JsonValue {
    const resolution = this.inspectScalar(node);
    if (resolution.kind === 'refused') return null;
    if (resolution.kind !== 'float') return resolution.value;
    if (!Number.isFinite(resolution.value)) {
      this.refuse(spanOf(node), `\`${node.source}\`, a number that JSON does not have`);
    }
    // JSON's -0 is 0 to Kubernetes.
    return resolution.value === 0 ? 0 : resolution.value;
  }

  private inspectScalar(node: Scalar.Parsed): Resolution {
    this.fail(blockScalarProblem(node, this.options.text));
    const resolution = scalarResolution(node);
    if (resolution.kind === 'refused') this.refuse(spanOf(node), resolution.reason);
    const warning = ambiguityOf(node, resolution);
    if (warning !== undefined) this.warnings.push(warning);
    return resolution;
  }

  private refuse(span: Span, what: string): undefined {
    this.fail(problem('yaml/unsupported', span, { what }));
  }

  private fail(found: Problem | undefined): void {
    this.problem ??= found;
  }
}

/** An item that is not written stands at its `-`. */
function itemSpan(item: ParsedNode): Span {
  const { start, end } = spanOf(item);
  return end > start ? { start, end } : { start: Math.max(0, start - 1), end: start };
}
