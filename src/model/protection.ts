/** What keeps engines from deleting an object. */
import type { JsonObject } from './kube-object.ts';
import type { Origin } from './source.ts';

/** An annotation that makes an engine keep an object. */
export interface Guard {
  readonly annotation: string;
  /** The value, made from the one that the author wrote; undefined: what stands in these metadata says enough. */
  readonly valueFor: (metadata: JsonObject) => string | undefined;
}

/** Which objects engines shall keep, and how they are told. */
export interface Protection {
  /** `Namespace`, in whatever group, or `Database.example.io`. */
  readonly kinds: readonly string[];
  /** Where the list of kinds was written. */
  readonly origin?: Origin;
  readonly guards: readonly Guard[];
}
