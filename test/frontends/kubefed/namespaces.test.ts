import { describe, expect, it } from 'vitest';
import {
  namespaceKey,
  namespaceRule,
  notFederated,
} from '../../../src/frontends/kubefed/namespaces.ts';
import type { Config } from '../../../src/model/config.ts';
import { at, listed, resource, said } from '../../stages/resources.ts';
import { gitops, kubefed, optionsOf } from '../sources.ts';

const federated = new Set(['shop']);
const missing = { within: namespaceKey('other'), isMissing: true };

describe('namespaceRule', () => {
  const rows: {
    name: string;
    namespace: string;
    isLimited?: boolean;
    config?: Config;
    is: object;
  }[] = [
    {
      name: 'a cluster-scoped object is limited by nothing',
      namespace: '',
      is: { isMissing: false },
    },
    {
      name: 'a federated namespace limits what lives in it',
      namespace: 'shop',
      is: { within: namespaceKey('shop'), isMissing: false },
    },
    {
      name: 'a namespace that is not federated limits nothing',
      namespace: 'other',
      is: { isMissing: false },
    },
    {
      name: 'but where one is required it is missing, so the object goes nowhere',
      namespace: 'other',
      config: { mode: 'kubefed' },
      is: missing,
    },
    {
      name: 'a namespace-scoped control plane requires none',
      namespace: 'other',
      isLimited: true,
      config: { mode: 'kubefed' },
      is: { isMissing: false },
    },
    {
      name: 'a namespace-scoped control plane is narrowed by one all the same',
      namespace: 'shop',
      isLimited: true,
      config: { mode: 'kubefed' },
      is: { within: namespaceKey('shop'), isMissing: false },
    },
  ];
  it.each(rows)('$name', ({ namespace, isLimited, config, is }) => {
    expect(namespaceRule(namespace, federated, isLimited ?? false, optionsOf(config))).toEqual(is);
  });
});

describe('notFederated', () => {
  const inside = (namespace: string, name: string, own: object = {}) =>
    resource({
      key: { group: '', kind: 'ConfigMap', namespace, name },
      origin: at(`/${name}`),
      ...own,
    });

  it('is one note for each namespace', () => {
    const resources = [inside('other', 'a'), inside('other', 'b'), inside('third', 'c')];
    const diagnostics = notFederated(resources, federated, gitops);
    expect(said(diagnostics)).toEqual([
      'note[placement/namespace-not-federated] /a',
      'note[placement/namespace-not-federated] /c',
    ]);
    expect(diagnostics[0]?.args).toMatchObject({ namespace: 'other', objects: 2 });
  });

  it('is a warning where going nowhere is one', () => {
    expect(said(notFederated([inside('other', 'a')], federated, kubefed))).toEqual([
      'warning[placement/namespace-not-federated] /a',
    ]);
  });

  it('passes over federated namespaces, cluster-scoped objects, and what is nowhere on purpose', () => {
    const onPurpose = inside('other', 'a', { placement: { choice: listed() } });
    const resources = [inside('shop', 'b'), inside('', 'c'), onPurpose];
    expect(notFederated(resources, federated, kubefed)).toEqual([]);
  });
});
