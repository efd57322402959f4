/** What explain leaves unread changes no answer, whatever the repository. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompileResult, compile } from '../../src/compile.ts';
import { createConcernCheck } from '../../src/frontends/can-concern.ts';
import { recorder } from '../../src/model/decisions.ts';
import { keyText, type ObjectKey } from '../../src/model/kube-object.ts';
import { explainPlacement } from '../../src/reports/explain-placement.ts';
import { compileInput } from './model/compare.ts';
import type { ModelInput } from './model/compile-model.ts';
import { repositoriesIn } from './model/generate.ts';
import { printConfig, printFiles } from './model/print-repository.ts';
import { jsonText } from './model/values.ts';

interface Asked {
  readonly result: CompileResult;
  readonly facts: ReturnType<typeof recorder>['facts'];
}

function listen(input: ModelInput, about?: ObjectKey): Asked {
  const previous = input.earlier === undefined ? undefined : compileInput(input.earlier).outputs;
  const files = printFiles(input);
  const decisions = recorder();
  const only = ({ kind, name }: ObjectKey) => kind === about?.kind && name === about.name;
  const result = compile({
    files: about === undefined ? files : files.filter(createConcernCheck(about.name)),
    config: printConfig(input),
    decisions,
    ...(about === undefined ? {} : { only }),
    ...(previous === undefined ? {} : { previous }),
  });
  return { result, facts: decisions.facts };
}

/** All that is said about the objects of one key, and what is written of them. */
function answerAbout({ result, facts }: Asked, key: ObjectKey): string {
  const { inventory, manifests } = result;
  const objects = explainPlacement({ inventory, manifests, facts }).filter(
    (each) => keyText(each.key) === keyText(key),
  );
  const written = manifests.filter(({ origin }) =>
    objects.some((each) => jsonText(each.origin) === jsonText(origin)),
  );
  return jsonText({ objects, written }, 'sorted');
}

/** Only the codes: what is said once for several objects stands at the first of them. */
function errorsOf({ result }: Asked): string[] {
  return result.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

const tally = { asked: 0, left: 0 };

function differences(input: ModelInput): string[] {
  const all = listen(input);
  const keys = new Map(all.facts.map(({ key }) => [keyText(key), key]));
  return [...keys.values()].slice(0, 4).flatMap((key) => {
    const some = listen(input, key);
    const files = printFiles(input);
    tally.asked += 1;
    tally.left += files.filter((file) => !createConcernCheck(key.name)(file)).length;
    const known = errorsOf(all);
    return [
      ...(answerAbout(some, key) === answerAbout(all, key)
        ? []
        : [`another answer: ${keyText(key)}`]),
      ...errorsOf(some).filter((text) => !known.includes(text)),
    ];
  });
}

test('an answer is the same without the files that cannot concern the object', () => {
  fc.assert(
    fc.property(repositoriesIn('calm', 'wild'), (input) => {
      expect(differences(input)).toEqual([]);
    }),
    { numRuns: 150, endOnFailure: true },
  );
  expect(tally.asked).toBeGreaterThan(150);
  expect(tally.left).toBeGreaterThan(20);
});
