/** Values in a template that one API server handed out and that break, or clash in, other clusters. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { isArray, isObject, type JsonObject } from '../../model/kube-object.ts';
import { below } from '../../model/source.ts';
import type { Stamp } from './template.ts';

/** One warning per field; the values are kept, because some people do choose them. */
export function serverMadeFields(
  object: JsonObject,
  { title, target, origin }: Stamp,
): Diagnostic[] {
  const spec = isObject(object['spec']) ? object['spec'] : undefined;
  if (spec === undefined) return [];
  return findFields(target.kind, spec).map((path) => {
    const field = `spec.${path
      .map((token) => (typeof token === 'number' ? `[${token}]` : token))
      .join('.')
      .replaceAll('.[', '[')}`;
    return diagnose('kubefed/server-made-field', below(origin, 'spec', ...path), { title, field });
  });
}

function findFields(kind: string, spec: JsonObject): (string | number)[][] {
  switch (kind) {
    case 'Service':
      return serviceFields(spec);
    case 'PersistentVolumeClaim':
      return typeof spec['volumeName'] === 'string' && spec['volumeName'] !== ''
        ? [['volumeName']]
        : [];
    case 'Job':
      return hasGeneratedSelector(spec) ? [['selector']] : [];
    default:
      return [];
  }
}

/** `clusterIP: None` makes a headless service and is meant. */
function serviceFields(spec: JsonObject): (string | number)[][] {
  const given = (value: unknown) => typeof value === 'string' && value !== '' && value !== 'None';
  const fields: (string | number)[][] = [];
  if (given(spec['clusterIP'])) fields.push(['clusterIP']);
  else if (isArray(spec['clusterIPs']) && spec['clusterIPs'].some(given))
    fields.push(['clusterIPs']);
  const ports = isArray(spec['ports']) ? spec['ports'] : [];
  for (const [index, port] of ports.entries()) {
    if (isObject(port) && typeof port['nodePort'] === 'number' && port['nodePort'] > 0)
      fields.push(['ports', index, 'nodePort']);
  }
  return fields;
}

/** The job controller writes a selector by controller-uid unless manualSelector says that the author did. */
function hasGeneratedSelector(spec: JsonObject): boolean {
  const selector = isObject(spec['selector']) ? spec['selector'] : undefined;
  const labels = isObject(selector?.['matchLabels']) ? selector['matchLabels'] : undefined;
  return (
    spec['manualSelector'] !== true &&
    labels !== undefined &&
    Object.keys(labels).some((label) => label.endsWith('controller-uid'))
  );
}
