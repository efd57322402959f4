/** The library: `import { compile } from 'fedc'`. Everything here is synchronous and pure. */
export {
  type CompileInput,
  type CompileResult,
  compile,
  type FinishedListener,
  outputFiles,
} from './compile.ts';
export type { Severity } from './diagnostics/diagnostic.ts';
export type { LocatedDiagnostic, LocatedRelated } from './diagnostics/located.ts';
export { applyJsonPatch, type PatchResult } from './kube/json-patch.ts';
export { matchLabelSelector } from './kube/label-selector.ts';
export { planReplicas } from './kube/plan-replicas.ts';
export type { Cluster, Inventory } from './model/cluster.ts';
export type { Compatibility, Config, Options } from './model/config.ts';
export { type Decisions, type Fact, recorder } from './model/decisions.ts';
export type { JsonValue, KubeObject, ObjectKey } from './model/kube-object.ts';
export type { OutputFile } from './model/output.ts';
export { printJson } from './model/print-json.ts';
export type { PhaseName, Progress } from './model/progress.ts';
export type { Origin, SourceFile } from './model/source.ts';
export type { Variant } from './model/variant.ts';
export { parseLocated as parseYaml } from './yaml/parse-located.ts';
export { printYaml } from './yaml/print.ts';
