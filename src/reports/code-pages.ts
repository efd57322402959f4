/** The catalogue and the examples in, the page of every code out: what it means, an example, what to do, its level. */
import { type Code, catalogue } from '../diagnostics/catalogue.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import { describeLevel } from './describe-level.ts';

/** The texts are Markdown, each one paragraph or two; the example is text as the command prints it. */
export interface CodePage {
  readonly code: Code;
  /** Without settings. */
  readonly severity: Severity;
  /** What is wrong, in a few words without full stop. */
  readonly title: string;
  readonly meaning: string;
  /** The report of a real run. */
  readonly example: string;
  readonly remedy: string;
  readonly level: string;
}

/** By code; the text of one report each. */
export type Examples = Readonly<Record<string, string>>;

/** In the order of the codes. A code without an example has '' there. */
export function codePages(examples: Examples): readonly CodePage[] {
  const codes = Object.keys(catalogue) as Code[];
  return codes.sort().map((code) => {
    const { severity, title, page, remedy } = catalogue[code];
    const example = Object.hasOwn(examples, code) ? (examples[code] ?? '') : '';
    return { code, severity, title, meaning: page, example, remedy, level: describeLevel(code) };
  });
}

/** What the first part of a code stands for. */
export const areas: Readonly<Record<string, string>> = {
  cli: 'the command line',
  config: 'fedc.yaml and the FEDC_* variables',
  engine: 'what a chosen GitOps engine would stumble over',
  inventory: 'the clusters',
  kubefed: 'the objects of KubeFed',
  output: 'what is written',
  override: 'the edits of single clusters',
  placement: 'where objects go',
  replicas: 'replica scheduling preferences',
  repo: 'the repository as a whole',
  tree: 'what may happen to the files of the output tree',
  yaml: 'texts, and what readers of them disagree about',
};

/** `override` of `override/dead`. */
export function areaOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}
