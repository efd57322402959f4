import { describe, expect, it } from 'vitest';
import { renderGithub } from '../../src/diagnostics/render-github.ts';
import { noEffect, notFederated, several, unknownCluster } from './located-diagnostics.ts';

const linesOf = (text: string) => text.split('\n').slice(0, -1);
const levelsOf = (text: string) => {
  const counts: Record<string, number> = {};
  for (const line of linesOf(text)) {
    const level = /^::(\w+) /.exec(line)?.[1] ?? line;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  return counts;
};

describe('annotations', () => {
  it('name file, line and columns, and carry the message with the help', () => {
    expect(renderGithub([unknownCluster])).toBe(
      '::error file=apps/web.yaml,line=14,endLine=14,col=17,endColumn=21,title=placement/unknown-cluster::Cluster "wset" is not in the inventory.%0ADid you mean "west"?\n',
    );
  });

  it('are errors, warnings and notices, in this order, with or without a place', () => {
    const { line: _, ...fileOnly } = noEffect;
    expect(linesOf(renderGithub([notFederated, fileOnly, unknownCluster])).slice(1)).toEqual([
      '::warning file=apps/web.yaml,title=override/no-effect::FederatedDeployment shop/web: it changes nothing in 37 clusters.',
      '::notice title=repo/not-federated::2 plain objects are left alone.',
    ]);
  });

  it('say nothing about nothing', () => {
    expect(renderGithub([])).toBe('');
  });

  it('cannot be ended or continued by what stands in them', () => {
    const odd = {
      ...unknownCluster,
      file: 'a,b:c%\n::error::x.yaml',
      message: '100%\r\n::stop-commands::x, y: z\u001b[0m',
      help: 'x',
    };
    expect(renderGithub([odd])).toBe(
      '::error file=a%2Cb%3Ac%25\\n%3A%3Aerror%3A%3Ax.yaml,line=14,endLine=14,col=17,endColumn=21,title=placement/unknown-cluster::100%25\\u000d\\n::stop-commands::x, y: z\\u001b[0m%0Ax\n',
    );
  });
});

describe('more than GitHub shows', () => {
  it('is ten of each level and not a line more', () => {
    const all = [
      ...several(unknownCluster, 10),
      ...several(noEffect, 10),
      ...several(notFederated, 10),
    ];
    expect(levelsOf(renderGithub(all))).toEqual({ error: 10, warning: 10, notice: 10 });
  });

  it('is cut, and the last of ten notices counts the rest', () => {
    const all = [
      ...several(unknownCluster, 37),
      ...several(noEffect, 3),
      ...several(notFederated, 14),
    ];
    const text = renderGithub(all);
    expect(levelsOf(text)).toEqual({ error: 10, warning: 3, notice: 10 });
    expect(linesOf(text).at(-1)).toBe(
      '::notice title=fedc::32 of 54 diagnostics are not annotated (27 errors, 5 notes): GitHub shows 10 of each level per step.',
    );
  });

  it('still names every code', () => {
    const rare = { ...unknownCluster, code: 'override/unknown-cluster' as const, file: 'z.yaml' };
    expect(renderGithub([...several(unknownCluster, 50), rare])).toContain(
      'title=override/unknown',
    );
  });
});
