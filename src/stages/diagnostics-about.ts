/** Resources and diagnostics in; out: the diagnostics about these resources, and all errors. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { FederatedResource } from '../model/federated-resource.ts';
import type { Origin } from '../model/source.ts';

/** About a resource is what stands in its document or in that of its replica preference. */
export function diagnosticsAbout(
  resources: readonly FederatedResource[],
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const documents = new Set(
    resources.flatMap(({ origin, replicas }) =>
      [origin, ...(replicas === undefined ? [] : [replicas.origin])].map(documentText),
    ),
  );
  return diagnostics.filter(
    ({ severity, at }) =>
      severity === 'error' || ('document' in at && documents.has(documentText(at))),
  );
}

function documentText({ file, document }: Origin): string {
  return `${file}#${document}`;
}
