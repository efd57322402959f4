/** Source files in, the Kubernetes objects of those that can matter out. */
import { type Diagnostic, diagnose, type Outcome } from '../diagnostics/diagnostic.ts';
import type { Options } from '../model/config.ts';
import type { ParsedDocument, SourceFile, SourceObject } from '../model/source.ts';
import { canMatter } from './can-matter.ts';
import { declaredGroups } from './kubefed/lower.ts';
import { unpackLists } from './unpack-lists.ts';

/** Gives the documents of one text. */
export type Parse = (
  text: string,
  path: string,
) => { readonly documents: readonly ParsedDocument[]; readonly diagnostics: readonly Diagnostic[] };

/** Files that the config names are read whatever they hold; of the others those whose text can matter. */
export function readObjects(
  files: readonly SourceFile[],
  options: Options,
  parse: Parse,
): Outcome<readonly SourceObject[]> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const matters = sorted.filter(({ text, role }) => role !== undefined || canMatter(text));
  const first = readAll(matters, parse);
  const groups = declaredGroups(first.value, options);
  const isRead = new Set(matters);
  const others = sorted.filter((file) => !isRead.has(file));
  const further = others.filter(({ text }) => canMatter(text, groups));
  const second = readAll(further, parse);
  const isFurther = new Set(further);
  const skipped = others.filter((file) => !isFurther.has(file)).map(({ path }) => path);
  const [firstSkipped] = skipped;
  const notes =
    firstSkipped === undefined
      ? []
      : [diagnose('repo/skipped-file', { file: firstSkipped }, { files: skipped })];
  return {
    value: [...first.value, ...second.value].sort(byPlace),
    diagnostics: [...first.diagnostics, ...second.diagnostics, ...notes],
  };
}

function readAll(files: readonly SourceFile[], parse: Parse): Outcome<readonly SourceObject[]> {
  const diagnostics: Diagnostic[] = [];
  const objects = files.flatMap(({ text, path, role }) => {
    const parsed = parse(text, path);
    const unpacked = unpackLists(parsed.documents);
    diagnostics.push(...parsed.diagnostics, ...unpacked.diagnostics);
    return role === undefined
      ? unpacked.value
      : unpacked.value.map((source) => ({ ...source, role, ...sealed(source, text, parsed) }));
  });
  return { value: objects, diagnostics };
}

/** SOPS signs a file as a whole. A file in JSON would be no YAML to every reader under its new name. */
function sealed(
  { object, origin: { pointer, file } }: SourceObject,
  text: string,
  { documents }: ReturnType<Parse>,
): Pick<SourceObject, 'sealed'> {
  const isAlone = documents.length === 1 && pointer === '' && !/\.json$/i.test(file);
  if (object['sops'] === undefined || !isAlone) return {};
  // Line ends are git's business: the tree is checked out with LF.
  return { sealed: text.replaceAll('\r\n', '\n') };
}

/** By file, then as they stand in it: the order in which files are given decides nothing. */
function byPlace(a: SourceObject, b: SourceObject): number {
  return a.origin.file < b.origin.file ? -1 : a.origin.file > b.origin.file ? 1 : 0;
}
