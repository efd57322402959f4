import { describe, expect, it } from 'vitest';
import { renderSummary } from '../../src/diagnostics/render-summary.ts';
import { noEffect, notFederated, several, unknownCluster } from './located-diagnostics.ts';

describe('the summary of a job', () => {
  it('counts, and lists the most important first', () => {
    expect(
      renderSummary([notFederated, noEffect, unknownCluster]),
    ).toBe(`### fedc: 1 error, 1 warning, 1 note

| Code | Place | Message |
| --- | --- | --- |
| error placement/unknown-cluster | apps/web.yaml:14 | Cluster "wset" is not in the inventory.<br>Did you mean "west"? |
| warning override/no-effect | apps/web.yaml:20 | FederatedDeployment shop/web: it changes nothing in 37 clusters. |
| note repo/not-federated |  | 2 plain objects are left alone. |

`);
  });

  it('is empty when there is nothing to say', () => {
    expect(renderSummary([])).toBe('');
  });

  it('shows text as text, whatever it holds', () => {
    const message = 'a | b `c` <img src=x> [d](http://e) **f** @g #1 ~h~ \\ &amp; $i$ j_k\nl\u202e';
    const row = renderSummary([{ ...notFederated, message }]).split('\n')[4];
    expect(row).toBe(
      '| note repo/not-federated |  | a \\| b \\`c\\` &lt;img src=x&gt; \\[d\\](http://e) \\*\\*f\\*\\* &#64;g \\#1 \\~h\\~ \\\\ &amp;amp; \\$i\\$ j\\_k\\\\nl\\\\u202e |',
    );
  });

  it('is cut at 100 rows and counts the rest', () => {
    const text = renderSummary(several(unknownCluster, 340));
    expect(text.match(/^\| error/gm)).toHaveLength(100);
    expect(text).toContain('\nand 240 more diagnostics\n');
  });

  it('stays far below what GitHub takes, however long the messages are', () => {
    const long = { ...unknownCluster, message: '`'.repeat(100_000), help: '<'.repeat(100_000) };
    const text = renderSummary(several(long, 2000));
    expect(text.length).toBeLessThan(110_000);
    expect(text).toMatch(/\nand \d+ more diagnostics\n/);
  });
});
