import { describe, expect, it } from 'vitest';
import {
  isDns1035Label,
  isDns1123Label,
  isDns1123Subdomain,
  isLabelValue,
  isQualifiedName,
  isWindowsReserved,
  pluralOf,
} from '../../src/kube/names.ts';

const a63 = 'a'.repeat(63);
const a64 = 'a'.repeat(64);
const dotted = (length: number) => 'a.'.repeat(200).slice(0, length);

const rules: {
  name: string;
  rule: (text: string) => boolean;
  legal: string[];
  illegal: string[];
}[] = [
  {
    name: 'a DNS-1123 label',
    rule: isDns1123Label,
    legal: ['a', '1', 'a-b', '0a9', a63],
    illegal: ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'a\n', 'ä', a64],
  },
  {
    name: 'a DNS-1123 subdomain',
    rule: isDns1123Subdomain,
    legal: ['a', 'a.b', '1.2-3', a64, dotted(253)],
    illegal: ['', '.', 'a.', '.a', 'a..b', 'a.-b', 'A.b', 'a/b', 'a\n', dotted(255)],
  },
  {
    name: 'a DNS-1035 label',
    rule: isDns1035Label,
    legal: ['a', 'v1', 'a-1', a63],
    illegal: ['', '1a', 'a-', 'V1', 'a.b', a64],
  },
  {
    name: 'a qualified name',
    rule: isQualifiedName,
    legal: ['a', 'A_b.c-d', '0', 'x.io/name', `${dotted(253)}/${a63}`, a63],
    illegal: ['', '/', '/a', 'a/', 'a/b/c', 'X.io/a', 'a b', '_a', 'a_', '__proto__', a64],
  },
  {
    name: 'a label value',
    rule: isLabelValue,
    legal: ['', 'a', 'A_b.c-d', '1', a63],
    illegal: ['-', 'a-', '.a', 'a b', 'a/b', 'a\n', 'ü', a64],
  },
  {
    name: 'a name that Windows keeps',
    rule: isWindowsReserved,
    legal: ['con', 'prn', 'aux', 'nul', 'com1', 'lpt9', 'CON', 'aux.yaml', 'nul.a.b'],
    illegal: ['', 'con1', 'com', 'com0', 'lpt10', 'console', 'a.con', 'con-1'],
  },
];

describe.each(rules)('$name', ({ rule, legal, illegal }) => {
  it.each(legal)('%j is one', (text) => expect(rule(text)).toBe(true));
  it.each(illegal)('%j is none', (text) => expect(rule(text)).toBe(false));
});

describe('pluralOf', () => {
  const rows = [
    { name: 'most kinds take s', kind: 'Deployment', plural: 'deployments' },
    { name: 's takes es', kind: 'FederatedIngress', plural: 'federatedingresses' },
    { name: 'x takes es', kind: 'Box', plural: 'boxes' },
    { name: 'ch takes es', kind: 'Batch', plural: 'batches' },
    { name: 'sh takes es', kind: 'Mesh', plural: 'meshes' },
    { name: 'z takes es', kind: 'Quiz', plural: 'quizes' },
    { name: 'o takes es', kind: 'Foo', plural: 'fooes' },
    { name: 'y becomes ies', kind: 'NetworkPolicy', plural: 'networkpolicies' },
    { name: 'y after a vowel becomes ies as well', kind: 'Gateway', plural: 'gatewaies' },
  ];
  it.each(rows)('$name', ({ kind, plural }) => expect(pluralOf(kind)).toBe(plural));
});
