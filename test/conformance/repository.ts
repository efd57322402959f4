import { type CompileResult, compile } from '../../src/compile.ts';
import type { Config } from '../../src/model/config.ts';
import { printJson } from '../../src/model/print-json.ts';

/** An inventory document of the native form. */
export function inventoryOf(clusters: readonly { name: string; labels?: object }[]): object {
  return { apiVersion: 'fedc/v1alpha1', kind: 'ClusterInventory', clusters };
}

/** A federated object of the default group. */
export function federated(kind: string, metadata: object, spec: object): object {
  return { apiVersion: 'types.kubefed.io/v1beta1', kind, metadata, spec };
}

/** Compiles objects that stand in one JSON file each. */
export function compileObjects(objects: readonly object[], config: Config): CompileResult {
  const files = objects.map((object, index) => ({
    path: `${index}.json`,
    text: printJson(object),
  }));
  return compile({ files, config });
}

export function errorCodes({ diagnostics }: CompileResult): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
