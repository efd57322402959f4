/** What a person asks to change in mappings and lists, where the edits of a repair are what a diagnostic is certain of. */
import type { SourceEdit } from '../diagnostics/fix.ts';
import type { JsonObject, JsonValue } from '../model/kube-object.ts';
import type { Origin } from '../model/source.ts';

/** Comments that stand on the lines of what is removed go with it; all others stay. */
export type StructureEdit =
  /**
   * Members of the mapping at `at`, which may be null: those that are there get another text, others are added at its end.
   */
  | {
      readonly kind: 'change-members';
      readonly at: Origin;
      readonly set: JsonObject;
      readonly remove: readonly string[];
    }
  /** Items of the list at `at`, which may be null: some go by their index, others are added at its end. */
  | {
      readonly kind: 'change-items';
      readonly at: Origin;
      readonly add: readonly JsonValue[];
      readonly remove: readonly number[];
    };

/** Everything that a text can be told; edits that add at one place come in the order in which their texts are to stand. */
export type TextEdit = SourceEdit | StructureEdit;
