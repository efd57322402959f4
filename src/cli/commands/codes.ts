/** `fedc codes`: the page of a diagnostic, or a list of all of them. Reads nothing. */
import { type Command, Option } from 'commander';
import { quote } from '../../diagnostics/quote.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { visible } from '../../diagnostics/visible-text.ts';
import type { Host } from '../../io/host.ts';
import { areaOf, type CodePage, codePages } from '../../reports/code-pages.ts';
import { examples as reports } from '../../reports/generated/examples.ts';
import { renderCode, renderCodeList, renderCodesJson } from '../../reports/render-codes.ts';
import { exitCodes } from '../exit-codes.ts';

export interface CodesFlags {
  readonly output: 'text' | 'json';
}

/** Gives the exit code: 1 if nothing has that name. `name`: a code or an area, with or without its slash. */
export function codes(host: Host, name: string | undefined, { output }: CodesFlags): number {
  const all = codePages(reports);
  const [only] = all.filter(({ code }) => code === name);
  const meant = only === undefined ? pagesIn(all, name) : [only];
  if (meant.length === 0) {
    host.writeError(`${notFound(name ?? '', all)}\n`);
    return exitCodes.negative;
  }
  const render = only === undefined ? renderCodeList : () => renderCode(only);
  host.writeOutput(output === 'json' ? renderCodesJson(meant) : render(meant));
  return exitCodes.done;
}

function pagesIn(all: readonly CodePage[], area: string | undefined): readonly CodePage[] {
  if (area === undefined) return all;
  return all.filter(({ code }) => areaOf(code) === area.replace(/\/$/, ''));
}

function notFound(name: string, all: readonly CodePage[]): string {
  const near = nearestNames(
    name,
    all.map(({ code }) => code),
  );
  const hint =
    near.length === 0
      ? 'fedc codes lists all of them.'
      : `Did you mean ${near.map(quote).join(' or ')}?`;
  return visible(`No diagnostic and no area is called ${quote(name)}. ${hint}`);
}

/** First by what stands after the slash, which may be all that somebody remembers. */
function nearestNames(name: string, all: readonly string[]): readonly string[] {
  const byPart = (part: string) => all.filter((code) => code.endsWith(`/${part}`));
  const exact = byPart(name);
  if (exact.length > 0) return exact;
  const isWhole = /\/./.test(name);
  const near = nearest(name, isWhole ? all : [...all.map(areaOf), ...all]);
  if (near.length > 0) return near;
  const parts = all.map((code) => code.slice(areaOf(code).length + 1));
  return nearest(name, parts).flatMap(byPart).slice(0, 3);
}

const examples = `Examples:
  fedc codes                                  every diagnostic, one line each
  fedc codes override/dead                    what it means, an example, what to do, its level
  fedc codes tree/ -o json                    those of one area, for a program
`;

/** Adds the command to the program. */
export function addCodes(
  program: Command,
  choose: (name: string | undefined, flags: CodesFlags) => void,
): void {
  program
    .command('codes')
    .description('explain a diagnostic, or list all of them')
    .argument('[CODE]', 'such as override/dead; an area such as override/ lists its codes')
    .addHelpText('before', examples)
    .allowExcessArguments(false)
    .addOption(
      new Option('-o, --output <FORMAT>', 'form of the answer')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(choose);
}
