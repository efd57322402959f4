/** Differences for the tests of the renderers, made from a few words. */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../src/model/kube-object.ts';
import {
  compareFleets,
  type FleetDifference,
  type PlacedObject,
} from '../../src/reports/compare-fleets.ts';
import { identityOf } from '../../src/tree/identity.ts';
import { jsonValue } from '../json-value.ts';

export const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** `eu-1` to `eu-<amount>`. */
export function clusterNames(amount: number): string[] {
  return Array.from({ length: amount }, (_, index) => `eu-${index + 1}`);
}

/** An object as it stands in each of these clusters. */
export function placed(clusters: readonly string[], literal: unknown): PlacedObject[] {
  const object = jsonValue(literal) as JsonObject;
  const key = identityOf(object);
  if (key === undefined) throw new Error('no identity');
  const content = { key, object };
  return clusters.map((cluster) => ({
    cluster,
    content,
    path: `clusters/${cluster}/${key.namespace}/${key.kind.toLowerCase()}_${key.name}.yaml`,
  }));
}

export function compared(
  old: readonly PlacedObject[],
  next: readonly PlacedObject[],
): FleetDifference {
  return compareFleets(old, next, { digest });
}

/** A Deployment with one container. */
export function deployment(name: string, image: string, replicas = 2): unknown {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop' },
    spec: {
      replicas,
      template: {
        spec: {
          containers: [
            { name: 'web', image },
            { name: 'log', image: 'log:1' },
          ],
        },
      },
    },
  };
}

export function configMap(name: string, data: unknown): unknown {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data };
}
