/** `fedc explain`: to which clusters an object goes, what it is there, and why, from what the stages said while they worked. */
import { type Command, Option } from 'commander';
import { count } from '../../diagnostics/entry.ts';
import { quote } from '../../diagnostics/quote.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { visible } from '../../diagnostics/visible-text.ts';
import type { Host } from '../../io/host.ts';
import { sha256Hex } from '../../kube/digest.ts';
import { describeKey, type KubeObject } from '../../model/kube-object.ts';
import { explainField, lostField } from '../../reports/explain-fields.ts';
import type { ClusterExplanation, ObjectExplanation } from '../../reports/explain-placement.ts';
import { viewObject } from '../../reports/explain-view.ts';
import { renderExplainCluster } from '../../reports/render-explain-cluster.ts';
import {
  type FieldReport,
  removalText,
  renderExplainFields,
} from '../../reports/render-explain-fields.ts';
import { type ExplainedWithField, renderExplainJson } from '../../reports/render-explain-json.ts';
import { renderExplainTable } from '../../reports/render-explain-table.ts';
import {
  type Answer,
  type Asked,
  answerAbout,
  createVariantLookup,
  refuse,
} from '../ask-object.ts';
import type { ExplainFlags } from '../flags.ts';
import { addReadingOptions, withPath } from '../reading-options.ts';

/** Gives the exit code: 1 if there is no such object, cluster or field. */
export function explain(host: Host, text: string, flags: ExplainFlags): number {
  const { field } = flags;
  if (field !== undefined && field !== '' && !field.startsWith('/'))
    return refuse(host, flags, fieldProblem(field));
  return answerAbout(host, { text, flags }, (asked) => answer(asked, flags));
}

function fieldProblem(field: string) {
  const pointer = field
    .split(/[.[\]]+/)
    .filter((token) => token !== '')
    .map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  const problem = `A field is named by a JSON pointer, and ${quote(field)} does not begin with a slash.`;
  return { flag: '--field', problem, hint: `Did you mean ${pointer}?` };
}

function answer(asked: Asked, flags: ExplainFlags): Answer {
  const { cluster, field } = flags;
  const chosen = asked.objects.map((object) => ({
    object,
    rows: object.clusters.filter((row) => cluster === undefined || row.cluster === cluster),
  }));
  if (chosen.every(({ rows }) => rows.length === 0) && cluster !== undefined)
    return { negative: unknownCluster(cluster, asked) };
  if (field === undefined)
    return render(
      chosen.map(({ object, rows }) => ({ object: viewObject(object, rows, asked.context) })),
      flags,
    );
  const reports = chosen.map((each) => ({ ...each, field: reportField(each, field, asked) }));
  const found = reports.filter((each) => each.field.fields.length > 0);
  if (found.length === 0)
    return {
      negative: reports
        .map((each) => visible(noField(each, field, asked) + removalText(each.field)))
        .join('\n'),
    };
  return render(
    found.map(({ object, rows, field: report }) => ({
      object: viewObject(object, rows, asked.context),
      field: report,
    })),
    flags,
  );
}

function unknownCluster(cluster: string, { result }: Asked): string {
  const names = result.inventory.clusters.map(({ name }) => name);
  const near = nearest(cluster, names, 2);
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  return `There is no cluster ${quote(cluster)} in the inventory (${count(names.length, 'cluster')}).${hint}`;
}

function render(answers: readonly ExplainedWithField[], flags: ExplainFlags): Answer {
  if (flags.output === 'json') return { product: renderExplainJson(answers) };
  const texts = answers.map(({ object, field }) => {
    if (field !== undefined) return renderExplainFields(field);
    return flags.cluster === undefined ? renderExplainTable(object) : renderExplainCluster(object);
  });
  return { product: texts.join('\n') };
}

interface Chosen {
  readonly object: ObjectExplanation;
  readonly rows: readonly ClusterExplanation[];
}

function reportField({ object, rows }: Chosen, pointer: string, asked: Asked): FieldReport {
  const { key, origin } = object;
  const { facts, context } = asked;
  const objects = objectsOf(object, rows, asked);
  const input = { facts, key, origin, objects, pointer, digest: sha256Hex };
  return { ...explainField(input), key, pointer, placeOf: context.placeOf };
}

/** What the object is in the clusters it goes to. */
function objectsOf(
  object: ObjectExplanation,
  rows: readonly ClusterExplanation[],
  { result }: Asked,
): ReadonlyMap<string, KubeObject> {
  const variants = createVariantLookup(result.manifests)(object);
  return new Map(
    rows.flatMap(({ cluster, isPlaced }) => {
      const variant = isPlaced ? variants.get(cluster) : undefined;
      return variant === undefined ? [] : [[cluster, variant.object] as const];
    }),
  );
}

function noField({ object, rows }: Chosen, pointer: string, asked: Asked): string {
  const title = describeKey(object.key);
  const [first] = objectsOf(object, rows, asked).values();
  if (first === undefined) {
    const where = rows.length === 1 ? rows[0]?.cluster : 'any cluster';
    return `${title} does not go to ${where}, so it has no fields there; fedc why-not says why.`;
  }
  const lost = lostField(first, pointer);
  if (lost === undefined) return `${title} has no ${pointer}.`;
  const { parent, token, keys, length } = lost;
  const place = parent === '' ? title : `${parent} of ${title}`;
  if (length !== undefined)
    return `${place} has ${count(length, 'item')}, and no ${token}: the first is 0.`;
  if (keys === undefined) return `${place} is a single value, so there is no ${pointer}.`;
  const [near = keys.length > 0 ? undefined : ''] = nearest(token, keys, 1);
  const hint = near
    ? ` Did you mean ${parent}/${near.replaceAll('~', '~0').replaceAll('/', '~1')}?`
    : ` It has ${keys.length === 0 ? 'no members' : keys.slice(0, 12).join(', ')}.`;
  return `${place} has no ${token}.${hint}`;
}

const examples = `Examples:
  fedc explain deployment/web -n shop                       where it goes, and why
  fedc explain deployment/web -n shop --cluster eu-1        all that decides about one cluster
  fedc explain deployment/web -n shop --field /spec/replicas
  fedc explain FederatedDeployment/web
  fedc explain widgets.example.io/blue -o json
`;

/** Adds the command to the program. */
export function addExplain(
  program: Command,
  choose: (name: string, flags: ExplainFlags) => void,
): void {
  const command = program
    .command('explain')
    .description('show to which clusters an object goes, what it is there, and why')
    .argument('<KIND/NAME>', 'the object, by its kind, plural or federated kind')
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .option('-n, --namespace <NAMESPACE>', 'the namespace of the object')
    .option('--cluster <NAME>', 'one cluster, with terms, arithmetic and edits')
    .option('--field <POINTER>', 'one field, with everything that set it: /spec/replicas')
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json'])
        .default('text'),
    );
  addReadingOptions(command);
  command.action((name: string, path: string | undefined, flags: ExplainFlags) =>
    choose(name, withPath(path, flags)),
  );
}
