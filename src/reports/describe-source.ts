/** Who wrote a field, in a few words for people. */
import { describePlan } from './describe-plan.ts';
import type { FieldSource } from './provenance.ts';

/** `template`, `override 1 of 2`, `replicas 4 of 9`, `the name of the federated object`. */
export function describeSource(source: FieldSource): string {
  switch (source.kind) {
    case 'template':
      return 'template';
    case 'override':
      return source.count === 1 ? 'override' : `override ${source.number} of ${source.count}`;
    case 'replicas':
      return `replicas ${source.replicas} of ${source.preference.total}`;
    case 'stamped':
      return source.row === undefined ? source.rule : `${source.rule} (${source.row})`;
  }
}

/** The same at length: what the edit was, how the number came about. */
export function describeSourceFully(source: FieldSource): string {
  switch (source.kind) {
    case 'override':
      return `${describeSource(source)}: ${source.op} ${source.path}`;
    case 'replicas':
      return `replica preference ${source.preference.tieBreak}: ${describePlan(source)}`;
    case 'stamped':
      return source.row === undefined
        ? `set by fedc: ${source.rule}`
        : `set by fedc: ${source.rule}, compatibility.${source.row}`;
    case 'template':
      return 'template';
  }
}
