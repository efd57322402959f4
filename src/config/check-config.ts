/** A configuration as written in, the settings that are right and a diagnostic for each that is not out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { checkSchema, type SchemaProblem } from '../kube/schemas.ts';
import type { Config } from '../model/config.ts';
import {
  copyObject,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
} from '../model/kube-object.ts';
import { type JsonPointer, type Place, pointerTo, pointerTokens } from '../model/source.ts';
import { levelProblems } from './check-levels.ts';

/** Where the settings stand, for diagnostics about them. */
export interface ConfigSource {
  /** What holds the settings: `fedc.yaml`. */
  readonly title: string;
  /** The place of a setting's value. */
  readonly valueAt: (pointer: JsonPointer) => Place;
  /** The place of a setting's name. */
  readonly keyAt: (pointer: JsonPointer) => Place;
  /** What the person called the setting: `compatibility.namespaces`, `FEDC_MODE`. */
  readonly nameOf: (pointer: JsonPointer) => string;
}

/** Settings whose entries stand for themselves: one wrong entry leaves the others in force. */
const maps = ['compatibility', 'diagnostics'];

/**
 * The settings of a map. Null, or a setting that is null, counts as absent; a wrong setting is reported
 * (config/unknown-key, config/invalid) and left out of the result.
 */
export function checkConfig(value: JsonValue, source: ConfigSource): Outcome<Config> {
  if (value === null) return { value: {}, diagnostics: [] };
  if (!isObject(value)) {
    const problem = `${source.title} must be a map of settings.`;
    return {
      value: {},
      diagnostics: [diagnose('config/invalid', source.valueAt(''), { problem })],
    };
  }
  const written = asMeant(value);
  const problems = checkSchema('config', written);
  const levels = isObject(written['diagnostics']) ? written['diagnostics'] : {};
  const wrongLevels = levelProblems(levels, (code) =>
    source.keyAt(pointerTo('', 'diagnostics', code)),
  );
  const wrong = [
    ...problems.map(({ pointer }) => pointer),
    ...wrongLevels.map(({ code }) => pointerTo('', 'diagnostics', code)),
  ];
  return {
    value: withoutPlaces(written, wrong) as Config,
    diagnostics: [
      ...problems.map((problem) => describeProblem(problem, written, source)),
      ...wrongLevels.map(({ diagnostic }) => diagnostic),
    ],
  };
}

/** Without the settings that have nothing after them, and with `off` as text, which YAML 1.1 reads as false. */
function asMeant(value: JsonObject): JsonObject {
  const meant = copyObject(value);
  for (const [key, setting] of Object.entries(value)) if (setting === null) delete meant[key];
  const levels = meant['diagnostics'];
  if (isObject(levels)) {
    const texts = copyObject(levels);
    for (const [code, level] of Object.entries(levels)) if (level === false) texts[code] = 'off';
    meant['diagnostics'] = texts;
  }
  return meant;
}

function describeProblem(
  problem: SchemaProblem,
  value: JsonObject,
  source: ConfigSource,
): Diagnostic {
  const { pointer, keyword, message, member, allowed } = problem;
  if (keyword === 'additionalProperties') {
    const parent = pointer.slice(0, pointer.lastIndexOf('/'));
    return diagnose('config/unknown-key', source.keyAt(pointer), {
      key: member ?? '',
      nearest: nearest(member ?? '', allowed ?? []),
      where: parent === '' ? source.title : source.nameOf(parent),
    });
  }
  const found = valueAt(value, pointer);
  const meant = typeof found === 'string' ? nearest(found, allowed ?? [], 1)[0] : undefined;
  return diagnose('config/invalid', source.valueAt(pointer), {
    problem: `${source.nameOf(pointer)} ${message}.`,
    ...(meant === undefined
      ? quotesHint(problem, found)
      : { hint: `Did you mean ${quote(meant)}?` }),
  });
}

function quotesHint({ keyword, message }: SchemaProblem, found: unknown): { hint?: string } {
  const isNumber = typeof found === 'number' || typeof found === 'bigint';
  const isForText = keyword === 'type' && message === 'must be text';
  return isNumber && isForText ? { hint: 'Write it in quotes.' } : {};
}

function valueAt(value: JsonValue, pointer: JsonPointer): JsonValue | undefined {
  return pointerTokens(pointer).reduce<JsonValue | undefined>((found, token) => {
    if (isArray(found)) return found[Number(token)];
    return isObject(found) ? found[token] : undefined;
  }, value);
}

function withoutPlaces(value: JsonObject, wrong: readonly JsonPointer[]): JsonObject {
  const kept = copyObject(value);
  for (const pointer of wrong) {
    const [setting = '', entry] = pointerTokens(pointer);
    const inner = kept[setting];
    if (entry !== undefined && maps.includes(setting) && isObject(inner)) {
      const entries = copyObject(inner);
      delete entries[entry];
      kept[setting] = entries;
    } else delete kept[setting];
  }
  return kept;
}
