/** A mapping while its pairs are gone through, in order. */
import { type JsonObject, type MutableJsonObject, newObject } from '../model/kube-object.ts';
import type { Resolved } from './anchors.ts';
import type { MemberPlace, Places } from './places.ts';
import { type Problem, problem } from './problem.ts';
import type { Span } from './text-lines.ts';

/** Each pair overwrites what is there; equal keys are for the caller to refuse. */
export class OpenMapping {
  readonly object: MutableJsonObject = newObject();
  /** The greatest height of a member. */
  childHeight = 0;
  private readonly places: Places;
  /** The keys written here, not merged, and where. */
  private readonly written = new Map<string, Span>();

  constructor(places: Places) {
    this.places = places;
  }

  /** Where a key was written in this mapping itself. */
  writtenAt(key: string): Span | undefined {
    return this.written.get(key);
  }

  write(
    key: string,
    { value, height }: Resolved,
    place: MemberPlace & { readonly key: Span },
  ): void {
    this.written.set(key, place.key);
    this.object[key] = value;
    this.childHeight = Math.max(this.childHeight, height);
    this.places.note(this.object, key, place);
  }

  /**
   * Takes the members of another mapping, which overwrite those that stand above. kustomize lets written keys win wherever
   * they stand; so a member that changes for it is a warning at `span`, the `<<`.
   */
  merge(
    source: { readonly value: JsonObject; readonly height: number },
    span: Span,
  ): readonly Problem[] {
    const changed = Object.keys(source.value).find((key) => this.written.has(key));
    for (const [key, value] of Object.entries(source.value)) {
      this.object[key] = value;
      const place = this.places.find(source.value, key);
      if (place !== undefined) this.places.note(this.object, key, place);
    }
    this.childHeight = Math.max(this.childHeight, source.height - 1);
    return changed === undefined ? [] : [mergeAmbiguity(changed, span)];
  }
}

function mergeAmbiguity(key: string, span: Span): Problem {
  const args = {
    text: '<<',
    kubectl: 'the merged value',
    kustomize: 'the written value',
    mergedKey: key,
  };
  return problem('yaml/ambiguous-scalar', span, args);
}
