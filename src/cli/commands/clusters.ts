/** `fedc clusters list`, `get` and `match`: which clusters there are, what is known of one, which of them a selector takes. */
import { type Command, Option } from 'commander';
import { type CompileResult, compile } from '../../compile.ts';
import { hasError } from '../../diagnostics/diagnostic.ts';
import { explainNoMatch, type NearMiss } from '../../diagnostics/explain-no-match.ts';
import { quote } from '../../diagnostics/quote.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { visible } from '../../diagnostics/visible-text.ts';
import type { Host } from '../../io/host.ts';
import { requirementMatches } from '../../kube/label-selector.ts';
import { parseSelectorText } from '../../kube/parse-selector-text.ts';
import type { LabelRequirement } from '../../model/federated-resource.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Origin } from '../../model/source.ts';
import type { ClusterView, SourcePlace } from '../../reports/cluster-view.ts';
import {
  type KindCount,
  renderClusterJson,
  renderClusterText,
} from '../../reports/render-cluster.ts';
import {
  renderClusterNames,
  renderClustersJson,
  renderClustersText,
  renderClustersWide,
} from '../../reports/render-clusters.ts';
import {
  type MatchReport,
  renderMatchesJson,
  renderMatchesText,
  renderMatchNames,
} from '../../reports/render-matches.ts';
import { identityOf } from '../../tree/identity.ts';
import { locateDiagnostics } from '../../yaml/locate-diagnostics.ts';
import { clusterFacts } from '../cluster-facts.ts';
import { reportAll } from '../compile-slice.ts';
import { exitCodes } from '../exit-codes.ts';
import type { ClustersFlags } from '../flags.ts';
import type { Loaded } from '../load.ts';
import { type DescribedCluster, type ReadInventory, readInventory } from '../read-inventory.ts';
import { addReadingOptions, withPath } from '../reading-options.ts';
import { selectorProblem } from '../selector-problem.ts';
import { createPlaceFinder } from '../source-places.ts';

/** What is asked of the inventory. */
export type ClustersQuestion =
  | { readonly kind: 'list' }
  | { readonly kind: 'get'; readonly name: string }
  | { readonly kind: 'match'; readonly selector: string };

/** What stdout gets, and if that is nobody, a sentence for stderr that says so. */
interface Answer {
  readonly product: string;
  readonly negative?: string;
}

/** Gives the exit code: 1 if the answer is no cluster. Errors of the inventory are reported beside what could be worked out. */
export function clusters(host: Host, question: ClustersQuestion, flags: ClustersFlags): number {
  const selector = question.kind === 'match' ? question.selector : (flags.selector ?? '');
  const parsed = parseSelectorText(selector);
  if (!parsed.ok) {
    const flag = question.kind === 'match' ? 'SELECTOR' : '--selector';
    const problem = selectorProblem(flag, selector, parsed);
    const located = locateDiagnostics([problem], () => undefined);
    return reportAll(host, flags, located, () => undefined);
  }
  const inventory = readInventory(host, flags);
  const { loaded, diagnostics } = inventory;
  const { requirements } = parsed;
  const answer = answerOf(question, inventory, { selector, requirements, form: flags.output });
  if (loaded.input !== undefined) host.writeOutput(answer.product);
  const code = reportAll(host, flags, diagnostics, loaded.textOf);
  if (code !== exitCodes.done || answer.negative === undefined) return code;
  host.writeError(`${visible(answer.negative)}\n`);
  return exitCodes.negative;
}

interface Wanted {
  readonly selector: string;
  readonly requirements: readonly LabelRequirement[];
  readonly form: ClustersFlags['output'];
}

function answerOf(question: ClustersQuestion, inventory: ReadInventory, wanted: Wanted): Answer {
  const placeOf = createPlaceFinder(inventory.loaded.textOf);
  const answer = answerQuestion(question, inventory, { ...wanted, placeOf });
  if (inventory.clusters.length > 0) return answer;
  return { product: answer.product, negative: 'No cluster is in any inventory.' };
}

type Search = Wanted & { readonly placeOf: (origin: Origin) => SourcePlace };

function answerQuestion(
  question: ClustersQuestion,
  inventory: ReadInventory,
  search: Search,
): Answer {
  switch (question.kind) {
    case 'list':
      return list(inventory, search);
    case 'get':
      return get(question.name, inventory, search);
    case 'match':
      return match(inventory, search);
  }
}

function list({ clusters: known }: ReadInventory, search: Search): Answer {
  const matches = matchAll(known, search);
  const views = matches
    .filter(({ failed }) => failed.length === 0)
    .map((described) => viewOf(described, search));
  const product = printList(views, search.form);
  return views.length > 0 ? { product } : { product, negative: noMatch(search.selector, matches) };
}

function matchAll(
  known: readonly DescribedCluster[],
  { requirements }: Wanted,
): readonly (DescribedCluster & NearMiss)[] {
  return known.map((described) => ({
    ...described,
    failed: requirements.filter((each) => !requirementMatches(each, described.cluster.labels)),
  }));
}

function printList(views: readonly ClusterView[], form: ClustersFlags['output']): string {
  switch (form) {
    case 'text':
      return renderClustersText(views);
    case 'wide':
      return renderClustersWide(views);
    case 'json':
      return renderClustersJson(views);
    case 'name':
      return renderClusterNames(views);
  }
}

function viewOf({ cluster, entries }: DescribedCluster, { placeOf }: Search): ClusterView {
  return { cluster, sources: entries.map((entry) => placeOf(entry.cluster.origin)) };
}

function get(name: string, { clusters: known, loaded }: ReadInventory, search: Search): Answer {
  const described = known.find(({ cluster }) => cluster.name === name);
  if (described === undefined) {
    const names = known.map(({ cluster }) => cluster.name);
    return { product: '', negative: noSuchCluster(name, names) };
  }
  const kinds = countKinds(name, loaded);
  const details = {
    ...viewOf(described, search),
    facts: clusterFacts(described, search.placeOf),
    ...(kinds === undefined ? {} : { kinds }),
  };
  const render = search.form === 'json' ? renderClusterJson : renderClusterText;
  return { product: render(details) };
}

function noSuchCluster(name: string, names: readonly string[]): string {
  const near = nearest(name, names).map(quote);
  const hint = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  return `No cluster is called ${quote(name)}.${hint}`;
}

/** Undefined if the sources do not compile: whatever could be counted would be too few. */
function countKinds(
  name: string,
  { input, diagnostics }: Loaded,
): readonly KindCount[] | undefined {
  if (input === undefined || hasError(diagnostics)) return undefined;
  const result = compile(input);
  if (result.diagnostics.some(({ severity }) => severity === 'error')) return undefined;
  const kinds = groupBy(objectsOf(name, result), ({ group, kind }) => `${kind} ${group}`);
  return Array.from(kinds.values(), (objects) => ({
    group: objects[0].group,
    kind: objects[0].kind,
    objects: objects.length,
  })).sort((a, b) => (`${a.kind} ${a.group}` < `${b.kind} ${b.group}` ? -1 : 1));
}

function objectsOf(name: string, { manifests }: CompileResult) {
  return manifests
    .filter((variant) => variant.clusters.includes(name))
    .map(({ object, key }) => identityOf(object) ?? key);
}

function match({ clusters: known }: ReadInventory, search: Search): Answer {
  const { selector, requirements, form } = search;
  const matches = matchAll(known, search);
  const product = printMatches({ selector, requirements, clusters: matches }, form);
  if (matches.some(({ failed }) => failed.length === 0)) return { product };
  return { product, negative: noMatch(selector, matches) };
}

function printMatches(report: MatchReport, form: ClustersFlags['output']): string {
  switch (form) {
    case 'text':
    case 'wide':
      return renderMatchesText(report);
    case 'json':
      return renderMatchesJson(report);
    case 'name':
      return renderMatchNames(report);
  }
}

/** What the labels really hold says more than the names of clusters that are not taken. */
function noMatch(selector: string, misses: readonly NearMiss[]): string {
  const { values } = explainNoMatch(misses);
  return [`${quote(selector)} takes no cluster`, ...values]
    .map((each) => (each.endsWith('?') ? each : `${each}.`))
    .join(' ');
}

const examples = `Examples:
  fedc clusters list                          all clusters with their labels
  fedc clusters list -l region=eu -o name     the names of some
  fedc clusters get eu-1                      all that is known of one, and where it is written
  fedc clusters match 'region=eu,tier!=dev'   which clusters a selector takes, and why not the others
  fedc clusters import --from ~/.kube/config --write inventory.yaml
  fedc clusters label eu-1 tier=gold          and what it moves
  fedc clusters remove eu-1                   and what goes with it
`;

/** Adds the command to the program, and gives it, for the commands below it that stand in other files. */
export function addClusters(
  program: Command,
  choose: (question: ClustersQuestion, flags: ClustersFlags) => void,
): Command {
  const command = program
    .command('clusters')
    .description('show the clusters of the inventory, make one, and change it')
    .addHelpText('before', examples);
  const listing = command
    .command('list')
    .description('list the clusters')
    .option('-l, --selector <SELECTOR>', 'only clusters with these labels');
  addPath(listing, ['text', 'wide', 'json', 'name']);
  listing.action((path: string | undefined, flags: ClustersFlags) =>
    choose({ kind: 'list' }, withPath(path, flags)),
  );
  const getting = command
    .command('get')
    .description('show all that is known of one cluster')
    .argument('<NAME>', 'the cluster');
  addPath(getting, ['text', 'json']);
  getting.action((name: string, path: string | undefined, flags: ClustersFlags) =>
    choose({ kind: 'get', name }, withPath(path, flags)),
  );
  const matching = command
    .command('match')
    .description('show which clusters a selector takes, and what fails in the others')
    .argument('<SELECTOR>', 'terms separated by commas: key=value, key!=value, key in (a,b), !key');
  addPath(matching, ['text', 'json', 'name']);
  matching.action((selector: string, path: string | undefined, flags: ClustersFlags) =>
    choose({ kind: 'match', selector }, withPath(path, flags)),
  );
  return command;
}

function addPath(command: Command, forms: readonly string[]): void {
  command
    .argument('[PATH]', 'the root of the repository; its fedc.yaml is used')
    .addHelpText('before', examples)
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer').choices(forms).default('text'),
    );
  addReadingOptions(command);
}
