/** Type configs and `types:` in, the federated kinds out whose names do not tell what they stand for. */
import type { Options } from '../../model/config.ts';
import type { SourceObject } from '../../model/source.ts';
import { classify } from './classify.ts';
import { mappingKey } from './target-type.ts';
import { readTypeConfigs } from './type-config.ts';

/** `FederatedApp` of `fed.example.io`, which stands for `Deployment`. */
export interface TaughtKind {
  readonly group: string;
  readonly federated: string;
  readonly target: string;
}

/** Those that the repository or the configuration teaches; `Federated` and the target kind is a name that tells. */
export function taughtKinds(
  objects: readonly SourceObject[],
  options: Options,
): readonly TaughtKind[] {
  const configs = objects.filter((source) => classify(source, new Set()) === 'type-config');
  const taught = [...readTypeConfigs(configs, options).value.values()].map(
    ({ federated: { group, kind }, target }) => ({ group, federated: kind, target: target.kind }),
  );
  const mapped = options.types.map((mapping) => {
    const key = mappingKey(mapping);
    const slash = key.lastIndexOf('/');
    const target = mapping.target.trim().split(/\s+/)[1] ?? '';
    return { group: key.slice(0, slash), federated: key.slice(slash + 1), target };
  });
  return [...taught, ...mapped].filter(
    ({ federated, target }) => federated !== `Federated${target}`,
  );
}
