/** Sources and a cluster in, the places that name it out. */

import { type CompileInput, readRepository } from '../compile.ts';
import { isConfigFile } from '../config/read-settings.ts';
import { isClusterDocument } from '../inventory/build-inventory.ts';
import { isArray, isObject, type JsonValue } from '../model/kube-object.ts';
import { below, type Origin } from '../model/source.ts';
import { parseYaml } from '../yaml/parse.ts';

/**
 * Placements, overrides and replica preferences, in whatever shape, and the settings; in the order of the files. What a template
 * holds is data, whatever its members are called.
 */
export function createMentionFinder(input: CompileInput): (cluster: string) => readonly Origin[] {
  const objects = readRepository(input)
    .sources.value.filter(({ object }) => !isClusterDocument(object))
    .map(({ object, origin }) => ({ value: object, origin }));
  const settings = settingsOf(input);
  return (cluster) =>
    [...objects, ...settings].flatMap(({ value, origin }) => mentionsIn(value, origin, cluster));
}

interface Placed {
  readonly value: JsonValue;
  readonly origin: Origin;
}

function settingsOf({ config }: CompileInput): readonly Placed[] {
  if (config === undefined || !isConfigFile(config)) return [];
  return parseYaml(config.text, { path: config.path }).documents.map(({ value, document }) => ({
    value,
    origin: { file: config.path, document, pointer: '' },
  }));
}

function mentionsIn(value: JsonValue, origin: Origin, cluster: string): readonly Origin[] {
  if (isArray(value))
    return value.flatMap((item, index) => mentionsIn(item, below(origin, index), cluster));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    if (key === 'template' || key === 'metadata') return [];
    const place = below(origin, key);
    const own = ownMentions(key, member, { place, cluster });
    return own.length > 0 ? own : mentionsIn(member, place, cluster);
  });
}

/** Lists of names, lists of `{name}`, and maps whose keys are clusters. */
function ownMentions(
  key: string,
  member: JsonValue,
  { place, cluster }: { readonly place: Origin; readonly cluster: string },
): readonly Origin[] {
  switch (key) {
    case 'clusterName':
      return member === cluster ? [place] : [];
    case 'clusters':
      if (isObject(member)) return Object.hasOwn(member, cluster) ? [below(place, cluster)] : [];
      return listMentions(member, place, cluster);
    case 'clusterNames':
    case 'allowEmptyClusters':
      return listMentions(member, place, cluster);
    default:
      return [];
  }
}

function listMentions(list: JsonValue, place: Origin, cluster: string): readonly Origin[] {
  if (!isArray(list)) return [];
  return list.flatMap((item, index) => {
    if (item === cluster) return [below(place, index)];
    return isObject(item) && item['name'] === cluster ? [below(place, index, 'name')] : [];
  });
}
