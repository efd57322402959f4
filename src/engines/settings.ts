/** The settings of an engine in, single ones out; their types were checked against the schema. */
import type { EngineSettings } from '../model/config.ts';
import { isArray, isObject, type JsonObject, newObject } from '../model/kube-object.ts';

/** A text, or the default where it is not set. */
export function textSetting(settings: EngineSettings, name: string, fallback: string): string {
  const value = settings[name];
  return typeof value === 'string' ? value : fallback;
}

/** Whether a switch is on, or the default where it is not set. */
export function isOn(settings: EngineSettings, name: string, fallback: boolean): boolean {
  const value = settings[name];
  return typeof value === 'boolean' ? value : fallback;
}

/** A list of texts; empty where it is not set. */
export function listSetting(settings: EngineSettings, name: string): readonly string[] {
  const value = settings[name];
  return isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The settings below a setting; empty where it is not set. */
export function mapSetting(settings: EngineSettings, name: string): JsonObject {
  const value = settings[name];
  return isObject(value) ? value : newObject();
}
