/** `fedc why-not`: why an object does not go to a cluster, and what would bring it there. */

import { type Command, Option } from 'commander';
import { shellWord } from '../../diagnostics/shell-word.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import type { Host } from '../../io/host.ts';
import { requirementMatches } from '../../kube/label-selector.ts';
import { groupBy } from '../../model/group-by.ts';
import { explainUnknown, type ObjectExplanation } from '../../reports/explain-placement.ts';
import { type ExplainedObject, viewCluster, viewObject } from '../../reports/explain-view.ts';
import { renderWhyNotJson } from '../../reports/render-explain-json.ts';
import { renderWhyNot, type WhyNot } from '../../reports/render-why-not.ts';
import { suggestChanges } from '../../reports/suggest-changes.ts';
import { viewChanges, type WayView } from '../../reports/view-changes.ts';
import { type Answer, type Asked, answerAbout } from '../ask-object.ts';
import type { WhyNotFlags } from '../flags.ts';
import { addReadingOptions, withPath } from '../reading-options.ts';

/** Gives the exit code: 1 if it goes there, or if there is no such object. */
export function whyNot(host: Host, text: string, flags: WhyNotFlags): number {
  return answerAbout(host, { text, flags }, (asked) => {
    const answers = asked.objects.map((object) => answerOf(object, flags, asked));
    return render(answers, flags);
  });
}

function render(answers: readonly WhyNot[], { output }: WhyNotFlags): Answer {
  const product =
    output === 'json' ? renderWhyNotJson(answers) : answers.map(renderWhyNot).join('\n');
  return { product, isNegative: answers.every(({ row }) => row.placed) };
}

function answerOf(object: ObjectExplanation, flags: WhyNotFlags, asked: Asked): WhyNot {
  const { result, context, limits } = asked;
  const { cluster: name } = flags;
  const row =
    object.clusters.find(({ cluster }) => cluster === name) ?? explainUnknown(object, name);
  const cluster = result.inventory.clusters.find((each) => each.name === name);
  const ways =
    cluster === undefined || row.isPlaced
      ? []
      : suggestChanges({ object, row, cluster, limits, matches: requirementMatches });
  const names = result.inventory.clusters.map((each) => each.name);
  const { placeOf } = context;
  const view = viewObject(object, [row], context);
  const changes = viewChanges(ways, { placeOf, question: questionFor(flags) });
  return {
    object: view,
    row: viewCluster(object, row, context),
    ways: changes.map((way) => [...mendings(view, way), ...way]),
    nearest: cluster === undefined ? nearest(name, names, 2) : [],
  };
}

/** While an error is reported about the object nothing is written, whatever its placement says. */
function mendings({ findings }: ExplainedObject, way: WayView): WayView {
  if (way.some(({ change }) => change === 'mend')) return [];
  const errors = findings.filter(
    ({ severity, code, file }) =>
      severity === 'error' && file !== undefined && !isAboutPlacing(code),
  );
  // However many there are of one code, they are one line of advice, at the first of them.
  return [...groupBy(errors, ({ code }) => code)].map(([code, [first, ...others]]) => {
    const { file = '', line } = first;
    const what = others.length === 0 ? 'the error' : `the ${others.length + 1} errors`;
    return { change: 'mend', words: `mend ${what} ${code} first`, file, ...(line && { line }) };
  });
}

/** What the other changes of the way mend. */
function isAboutPlacing(code: string): boolean {
  return ['placement/none', 'placement/selector-matches-nothing'].includes(code);
}

/** What-if of the same sources. */
function questionFor(flags: WhyNotFlags): string {
  const { path, config, out, inventory = [], file = [], mode, defaultNamespace } = flags;
  const named: readonly (readonly [string, string | undefined])[] = [
    ['--config', config],
    ['--out', out],
    ['--mode', mode],
    ['--default-namespace', defaultNamespace],
    ...inventory.map((each) => ['--inventory', each] as const),
    ...file.map((each) => ['-f', each] as const),
  ];
  const options = named.flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
  const words = [...(path === undefined ? [] : [path]), ...options];
  return ['fedc what-if', ...words.map(shellWord)].join(' ');
}

const examples = `Examples:
  fedc why-not deployment/web -n shop --cluster us-2
  fedc why-not deployment/web -n shop --cluster us-2 -o json
`;

/** Adds the command to the program. */
export function addWhyNot(
  program: Command,
  choose: (name: string, flags: WhyNotFlags) => void,
): void {
  const command = program
    .command('why-not')
    .description('show why an object does not go to a cluster, and what would bring it there')
    .argument('<KIND/NAME>', 'the object, by its kind, plural or federated kind')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .requiredOption('--cluster <NAME>', 'the cluster')
    .option('-n, --namespace <NAMESPACE>', 'the namespace of the object')
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json'])
        .default('text'),
    );
  addReadingOptions(command);
  command.action((name: string, path: string | undefined, flags: WhyNotFlags) =>
    choose(name, withPath(path, flags)),
  );
}
