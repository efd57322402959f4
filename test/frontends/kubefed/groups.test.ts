import { describe, expect, it } from 'vitest';
import {
  currentGroup,
  isKubefedGroup,
  isThreeObjectGroup,
  metadataText,
  neverExisted,
  titleOf,
  typeOf,
} from '../../../src/frontends/kubefed/groups.ts';
import { object } from '../sources.ts';

describe('currentGroup', () => {
  it.each([
    ['types.kubefed.io', 'types.kubefed.io'],
    ['types.kubefed.k8s.io', 'types.kubefed.io'],
    ['types.federation.k8s.io', 'types.kubefed.io'],
    ['primitives.federation.k8s.io', 'types.kubefed.io'],
    ['core.federation.k8s.io', 'core.kubefed.io'],
    ['scheduling.kubefed.k8s.io', 'scheduling.kubefed.io'],
    ['fed.example.io', 'fed.example.io'],
    ['kubefed.io', 'kubefed.io'],
    ['', ''],
  ])('of %j is %j', (group, current) => {
    expect(currentGroup(group)).toBe(current);
  });
});

describe('isKubefedGroup', () => {
  it.each([
    ['types.kubefed.io', true],
    ['anything.kubefed.k8s.io', true],
    ['multiclusterdns.federation.k8s.io', true],
    ['kubefed.io', false],
    ['notkubefed.io', false],
    ['apps', false],
  ])('of %j is %j', (group, expected) => {
    expect(isKubefedGroup(group)).toBe(expected);
  });
});

describe('isThreeObjectGroup', () => {
  it.each([
    ['core.federation.k8s.io', true],
    ['primitives.federation.k8s.io', true],
    ['types.federation.k8s.io', false],
    ['core.kubefed.io', false],
  ])('of %j is %j', (group, expected) => {
    expect(isThreeObjectGroup(group)).toBe(expected);
  });
});

describe('neverExisted', () => {
  it.each([
    ['types.kubefed.io', 'v1beta1', false],
    ['types.kubefed.k8s.io', 'v1beta1', false],
    ['types.federation.k8s.io', 'v1alpha1', false],
    ['types.federation.k8s.io', 'v1beta1', true],
    ['types.kubefed.io', 'v1alpha1', true],
    ['types.kubefed.io', 'v1', true],
    ['fed.example.io', 'v7', false],
    ['core.kubefed.io', 'v1alpha1', false],
  ])('of %s/%s is %j', (group, version, expected) => {
    expect(neverExisted(group, version)).toBe(expected);
  });
});

describe('typeOf', () => {
  it.each([
    [{ apiVersion: 'apps/v1', kind: 'Deployment' }, 'apps', 'v1', 'Deployment'],
    [{ apiVersion: 'v1', kind: 'Secret' }, '', 'v1', 'Secret'],
    [{ apiVersion: 1, kind: null }, '', '', ''],
    [{}, '', '', ''],
  ])('of %j has group, version and kind', (literal, group, version, kind) => {
    expect(typeOf(object(literal))).toEqual({ group, version, kind });
  });
});

describe('metadataText', () => {
  it.each([
    [{ metadata: { name: 'web' } }, 'web'],
    [{ metadata: { name: '' } }, undefined],
    [{ metadata: { name: 7 } }, undefined],
    [{ metadata: 'web' }, undefined],
    [{}, undefined],
  ])('of %j is %j', (literal, expected) => {
    expect(metadataText(object(literal), 'name')).toBe(expected);
  });
});

describe('titleOf', () => {
  it.each([
    [{ kind: 'FederatedSecret', metadata: { name: 'a', namespace: 'b' } }, 'FederatedSecret b/a'],
    [{ kind: 'FederatedSecret', metadata: { name: 'a' } }, 'FederatedSecret a'],
    [{ kind: 'FederatedSecret' }, 'FederatedSecret (without name)'],
  ])('of %j is %j', (literal, expected) => {
    expect(titleOf(object(literal))).toBe(expected);
  });
});
