/** The schema is our own, of what we write: narrower than the standard's, which lets unknown members pass in places. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import type { LocatedDiagnostic } from '../../src/diagnostics/located.ts';
import { renderSarif } from '../../src/diagnostics/render-sarif.ts';
import { sha256Hex } from '../../src/kube/digest.ts';
import { cases, examples, readInput, root } from '../repository.ts';
import {
  noEffect,
  notFederated,
  readableDigest,
  several,
  unknownCluster,
} from './located-diagnostics.ts';

const options = { version: '1.2.3', digest: sha256Hex, fallbackFile: 'fedc.yaml' };
const schema = JSON.parse(readFileSync(join(root, 'test/diagnostics/sarif.schema.json'), 'utf8'));
const isValid = new Ajv({ allErrors: true, strict: true }).compile(schema);

interface Place {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  };
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly invocations?: readonly unknown[];
  readonly results: readonly {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly message: { readonly text: string };
    readonly locations: readonly Place[];
    readonly relatedLocations?: readonly Place[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
  }[];
}

function runOf(diagnostics: readonly LocatedDiagnostic[]): Run {
  const log = JSON.parse(renderSarif(diagnostics, options));
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  return log.runs[0];
}

describe('a log in SARIF', () => {
  it('holds rules and results', () => {
    const text = renderSarif([unknownCluster], { ...options, digest: readableDigest });
    const { runs, ...log } = JSON.parse(text);
    expect(log).toEqual({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
    });
    expect(runs[0].tool.driver.rules[0]).toMatchObject({
      shortDescription: { text: 'A placement names a cluster that does not exist.' },
      help: { text: expect.stringMatching(/without a word.*\n\nCorrect the name/) },
    });
    expect(runs[0]).toMatchObject({
      tool: { driver: { name: 'fedc', version: '1.2.3' } },
      columnKind: 'utf16CodeUnits',
      results: [
        {
          ruleId: 'placement/unknown-cluster',
          ruleIndex: 0,
          level: 'error',
          message: { text: 'Cluster "wset" is not in the inventory.\nDid you mean "west"?' },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'apps/web.yaml', uriBaseId: '%SRCROOT%' },
                region: { startLine: 14, startColumn: 17, endLine: 14, endColumn: 21 },
              },
            },
          ],
          relatedLocations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'clusters.yaml', uriBaseId: '%SRCROOT%' },
                region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 12 },
              },
              message: { text: 'the inventory' },
            },
          ],
          partialFingerprints: {
            'fedc/v1':
              'placement/unknown-cluster|apps/web.yaml|/spec/placement/clusters/0/name|Cluster "wset" is not in the inventory.',
          },
        },
      ],
    });
  });

  it('is valid without results, which closes the alerts of the last run', () => {
    expect(runOf([]).results).toEqual([]);
  });

  it('lists each rule once, and the results point at theirs', () => {
    const { tool, results } = runOf([noEffect, unknownCluster, notFederated, unknownCluster]);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual([
      'override/no-effect',
      'placement/unknown-cluster',
      'repo/not-federated',
    ]);
    for (const { ruleId, ruleIndex } of results)
      expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('puts what has no file into the settings', () => {
    expect(runOf([notFederated]).results[0]?.locations[0]?.physicalLocation).toMatchObject({
      artifactLocation: { uri: 'fedc.yaml' },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    });
  });

  it('encodes the names of files', () => {
    const { results } = runOf([{ ...unknownCluster, file: 'a b/ü%#?\ud800:x.yaml' }]);
    expect(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'a%20b/%C3%BC%25%23%3F%EF%BF%BD%3Ax.yaml',
    );
  });

  it('shows text as text: no placeholder, no link, no hidden character', () => {
    const message = '{0} {a: b} [x](http://e) \u202ey';
    const { help: _, ...plain } = unknownCluster;
    expect(runOf([{ ...plain, message }]).results[0]?.message.text).toBe(
      '{{0}} {a: b} [x] (http://e) \\u202ey',
    );
  });

  it('names a related place once', () => {
    const [place] = unknownCluster.related;
    const related = place === undefined ? [] : [place, place];
    expect(runOf([{ ...unknownCluster, related }]).results[0]?.relatedLocations).toHaveLength(1);
  });

  it('leaves out the least important of more than 25,000, and says so', () => {
    const run = runOf([...several(notFederated, 25_000), ...several(unknownCluster, 2)]);
    expect(run.results).toHaveLength(25_000);
    expect(run.results.filter(({ ruleId }) => ruleId === unknownCluster.code)).toHaveLength(2);
    expect(run.invocations).toHaveLength(1);
  });
});

describe.each([...cases, ...examples])('$name', (testCase) => {
  const input = readInput(testCase);
  const texts = new Map(input.files.map(({ path, text }) => [path, text]));
  if (input.config !== undefined && 'text' in input.config)
    texts.set(input.config.path, input.config.text);
  const { diagnostics } = compile(input);

  it('gives a valid log whose regions are inside their files', () => {
    const run = runOf(diagnostics);
    for (const { locations, relatedLocations = [] } of run.results) {
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { artifactLocation, region } = physicalLocation;
        const lines = (texts.get(decodeURIComponent(artifactLocation.uri)) ?? '').split(/\r?\n/);
        const last = lines[region.endLine - 1];
        expect(last, artifactLocation.uri).toBeDefined();
        expect(region.startColumn).toBeLessThanOrEqual(region.endColumn);
        expect(
          region.endColumn - 1,
          `${artifactLocation.uri}:${region.startLine}`,
        ).toBeLessThanOrEqual((last ?? '').length + 1);
      }
    }
  });

  it('has fingerprints of its own that stay when lines are inserted above', () => {
    const before = runOf(diagnostics).results.map((each) => each.partialFingerprints['fedc/v1']);
    const moved = compile({
      ...input,
      files: input.files.map((file) =>
        /\.ya?ml$/.test(file.path)
          ? { ...file, text: file.text.replace(/^\ufeff?/, '$&# inserted\n\n') }
          : file,
      ),
    });
    const after = runOf(moved.diagnostics).results.map(
      (each) => each.partialFingerprints['fedc/v1'],
    );
    expect(new Set(before).size).toBe(before.length);
    expect([...after].sort()).toEqual([...before].sort());
  });
});
