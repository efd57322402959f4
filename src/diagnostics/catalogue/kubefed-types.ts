/** kubefed/*type*: which kind a federated kind stands for. */

import { count, entry } from '../entry.ts';

export const kubefedTypeCodes = {
  'kubefed/unknown-type': entry<{
    readonly kind: string;
    readonly apiVersion: string;
    readonly candidates: readonly string[];
    readonly nearest: readonly string[];
  }>({
    severity: 'error',
    message: ({ kind, apiVersion, candidates }) =>
      candidates.length > 0
        ? `${kind} could stand for ${candidates.join(' or ')}.`
        : `Nothing says which kind ${kind} (${apiVersion}) stands for.`,
    details: ({ kind, apiVersion, candidates }) => {
      const targets =
        candidates.length > 0 ? candidates : [`GROUP/VERSION ${kind.replace(/^Federated/, '')}`];
      return [
        'any one of these says it:',
        '  - the FederatedTypeConfig in the repository (kubefedctl enable NAME -o yaml prints it)',
        '  - the CustomResourceDefinition of the target in the repository',
        `  - ${targets.length > 1 ? 'one of these lines' : 'a line'} under types: in fedc.yaml`,
        ...targets.map(
          (target) =>
            `      - {federated: ${apiVersion} ${kind}, target: ${target}, scope: Namespaced}`,
        ),
      ];
    },
    why: () =>
      'Group, version and scope of the target cannot be derived from the name of a federated kind.',
    help: ({ nearest }) =>
      nearest[0] === undefined
        ? 'Add one of the three; write scope: Cluster if the target has no namespace.'
        : `Did you mean ${nearest[0]}? If not, add one of the three.`,
    title: 'Nothing says which kind a federated kind stands for',
    page: 'Group, version and scope of the target cannot be guessed from the name of a federated kind. They come from a FederatedTypeConfig of the repository, the ten defaults of the KubeFed chart, a table of known kinds, a CustomResourceDefinition in the repository, or `types:` of fedc.yaml.',
    remedy:
      'Add the FederatedTypeConfig or the CustomResourceDefinition to the repository, or one line to `types:` of fedc.yaml; the report has it ready.',
  }),
  'kubefed/type-config-invalid': entry<{ readonly name: string; readonly problem: string }>({
    severity: 'error',
    message: ({ name, problem }) => `FederatedTypeConfig ${name}: ${problem}.`,
    help: () => 'kubefedctl enable TYPE -o yaml prints a complete one.',
    title: 'A FederatedTypeConfig is not complete',
    page: 'A FederatedTypeConfig names the federated type and the target type with group, version, kind, plural name and scope; its own name is the plural and the group of the target.',
    remedy: 'Correct it; `kubefedctl enable TYPE -o yaml` prints a complete one.',
  }),
  'kubefed/type-config-conflict': entry<{ readonly kind: string; readonly problem: string }>({
    severity: 'error',
    message: ({ kind, problem }) => `${kind} has two meanings: ${problem}.`,
    help: () => 'Keep one; a FederatedTypeConfig in the repository wins over everything else.',
    title: 'Two sources give one federated kind two meanings',
    page: 'Two sources say different things about the target, the scope or the propagation of one federated kind, so its objects could be written as either. An entry of `types:` that something stronger overrules is a warning, and has no effect.',
    remedy: 'Keep one. A FederatedTypeConfig of the repository wins over everything else.',
    level:
      'An error between two FederatedTypeConfigs, a warning for an entry of `types:`; no setting changes that.',
  }),
  'kubefed/type-assumed': entry<{
    readonly kind: string;
    readonly target: string;
    readonly objects: number;
  }>({
    severity: 'note',
    message: ({ kind, target, objects }) =>
      `No FederatedTypeConfig enables ${kind}; ${count(objects, 'object')} ${objects === 1 ? 'is' : 'are'} compiled as ${target}, where the controller would do nothing.`,
    help: () => 'kubefedctl enable TYPE -o yaml prints the FederatedTypeConfig.',
    title: 'A type is compiled that KubeFed was not told to act on',
    page: 'The kind is known, but KubeFed itself only acts on types that a FederatedTypeConfig enables. In `mode: kubefed` this is said, since the output then holds more than the controller would make.',
    remedy:
      'Add the FederatedTypeConfig if the type is enabled in the host cluster; `kubefedctl enable TYPE -o yaml` prints it. If it is not, remove the objects.',
  }),
};
