/** A code in; out: how its level is changed, in Markdown. */
import { type Code, catalogue } from '../diagnostics/catalogue.ts';
import type { CatalogueEntry } from '../diagnostics/entry.ts';
import type { Compatibility, Mode } from '../model/config.ts';

interface RowChange<Value> {
  /** What to set the row to. */
  readonly value: Value;
  /** The mode that has this value by itself. */
  readonly mode?: Mode;
  /** What it does to the codes of the row: goes on after "`compatibility: {ROW: VALUE}`". */
  readonly effect: string;
}

/** For every row that decides about a code: the setting that moves the code from its level in the catalogue. */
export const rowChanges: {
  readonly [Row in keyof Compatibility]?: RowChange<Compatibility[Row]>;
} = {
  namespaces: {
    value: 'require',
    mode: 'kubefed',
    effect:
      'makes it a warning, since the objects then go nowhere; with `noCluster: error` beside it, an error',
  },
  kubefedConfig: {
    value: 'ignore',
    mode: 'gitops',
    effect: 'takes the cause away: the KubeFedConfig then has no influence',
  },
  replicaCandidates: {
    value: 'placed',
    mode: 'gitops',
    effect: 'takes the cause away: replicas are then spread over the placed clusters only',
  },
  templateAnnotations: {
    value: 'keep',
    mode: 'gitops',
    effect: 'keeps them, and nothing is reported',
  },
  templateFinalizers: { value: 'keep', effect: 'keeps them, and nothing is reported' },
  serverFields: { value: 'keep', mode: 'kubefed', effect: 'keeps them, and nothing is reported' },
  unknownCluster: {
    value: 'warn',
    mode: 'kubefed',
    effect: 'makes it a warning, and leaves out what is meant for that cluster',
  },
  noCluster: { value: 'warn', mode: 'kubefed', effect: 'makes it a warning' },
  misplacedPlacement: {
    value: 'ignore',
    mode: 'kubefed',
    effect: 'makes it a warning, and the field stays without effect',
  },
  oldShapes: {
    value: 'refuse',
    mode: 'kubefed',
    effect: 'makes it an error; the three-object form is one in any case',
  },
  disabledType: {
    value: 'omit',
    mode: 'kubefed',
    effect:
      'makes it a warning and leaves the objects out, which deletes what is deployed; `disabledType: write` writes them, and nothing is reported',
  },
};

/** One paragraph: by `diagnostics`, by a row of the modes, by what the entry says, or not at all. */
export function describeLevel(code: Code): string {
  const { severity, row, level }: CatalogueEntry<never> = catalogue[code];
  if (level !== undefined) return level;
  const byRow = row === undefined ? undefined : describeRow(row);
  if (severity === 'error')
    return byRow === undefined ? 'An error; no setting changes that.' : byRow;
  const other = severity === 'warning' ? 'note' : 'warning';
  const bySetting = `\`diagnostics: {${code}: off}\` in fedc.yaml turns it off; \`error\` or \`${other}\` in that place makes it one.`;
  return byRow === undefined ? bySetting : `${bySetting} ${byRow}`;
}

function describeRow(row: keyof Compatibility): string {
  const change = rowChanges[row];
  if (change === undefined) return `The row \`${row}\` of \`compatibility:\` decides about it.`;
  const { value, mode, effect } = change;
  const where = mode === undefined ? '' : ` (the default of \`mode: ${mode}\`)`;
  return `\`compatibility: {${row}: ${value}}\` in fedc.yaml${where} ${effect}.`;
}
