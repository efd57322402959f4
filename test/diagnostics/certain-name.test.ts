import { describe, expect, it } from 'vitest';
import { createNameFinder } from '../../src/diagnostics/name-finder.ts';

describe('a name that is certain', () => {
  it.each([
    ['wset', 'west'],
    ['eu1', 'eu-1'],
    ['EU-1', 'eu-1'],
    ['us-l', 'us-1'],
    ['eu_west_1', 'eu-west-1'],
    ['prd-eu-1', 'prod-eu-1'],
    ['aliyun-ak', 'aliyun-ack'],
    ['prod-euu-1', 'prod-eu-1'],
    ['stagin', 'staging'],
  ])('%s is %s', (word, near) => {
    expect(createNameFinder([near, 'somewhere-else-entirely']).certain(word)).toBe(near);
  });

  it('is the one with other separators, whatever else is near', () => {
    expect(createNameFinder(['eu-1', 'us-1', 'us-2']).certain('us1')).toBe('us-1');
  });
});

describe('a name that is only near', () => {
  it.each([
    ['another number', 'eu-2', ['eu-1']],
    ['one more digit', 'eu-12', ['eu-1']],
    ['a number that is not there', 'eu', ['eu-1']],
    ['another country', 'uk-1', ['us-1']],
    ['another zone', 'east-a', ['east-b']],
    ['another direction', 'us-east-1', ['us-west-1']],
    ['two candidates', 'wst', ['west', 'wsta']],
    ['two candidates with other separators', 'eu1', ['eu-1', 'eu_1']],
    ['two slips', 'prdctn', ['production']],
    ['nothing near', 'mars', ['eu-1']],
    ['no word', '', ['eu-1']],
  ])('%s', (_, word, candidates) => {
    expect(createNameFinder(candidates).certain(word)).toBeUndefined();
  });
});
