/** Every answer of explain and why-not has the published shape, and the text ends without an exception, whatever the repository. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { recorder } from '../../src/model/decisions.ts';
import type { ObjectKey } from '../../src/model/kube-object.ts';
import { readAnswer } from '../cli/explain-schema.ts';
import { fedc } from '../cli/repository.ts';
import type { ModelInput } from './model/compile-model.ts';
import { repositoriesIn } from './model/generate.ts';
import { printConfig, printFiles } from './model/print-repository.ts';

const fields = ['', '/metadata', '/spec/replicas', '/data', '/metadata/labels'];

function questions({ kind, name, namespace }: ObjectKey, cluster: string): string[][] {
  const object = [`${kind}/${name}`, ...(namespace === '' ? [] : ['-n', namespace])];
  return [
    ['explain', ...object],
    ['explain', ...object, '--cluster', cluster],
    ...fields.map((field) => ['explain', ...object, '--field', field]),
    ['why-not', ...object, '--cluster', cluster],
  ];
}

function ask(input: ModelInput): number {
  const config = printConfig(input);
  const texts = [config, ...printFiles(input)].map(({ path, text }) => [`/repo/${path}`, text]);
  const options = { files: Object.fromEntries(texts) };
  const decisions = recorder();
  const { inventory } = compile({ files: printFiles(input), config, decisions });
  const keys = decisions.facts.map(({ key }) => key);
  const key = keys.find(({ kind }) => kind === 'Deployment') ?? keys.at(-1);
  const cluster = inventory.clusters[0]?.name ?? 'nowhere';
  if (key === undefined) return 0;
  return questions(key, cluster).filter((question) => {
    const text = fedc(question, options);
    const json = fedc([...question, '-o', 'json'], options);
    expect([0, 1, 2]).toContain(text.code);
    expect(json.code).toBe(text.code);
    if (json.output !== '') readAnswer(json.output);
    expect(json.output === '').toBe(text.output === '');
    return json.output !== '';
  }).length;
}

test('answers keep the published shape', () => {
  let answered = 0;
  fc.assert(
    fc.property(repositoriesIn('calm', 'wild'), (input) => {
      answered += ask(input);
    }),
    { numRuns: 40, endOnFailure: true },
  );
  expect(answered).toBeGreaterThan(100);
});
