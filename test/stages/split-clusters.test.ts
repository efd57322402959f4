/** One table for all resources: what one of them left in it must not reach another. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Override } from '../../src/model/federated-resource.ts';
import { createSplitter } from '../../src/stages/split-clusters.ts';
import { edit, override, placed } from './resources.ts';

const known = ['eu', 'lab', 'us'];
const change = edit(0, { path: '/spec/replicas', value: 3 });

it('forgets the overrides of a resource when it splits the next one', () => {
  const split = createSplitter(known);
  const own = override('eu', 0, [change]);
  expect(split(placed({ overrides: [own] }, ['eu', 'us']))).toEqual({
    touched: [{ clusters: ['eu'], own }],
    untouched: ['us'],
  });
  const other = override('us', 0, [change]);
  expect(split(placed({ overrides: [other] }, ['eu', 'us']))).toEqual({
    touched: [{ clusters: ['us'], own: other }],
    untouched: ['eu'],
  });
});

it('also those for clusters that the resource does not go to, or that nobody knows', () => {
  const split = createSplitter(known);
  const idle = [override('us', 0, [change]), override('moon', 1, [change])];
  split(placed({ overrides: idle }, ['eu']));
  const own = override('eu', 0, [change]);
  expect(split(placed({ overrides: [own] }, ['eu', 'moon', 'us']))).toEqual({
    touched: [{ clusters: ['eu'], own }],
    untouched: ['moon', 'us'],
  });
});

const someOverrides = fc
  .array(fc.tuple(fc.constantFrom(...known, 'moon'), fc.boolean()), { maxLength: 4 })
  .map((made): readonly Override[] =>
    made.map(([cluster, isEdited], index) => override(cluster, index, isEdited ? [change] : [])),
  );

it('splits each of many resources as if it were the only one', () => {
  const resources = fc.array(fc.tuple(someOverrides, fc.subarray(known)), { minLength: 1 });
  fc.assert(
    fc.property(resources, (made) => {
      const split = createSplitter(known);
      for (const [overrides, clusters] of made) {
        const each = placed({ overrides }, clusters);
        // The last override of a cluster counts, also if it takes back all edits.
        const counts = new Map(overrides.map((one) => [nameOf(one), one]));
        const isTouched = (cluster: string) => (counts.get(cluster)?.edits.length ?? 0) > 0;
        const { touched, untouched } = split(each);
        expect(touched.map(({ clusters: [cluster], own }) => [cluster, own])).toEqual(
          clusters.filter(isTouched).map((cluster) => [cluster, counts.get(cluster)]),
        );
        expect(untouched).toEqual(clusters.filter((cluster) => !isTouched(cluster)));
      }
    }),
  );
});

function nameOf({ target }: Override): string {
  return target.kind === 'names' ? (target.names[0]?.value ?? '') : '';
}
