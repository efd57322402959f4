/** FEDC_* variables in, the settings they make out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { editDistance } from '../diagnostics/suggest.ts';
import type { Config } from '../model/config.ts';
import { isObject, type JsonValue, newObject } from '../model/kube-object.ts';
import { type JsonPointer, pointerTo } from '../model/source.ts';
import { checkConfig } from './check-config.ts';

interface Variable {
  readonly name: string;
  /** The keys that lead to the setting. */
  readonly setting: readonly [string] | readonly [string, string];
  readonly form: 'text' | 'list';
}

const variables: readonly Variable[] = [
  { name: 'FEDC_MODE', setting: ['mode'], form: 'text' },
  { name: 'FEDC_SOURCES', setting: ['sources'], form: 'list' },
  { name: 'FEDC_EXCLUDE', setting: ['exclude'], form: 'list' },
  { name: 'FEDC_INVENTORY', setting: ['inventory'], form: 'list' },
  { name: 'FEDC_OUT', setting: ['out'], form: 'text' },
  { name: 'FEDC_LAYOUT', setting: ['layout'], form: 'text' },
  { name: 'FEDC_DEFAULT_NAMESPACE', setting: ['defaultNamespace'], form: 'text' },
  { name: 'FEDC_KUBEFED_NAMESPACE', setting: ['kubefed', 'namespace'], form: 'text' },
  { name: 'FEDC_EMIT', setting: ['engines', 'emit'], form: 'list' },
  { name: 'FEDC_REPLICAS_PREVIOUS', setting: ['replicas', 'previous'], form: 'text' },
];

const PREFIX = 'FEDC_';

/**
 * The settings of the environment. An empty variable counts as absent; lists are separated by commas, and a comma
 * inside braces belongs to its pattern. A wrong value is config/invalid and left out; a variable one edit away from a
 * known one is config/unknown-key, while any other FEDC_ variable is somebody else's and ignored.
 */
export function configFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Outcome<Config> {
  const written = newObject();
  for (const { name, setting, form } of variables) {
    const text = environment[name];
    if (text === undefined || text.trim() === '') continue;
    const [key, inner] = setting;
    const value = form === 'list' ? splitList(text) : text;
    written[key] = inner === undefined ? value : withMember(written[key], inner, value);
  }
  const checked = checkConfig(written, {
    title: 'the environment',
    valueAt: (pointer) => ({ flag: variableAt(pointer) }),
    keyAt: (pointer) => ({ flag: variableAt(pointer) }),
    nameOf: variableAt,
  });
  return {
    value: checked.value,
    diagnostics: [...misspelt(environment), ...checked.diagnostics],
  };
}

function withMember(base: JsonValue | undefined, key: string, value: JsonValue): JsonValue {
  const made = Object.assign(newObject(), isObject(base) ? base : undefined);
  made[key] = value;
  return made;
}

function variableAt(pointer: JsonPointer): string {
  const found = variables.find(({ setting }) =>
    `${pointer}/`.startsWith(`${pointerTo('', ...setting)}/`),
  );
  return found?.name ?? PREFIX;
}

function splitList(text: string): readonly string[] {
  const items = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth = Math.max(0, depth - 1);
    if (character === ',' && depth === 0) items.push('');
    else items.push(`${items.pop() ?? ''}${character}`);
  }
  return items.map((item) => item.trim()).filter((item) => item !== '');
}

function misspelt(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Diagnostic[] {
  const known = variables.map(({ name }) => name);
  return Object.keys(environment)
    .filter((name) => name.toUpperCase().startsWith(PREFIX) && !known.includes(name))
    .sort((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => {
      const meant = known.find((candidate) => editDistance(name, candidate, 1) !== undefined);
      if (meant === undefined) return [];
      const facts = { key: name, nearest: [meant], where: 'the environment' };
      return [diagnose('config/unknown-key', { flag: name }, facts)];
    });
}
