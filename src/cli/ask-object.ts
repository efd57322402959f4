/** KIND/NAME in; out: what the stages said about the objects that are meant, for the commands that explain them. */
import { type CompileInput, type CompileResult, compile, readRepository } from '../compile.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { visible } from '../diagnostics/visible-text.ts';
import { createConcernCheck } from '../frontends/can-concern.ts';
import { type TaughtKind, taughtKinds } from '../frontends/kubefed/taught-kinds.ts';
import type { Host } from '../io/host.ts';
import { sha256Hex } from '../kube/digest.ts';
import { type Fact, recorder } from '../model/decisions.ts';
import { groupBy } from '../model/group-by.ts';
import { keyText, type ObjectKey } from '../model/kube-object.ts';
import { originText } from '../model/source.ts';
import type { Variant } from '../model/variant.ts';
import type { LocateOrigin } from '../reports/blame-lines.ts';
import { explainPlacement, type ObjectExplanation } from '../reports/explain-placement.ts';
import type { ViewContext } from '../reports/explain-view.ts';
import { folderOf, outputPath } from '../tree/layout.ts';
import { locateDiagnostics } from '../yaml/locate-diagnostics.ts';
import { reportAll } from './compile-slice.ts';
import { exitCodes } from './exit-codes.ts';
import { findingsIn } from './findings.ts';
import type { ExplainFlags } from './flags.ts';
import { type Loaded, load } from './load.ts';
import { isMeant, type ObjectName, parseObjectName, withTargets } from './object-name.ts';
import { createOriginLocator } from './origin-locator.ts';
import { shownPath } from './output-folder.ts';
import { describeAbsence } from './uncompiled-objects.ts';

/** The objects that are meant; at least one. */
export interface Asked {
  readonly objects: readonly ObjectExplanation[];
  /** Explanations of the Namespaces, by the text of their keys. */
  readonly limits: ReadonlyMap<string, readonly ObjectExplanation[]>;
  readonly facts: readonly Fact[];
  readonly result: CompileResult;
  readonly context: ViewContext;
}

/** What is said about them: for stdout, and for stderr if the answer is negative. */
export interface Answer {
  readonly product?: string;
  readonly negative?: string;
  /** The product itself is a negative answer. */
  readonly isNegative?: boolean;
}

/** Gives the exit code: 1 for a negative answer. Errors are reported, and what could be worked out is answered. */
export function answerAbout(
  host: Host,
  { text, flags }: { readonly text: string; readonly flags: ExplainFlags },
  answer: (asked: Asked) => Answer,
): number {
  const name = parseObjectName(text);
  if (name === undefined) return refuse(host, flags, nameProblem(text));
  const loaded = load(host, flags);
  const own = locateDiagnostics(loaded.diagnostics, loaded.textOf);
  if (loaded.input === undefined) return reportAll(host, flags, own, loaded.textOf);
  const { objects, ...asked } = ask(loaded.input, name, flags.namespace);
  const { diagnostics } = asked.result;
  const errors = [...own, ...diagnostics].filter(({ severity }) => severity === 'error');
  const locate = createOriginLocator(loaded.textOf);
  const context = contextOf(host, loaded, { result: asked.result, locate });
  const known = { diagnostics, locate, placeOf: context.placeOf };
  const said: Answer =
    objects.length > 0
      ? answer({ ...asked, objects, context })
      : { negative: describeAbsence(loaded.input, { name, ...flags }, known) };
  const { product, negative, isNegative = negative !== undefined } = said;
  if (product !== undefined) host.writeOutput(product);
  const code = reportAll(host, flags, errors, loaded.textOf);
  if (negative !== undefined) host.writeError(`${negative.split('\n').map(visible).join('\n')}\n`);
  if (!isNegative) return code;
  return code === exitCodes.done ? exitCodes.negative : code;
}

/** A problem with the arguments: reported as such, with its exit code. */
export function refuse(
  host: Host,
  flags: ExplainFlags,
  problem: { readonly flag: string; readonly problem: string; readonly hint: string },
): number {
  const { flag, ...args } = problem;
  const located = locateDiagnostics([diagnose('cli/usage', { flag }, args)], () => undefined);
  return reportAll(host, flags, located, () => undefined);
}

function nameProblem(text: string) {
  const problem = `An object is named as KIND/NAME, and ${quote(text)} is not.`;
  return { flag: text, problem, hint: 'For example: fedc explain deployment/web -n shop' };
}

/** Files that cannot say anything about the object are left out, as long as something is found in the others. */
function ask(
  input: CompileInput,
  name: ObjectName,
  namespace: string | undefined,
): Omit<Asked, 'context'> {
  const taught = kindsTaughtIn(input);
  const spaces = taught.filter(({ target }) => target === 'Namespace');
  const concerns = createConcernCheck(
    name.name,
    spaces.map(({ federated }) => federated),
  );
  const meant = withTargets(name, taught);
  const asked = askIn({ ...input, files: input.files.filter(concerns) }, meant, namespace);
  return asked.objects.length > 0 ? asked : askIn(input, meant, namespace);
}

function kindsTaughtIn(input: CompileInput): readonly TaughtKind[] {
  const files = input.files.filter(({ text }) => text.includes('FederatedTypeConfig'));
  const { settings, sources } = readRepository({ ...input, files });
  return taughtKinds(sources.value, settings.value);
}

/** A template may have another group than its type, so the group is only looked at in the end. */
function askIn(
  input: CompileInput,
  name: ObjectName,
  namespace: string | undefined,
): Omit<Asked, 'context'> {
  const { group: _, ...ofAnyGroup } = name;
  const only = (key: ObjectKey) => isMeant(key, ofAnyGroup, namespace);
  const decisions = recorder((key) => only(key) || isSpace(key, namespace));
  const result = compile({ ...input, decisions, only });
  const { inventory, manifests } = result;
  const all = explainPlacement({ inventory, manifests, facts: decisions.facts });
  return {
    objects: all.filter(({ key }) => isMeant(key, name, namespace)),
    limits: groupBy(all, ({ key }) => keyText(key)),
    facts: decisions.facts,
    result,
  };
}

function isSpace({ group, kind, name }: ObjectKey, namespace: string | undefined): boolean {
  return kind === 'Namespace' && group === '' && (namespace ?? name) === name;
}

function contextOf(
  host: Host,
  { out }: Loaded,
  { result, locate }: { readonly result: CompileResult; readonly locate: LocateOrigin },
): ViewContext {
  const variantsOf = createVariantLookup(result.manifests);
  return {
    placeOf: (origin) => {
      const line = locate(origin)?.line;
      return line === undefined ? { file: origin.file } : { file: origin.file, line };
    },
    digest: sha256Hex,
    pathOf: (object, cluster) => {
      const variant = variantsOf(object).get(cluster);
      if (variant === undefined) return undefined;
      const folder = folderOf(variant, result.options.layout);
      return shownPath(host, out, outputPath(variant.key, cluster, folder));
    },
    findingsOf: ({ origin, lowered }) => {
      const preference = lowered?.replicas === undefined ? [] : [lowered.replicas.origin];
      return findingsIn([origin, ...preference], result.diagnostics, locate);
    },
  };
}

/** Gives what an object is in each cluster it goes to, by the name of the cluster. */
export function createVariantLookup(
  manifests: readonly Variant[],
): (object: ObjectExplanation) => ReadonlyMap<string, Variant> {
  const bySource = groupBy(manifests, ({ origin }) => originText(origin));
  const known = new Map<ObjectExplanation, ReadonlyMap<string, Variant>>();
  return (object) => {
    let variants = known.get(object);
    if (variants === undefined) {
      const own = bySource.get(originText(object.origin)) ?? [];
      variants = new Map(
        own.flatMap((each) => each.clusters.map((cluster) => [cluster, each] as const)),
      );
      known.set(object, variants);
    }
    return variants;
  };
}
