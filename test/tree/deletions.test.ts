import { describe, expect, it } from 'vitest';
import { describeKey } from '../../src/model/kube-object.ts';
import { findDeletions } from '../../src/tree/deletions.ts';
import { deletionsBetween, type Fleet } from './manifests.ts';
import { variant } from './variants.ts';

const all = ['a', 'b'];
const web = variant({ clusters: all });
const namespace = variant({
  key: { kind: 'Namespace', namespace: '', name: 'shop' },
  clusters: all,
});
const deployment = variant({
  key: { group: 'apps', kind: 'Deployment' },
  clusters: ['a'],
  body: 'spec: {replicas: 1}',
});

function lines(before: Fleet, after: Fleet): string[] {
  return deletionsBetween(before, after).objects.map(
    ({ key, clusters }) => `${describeKey(key)}: ${clusters.join(' ')}`,
  );
}

describe('findDeletions', () => {
  it('groups what goes by object, with the clusters, and counts both', () => {
    const found = deletionsBetween(
      { variants: [web, namespace, deployment] },
      { variants: [variant({ clusters: ['b'] })] },
    );
    expect(found).toMatchObject({ before: 5, lost: 4 });
    expect(found.name).toMatch(/^[0-9a-f]{8}$/);
    expect(found.objects.map(({ key, clusters }) => [key.kind, clusters])).toEqual([
      ['ConfigMap', ['a']],
      ['Deployment', ['a']],
      ['Namespace', all],
    ]);
    expect([...found.clusters]).toEqual([
      ['a', { before: 3, lost: 3, after: 0 }],
      ['b', { before: 2, lost: 1, after: 1 }],
    ]);
  });

  it('has no name if nothing goes', () => {
    const found = deletionsBetween({ variants: [web] }, { variants: [web, namespace] });
    expect(found).toMatchObject({ name: '', objects: [], lost: 0, before: 2 });
  });

  const inApp = (app: string) => ({ ...web, app });
  it.each<{ name: string; before: Fleet; after: Fleet }>([
    {
      name: 'another layout',
      before: { variants: [inApp('store')], layout: 'by-namespace' },
      after: { variants: [inApp('store')], layout: 'by-app' },
    },
    {
      name: 'another app',
      before: { variants: [inApp('store')], layout: 'by-app' },
      after: { variants: [inApp('shop')], layout: 'by-app' },
    },
    {
      name: 'other contents',
      before: { variants: [web] },
      after: { variants: [variant({ clusters: all, body: 'data: {a: b}' })] },
    },
    {
      name: 'another version of its group',
      before: { variants: [deployment] },
      after: {
        variants: [{ ...deployment, object: { ...deployment.object, apiVersion: 'apps/v1beta2' } }],
      },
    },
  ])('$name is no deletion', ({ before, after }) => {
    expect(lines(before, after)).toEqual([]);
    expect(lines(after, before)).toEqual([]);
  });

  it('sees another object in a file that keeps its path', () => {
    const one = { ...variant({ key: { namespace: 'one' }, clusters: ['a'] }), app: 'x' };
    const two = { ...variant({ key: { namespace: 'two' }, clusters: ['a'] }), app: 'x' };
    expect(
      lines({ variants: [one], layout: 'by-app' }, { variants: [two], layout: 'by-app' }),
    ).toEqual(['ConfigMap one/web: a']);
  });

  it('sees the group that an override wrote', () => {
    const moved = { ...deployment, object: { ...deployment.object, apiVersion: 'extensions/v1' } };
    expect(lines({ variants: [deployment] }, { variants: [moved] })).toEqual([
      'Deployment shop/web: a',
    ]);
  });

  it('counts a file that can no longer be read', () => {
    const edited = 'clusters/a/shop/configmap_web.yaml';
    const found = deletionsBetween({ variants: [web] }, { variants: [] }, { edited });
    expect(found.objects.map(({ key }) => describeKey(key))).toEqual([
      'ConfigMap shop/web',
      `file ${edited}`,
    ]);
  });

  it('does not count what an interrupted run was about to delete', () => {
    const path = 'clusters/a/shop/configmap_web.yaml';
    const listed = new Map([['clusters/a/shop/configmap_old.yaml', 'hash']]);
    const plan = {
      writes: [],
      deletions: [path],
      owned: new Map([...listed, [path, 'hash']]),
      gone: [],
      left: new Set([path]),
      before: new Map([[path, 'hash']]),
    };
    const found = findDeletions({ plan, manifests: [], readText: () => 'kind: Namespace' });
    expect(found).toMatchObject({ lost: 0, before: 1, name: '' });
  });

  it('neither deletes nor counts outside of a slice', () => {
    const slice = new Set(['b']);
    const found = deletionsBetween({ variants: [web, deployment] }, { variants: [] }, { slice });
    expect(found).toMatchObject({ before: 1, lost: 1 });
    expect([...found.clusters.keys()]).toEqual(['b']);
  });
});

describe('the name of a plan', () => {
  const nameOf = (after: Fleet) =>
    deletionsBetween({ variants: [web, namespace, deployment] }, after).name;

  it('does not depend on what is changed or created', () => {
    const kept = [namespace, deployment];
    const more = variant({ key: { name: 'more' }, clusters: all });
    expect(nameOf({ variants: kept })).toBe(nameOf({ variants: [...kept, more] }));
    expect(nameOf({ variants: kept })).toBe(nameOf({ variants: kept, layout: 'by-app' }));
  });

  it('is another for other deletions', () => {
    const names = [[namespace], [deployment], [web], []].map((variants) => nameOf({ variants }));
    expect(new Set(names).size).toBe(names.length);
  });
});
