/** Documents in, the objects of them out: a List is its items, as kubectl apply takes it. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { below, type Origin, type ParsedDocument, type SourceObject } from '../model/source.ts';

/**
 * The objects of documents; Lists inside Lists are unpacked too. A document that is no object is left out, unless it
 * is a bare list of objects: kubectl refuses that, and so do we.
 */
export function unpackLists(
  documents: readonly ParsedDocument[],
): Outcome<readonly SourceObject[]> {
  const objects: SourceObject[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, document, value } of documents) {
    const origin: Origin = { file, document, pointer: '' };
    if (isArray(value) && value.some(isManifest)) {
      const what =
        'a bare list of objects is no manifest; put `---` between them, or wrap them in a `kind: List`';
      diagnostics.push(diagnose('yaml/unsupported', origin, { what }));
    } else collect(value, origin, { objects, diagnostics });
  }
  return { value: objects, diagnostics };
}

interface Collected {
  readonly objects: SourceObject[];
  readonly diagnostics: Diagnostic[];
}

function collect(value: JsonValue, origin: Origin, into: Collected): void {
  if (!isObject(value)) return;
  if (!isList(value)) {
    into.objects.push({ object: value, origin });
    return;
  }
  for (const [index, item] of (value['items'] as readonly JsonValue[]).entries()) {
    const at = below(origin, 'items', index);
    if (isObject(item)) collect(item, at, into);
    else {
      const what = 'an item of a List must be an object';
      into.diagnostics.push(diagnose('yaml/unsupported', at, { what }));
    }
  }
}

/** kubectl takes every kind that ends in List and has items; a custom kind called so has none. */
function isList(value: { readonly [key: string]: JsonValue }): boolean {
  const kind = value['kind'];
  return typeof kind === 'string' && kind.endsWith('List') && isArray(value['items']);
}

function isManifest(value: JsonValue): boolean {
  return (
    isObject(value) && typeof value['apiVersion'] === 'string' && typeof value['kind'] === 'string'
  );
}
