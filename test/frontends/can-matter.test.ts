import { describe, expect, it } from 'vitest';
import { canMatter } from '../../src/frontends/can-matter.ts';

const rows: { name: string; text: string; words?: string[]; matters: boolean }[] = [
  { name: 'a federated kind matters', text: 'kind: FederatedConfigMap', matters: true },
  {
    name: 'a group of KubeFed matters',
    text: 'apiVersion: core.kubefed.io/v1beta1',
    matters: true,
  },
  { name: 'the first groups matter', text: 'apiVersion: core.federation.k8s.io/v1', matters: true },
  { name: 'a preference matters', text: 'kind: ReplicaSchedulingPreference', matters: true },
  { name: 'a definition of kinds matters', text: 'kind: CustomResourceDefinition', matters: true },
  { name: 'an inventory matters', text: 'apiVersion: fedc/v1alpha1', matters: true },
  {
    name: 'a cluster of Karmada matters',
    text: 'apiVersion: cluster.karmada.io/v1alpha1',
    matters: true,
  },
  {
    name: 'a role that names the group of Karmada does not matter',
    text: 'apiGroups: [cluster.karmada.io]',
    matters: false,
  },
  {
    name: 'clusters in forms that only count where they are named do not matter',
    text: 'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster',
    matters: false,
  },
  {
    name: 'a word in a comment matters too: only the text is looked at',
    text: '# Federated',
    matters: true,
  },
  { name: 'a chart does not matter', text: 'replicas: {{ .Values.replicas }}', matters: false },
  { name: 'a plain object does not matter', text: 'kind: ConfigMap', matters: false },
  { name: 'words are case-sensitive', text: 'kind: federatedconfigmap', matters: false },
  {
    name: 'a declared group matters',
    text: 'apiVersion: fed.example.io/v1',
    words: ['fed.example.io'],
    matters: true,
  },
  { name: 'an empty text does not matter', text: '', words: ['fed.example.io'], matters: false },
];

describe('canMatter', () => {
  it.each(rows)('$name', ({ text, words, matters }) => {
    expect(canMatter(text, words)).toBe(matters);
  });
});
