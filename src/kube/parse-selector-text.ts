/**
 * The text of a selector on the command line in, its requirements out: `env=prod,tier!=cache,region in (eu,us),!edge`.
 * The grammar is that of kubectl's -l, from k8s.io/apimachinery, pkg/labels: `=`, `==`, `!=`, `in`, `notin`, `key`, `!key`.
 */
import type { LabelRequirement } from '../model/federated-resource.ts';
import { labelKeyProblem, labelValueProblem } from './selector-problems.ts';

export type ParsedSelectorText =
  | { readonly ok: true; readonly requirements: readonly LabelRequirement[] }
  | {
      readonly ok: false;
      readonly message: string;
      /** Where the term begins that is wrong, in UTF-16 units from zero. */
      readonly start: number;
      /** Of that term; 0 if it is empty. */
      readonly length: number;
    };

/** A comma outside parentheses. */
const SEPARATOR = /,(?![^()]*\))/;
const IN_SET = /^([^\s=!,()<>]+)\s+(in|notin)\s*\(([^()]*)\)$/;
const EQUALITY = /^([^\s=!,()<>]+)\s*(==|=|!=)\s*([^\s=!,()<>]*)$/;
const PRESENCE = /^(!?)\s*([^\s=!,()<>]+)$/;

/**
 * The requirements of a selector text, all of which must hold, or what is wrong with its first bad term.
 * An empty text asks for nothing, so it takes everything. The requirements have the pointer ''.
 */
export function parseSelectorText(text: string): ParsedSelectorText {
  if (text.trim() === '') return { ok: true, requirements: [] };
  const requirements: LabelRequirement[] = [];
  let from = 0;
  for (const written of text.split(SEPARATOR)) {
    const term = written.trim();
    const requirement = requirementOf(term);
    const message = requirement === undefined ? termProblem(term, text) : problemOf(requirement);
    const start = from + written.length - written.trimStart().length;
    if (message !== undefined) return { ok: false, message, start, length: term.length };
    if (requirement !== undefined) requirements.push(requirement);
    from += written.length + 1;
  }
  return { ok: true, requirements };
}

function requirementOf(term: string): LabelRequirement | undefined {
  const [, setKey, word, list = ''] = IN_SET.exec(term) ?? [];
  if (setKey !== undefined) {
    const values = list.split(',').map((value) => value.trim());
    return { key: setKey, operator: word === 'in' ? 'In' : 'NotIn', values, pointer: '' };
  }
  const [, key, sign, value = ''] = EQUALITY.exec(term) ?? [];
  if (key !== undefined) {
    return { key, operator: sign === '!=' ? 'NotIn' : 'In', values: [value], pointer: '' };
  }
  const [, not, name] = PRESENCE.exec(term) ?? [];
  if (name === undefined) return undefined;
  return { key: name, operator: not === '!' ? 'DoesNotExist' : 'Exists', values: [], pointer: '' };
}

function problemOf({ key, values }: LabelRequirement): string | undefined {
  const valueProblems = values.map((value) => labelValueProblem(key, value));
  return [labelKeyProblem(key), ...valueProblems].find((problem) => problem !== undefined);
}

function termProblem(term: string, text: string): string {
  if (term === '') return `The selector "${text}" has a comma with nothing beside it.`;
  if (/[<>]/.test(term)) return `"${term}" compares numbers, which a cluster selector cannot do.`;
  return `"${term}" is not a selector term; write key=value, key!=value, key in (a,b), key notin (a,b), key or !key.`;
}
