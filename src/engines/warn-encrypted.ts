/** What every engine says that cannot decrypt. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { describeKey } from '../model/kube-object.ts';
import { type Engine, type Fleet, variantsOf } from './engine.ts';

/** `engine/not-decrypted` for each object that is copied as SOPS encrypted it. */
export function warnEncrypted(
  { title }: Pick<Engine, 'title'>,
  { clusters }: Fleet,
): readonly Diagnostic[] {
  return variantsOf(clusters)
    .filter(({ verbatim }) => verbatim !== undefined)
    .map(({ key, origin }) =>
      diagnose('engine/not-decrypted', origin, { object: describeKey(key), engine: title }),
    );
}
