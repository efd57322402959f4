/** Files and `plainObjects:` in; out: which of them its rules name, and what is wrong with that. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Options } from '../model/config.ts';
import { below, type SourceFile } from '../model/source.ts';
import { matchesAny } from './match-path.ts';

/** A file that a rule of `plainObjects:` names is read whatever it holds. */
export function plainRole(
  { path, role }: SourceFile,
  { plainObjects: rules }: Options,
): Pick<SourceFile, 'role'> {
  const isPlain = role === undefined && rules.some((rule) => matchesAny(path, rule.files));
  return isPlain ? { role: 'plain' } : {};
}

/** A rule of plainObjects that names no file would take away what it shared yesterday. */
export function emptyRules(files: readonly SourceFile[], options: Options): Diagnostic[] {
  const { plainObjects: rules, origin } = options;
  const config = origin ?? { file: 'fedc.yaml', document: 0, pointer: '' };
  return rules.flatMap((rule, index) => {
    if (files.some(({ path }) => matchesAny(path, rule.files))) return [];
    const at = below(config, 'plainObjects', index, 'files');
    const args = { patterns: rule.files, files: 0 };
    return [diagnose('repo/no-sources', at, args, { severity: 'warning' })];
  });
}
