/** What every engine says that has to name the repository of the tree. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Engine, Fleet } from './engine.ts';

/** `engine/no-repository` where nobody said how the tree can be fetched. */
export function needRepository(
  { title }: Pick<Engine, 'title'>,
  { repository, settingAt }: Fleet,
): readonly Diagnostic[] {
  if (repository.url !== '') return [];
  return [diagnose('engine/no-repository', settingAt(), { engine: title, missing: 'url' })];
}
