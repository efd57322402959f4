/** Federated objects and settings of engines in; out: what the engines are given, and what is said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { EnginesConfig } from '../../src/model/config.ts';
import type { JsonObject, JsonValue } from '../../src/model/kube-object.ts';
import { printJson } from '../../src/model/print-json.ts';
import { compileInShop } from '../frontends/repository.ts';
import { jsonValue } from '../json-value.ts';
import { root } from '../repository.ts';

/** The tree stands in folder `rendered` unless `engines` says otherwise; clusters are eu, lab and us. */
export function emitted(engines: object, objects: readonly object[], config: object = {}) {
  const repository = { path: 'rendered', ...(engines as { repository?: object }).repository };
  const settings = jsonValue({ ...engines, repository }) as EnginesConfig;
  const result = compileInShop(objects, { ...config, engines: settings });
  const files = new Map(
    result.engineFiles.map(({ path, documents }) => [path, documents[0] as JsonObject]),
  );
  return {
    paths: [...files.keys()],
    codes: result.diagnostics.map(({ code, severity }) => `${severity}[${code}]`),
    /** The value at a way of keys in the document of a file; undefined if there is none. */
    at: (path: string, ...keys: readonly string[]): JsonValue | undefined => {
      const start: JsonValue | undefined = files.get(path);
      return keys.reduce<JsonValue | undefined>(
        (value, key) => (value as Record<string, JsonValue> | undefined)?.[key],
        start,
      );
    },
    documents: [...files.values()],
  };
}

/** What the definitions of an engine, as far as they are used, say against an object: nothing if it is right. */
export function schemaChecker(
  engine: 'argocd' | 'flux' | 'fleet',
): (object: JsonValue) => readonly string[] {
  const text = readFileSync(join(root, 'test/engines/schemas', `${engine}.json`), 'utf8');
  const ajv = new Ajv({ allErrors: true });
  const validators = new Map(
    Object.entries(JSON.parse(text) as Record<string, object>).map(([kind, schema]) => [
      kind,
      ajv.compile(schema),
    ]),
  );
  return (object) => {
    const plain = JSON.parse(printJson(object));
    const validate = validators.get(`${plain.apiVersion} ${plain.kind}`);
    if (validate === undefined) return [`${plain.apiVersion} ${plain.kind} is not described`];
    validate(plain);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}
