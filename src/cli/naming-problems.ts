/** Names that cannot be had in, the diagnostics that say how to get others out. */
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { shellWord } from '../diagnostics/shell-word.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { visible } from '../diagnostics/visible-text.ts';
import type { NamingProblem, Original } from '../inventory/import-names.ts';
import { isSafe } from '../inventory/safe-cluster-name.ts';
import type { Origin } from '../model/source.ts';
import type { SourcePlace } from '../reports/cluster-view.ts';
import { placesText } from '../reports/cluster-view.ts';

const flag = '--name';

export interface ChosenNames {
  /** By what the documents call the cluster. */
  readonly names: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `ORIGINAL=NAME`; cli/usage for another form, for a name that no folder can have, and for an original named twice. */
export function readChosenNames(texts: readonly string[]): ChosenNames {
  const names = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  for (const text of texts) {
    const sign = text.lastIndexOf('=');
    const [original, name] = [text.slice(0, sign), text.slice(sign + 1)];
    const problem = chosenProblem(text, { sign, original, name, names });
    if (problem === undefined) names.set(original, name);
    else
      diagnostics.push(
        usage(
          problem,
          'Write --name ORIGINAL=NAME, with what the documents call the cluster first.',
        ),
      );
  }
  return { names, diagnostics };
}

function chosenProblem(
  text: string,
  {
    sign,
    original,
    name,
    names,
  }: {
    readonly sign: number;
    readonly original: string;
    readonly name: string;
    readonly names: ReadonlyMap<string, string>;
  },
): string | undefined {
  if (sign < 1) return `${quote(text)} does not say which cluster is to be called what.`;
  if (!isSafe(name))
    return `${quote(name)} cannot be the name of a cluster: it must be a DNS-1123 subdomain that Windows does not keep for a device.`;
  return names.has(original) ? `${quote(original)} gets two names.` : undefined;
}

/** cli/usage for each original that no document has. */
export function unknownOriginals(
  chosen: ReadonlyMap<string, string>,
  originals: readonly string[],
): readonly Diagnostic[] {
  const known = new Set(originals);
  return [...chosen.keys()]
    .filter((original) => !known.has(original))
    .map((original) => {
      const near = nearest(original, originals).map(quote);
      const hint = near.length === 0 ? undefined : `Did you mean ${near.join(' or ')}?`;
      return usage(`No document calls a cluster ${quote(original)}.`, hint);
    });
}

/** cli/usage for each problem, with the originals, their places and the flags that help. */
export function describeNaming(
  problems: readonly NamingProblem[],
  placeOf: (origin: Origin) => SourcePlace,
): readonly Diagnostic[] {
  return problems.map((problem) => describeProblem(problem, placeOf));
}

function describeProblem(
  problem: NamingProblem,
  placeOf: (origin: Origin) => SourcePlace,
): Diagnostic {
  const shown = ({ name, at }: Original) => visible(`${name} (${placesText([placeOf(at)])})`);
  if (problem.kind === 'nameless') {
    const { original, reason } = problem;
    const message = `No name can be made of ${quote(original.name)}: ${reason}.`;
    return usage(message, chooseHint(original.name), [shown(original)]);
  }
  const { name, originals, known } = problem;
  const [first] = originals;
  const details = [
    ...originals.map(shown),
    ...(known === undefined ? [] : [`${shown(known)}, in the inventory`]),
  ];
  const message =
    known === undefined
      ? `${originals.length} clusters would be called ${quote(name)}.`
      : `The inventory has another cluster that is called ${quote(name)}.`;

  const flags = originals.map((each) => `${flag} ${shellWord(`${each.name}=${name}`)}`);
  const hint = `${chooseHint(first?.name ?? '')} If they are one cluster: ${flags.join(' ')}`;
  return usage(message, hint, details);
}

function chooseHint(original: string): string {
  return `Choose one: --name ${shellWord(`${original}=NAME`)}.`;
}

function usage(problem: string, hint?: string, details?: readonly string[]): Diagnostic {
  return diagnose(
    'cli/usage',
    { flag },
    {
      problem,
      ...(hint === undefined ? {} : { hint }),
      ...(details === undefined ? {} : { details }),
    },
  );
}
