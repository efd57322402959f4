/** What is compiled in; out: why an object does not go to a cluster, for the reports about deletions. */
import { type CompileInput, compile } from '../compile.ts';
import { recorder } from '../model/decisions.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';
import { explainPlacement } from '../reports/explain-placement.ts';
import type { Absence } from '../tree/deletion-causes.ts';

/** Compiles once more, this time listening, as soon as it is asked for the first time. */
export function createAbsenceExplainer(
  input: CompileInput,
): (key: ObjectKey, cluster: string) => Absence | undefined {
  let known: ReadonlyMap<string, Absence> | undefined;
  return (key, cluster) => {
    known ??= explainAll(input);
    return known.get(`${cluster} ${keyText(key)}`);
  };
}

function explainAll(input: CompileInput): ReadonlyMap<string, Absence> {
  const decisions = recorder();
  const { inventory, manifests } = compile({ ...input, decisions });
  const known = new Map<string, Absence>();
  for (const each of explainPlacement({ inventory, manifests, facts: decisions.facts })) {
    for (const { cluster, isPlaced, because } of each.clusters) {
      const { kind, reason } = because;
      // What the placement of its namespace does to it is told at that namespace.
      const origin = kind === 'namespace' ? each.origin : because.origin;
      if (!isPlaced) known.set(`${cluster} ${keyText(each.key)}`, { reason, origin });
    }
  }
  return known;
}
