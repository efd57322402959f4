import { describe, expect, it } from 'vitest';
import {
  matchLabelSelector,
  parseLabelSelector,
  requirementMatches,
} from '../../src/kube/label-selector.ts';
import type { LabelRequirement } from '../../src/model/federated-resource.ts';

const inEu = { key: 'region', operator: 'In', values: ['eu'] };

describe('matchLabelSelector', () => {
  const rows: {
    name: string;
    selector: unknown;
    labels: Record<string, string>;
    matches: boolean;
  }[] = [
    { name: 'an absent selector takes nothing', selector: undefined, labels: {}, matches: false },
    { name: 'a null selector takes nothing', selector: null, labels: { a: 'b' }, matches: false },
    { name: 'an empty selector takes everything', selector: {}, labels: {}, matches: true },
    {
      name: 'null parts count as absent',
      selector: { matchLabels: null, matchExpressions: null },
      labels: {},
      matches: true,
    },
    {
      name: 'empty parts take everything',
      selector: { matchLabels: {}, matchExpressions: [] },
      labels: {},
      matches: true,
    },
    {
      name: 'labels and expressions must all hold',
      selector: { matchLabels: { env: 'prod' }, matchExpressions: [inEu] },
      labels: { env: 'prod', region: 'us' },
      matches: false,
    },
    {
      name: 'labels and expressions that all hold match',
      selector: { matchLabels: { env: 'prod' }, matchExpressions: [inEu] },
      labels: { env: 'prod', region: 'eu' },
      matches: true,
    },
    {
      name: 'values are case-sensitive',
      selector: { matchLabels: { env: 'Prod' } },
      labels: { env: 'prod' },
      matches: false,
    },
    {
      name: 'an empty value is a value',
      selector: { matchLabels: { env: '' } },
      labels: { env: '' },
      matches: true,
    },
    {
      name: 'an empty value is not an absent label',
      selector: { matchLabels: { env: '' } },
      labels: {},
      matches: false,
    },
    {
      name: 'a label is looked up among the own members only',
      selector: { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] },
      labels: {},
      matches: false,
    },
    {
      name: 'Exists may have an empty list of values',
      selector: { matchExpressions: [{ key: 'env', operator: 'Exists', values: [] }] },
      labels: { env: 'x' },
      matches: true,
    },
  ];
  it.each(rows)('$name', ({ selector, labels, matches }) => {
    expect(matchLabelSelector(selector, labels)).toEqual({ ok: true, matches });
  });

  it('says in one text everything that is wrong', () => {
    const selector = { matchLabel: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'in' }] };
    expect(matchLabelSelector(selector, {})).toEqual({
      ok: false,
      message:
        '"matchLabel" is not a field of a label selector. Did you mean "matchLabels"? ' +
        '"in" is not a label selector operator; expected In, NotIn, Exists or DoesNotExist. Did you mean "In"?',
    });
  });
});

describe('requirementMatches', () => {
  const rows: [LabelRequirement['operator'], string | undefined, boolean][] = [
    ['In', 'eu', true],
    ['In', 'us', false],
    ['In', undefined, false],
    ['NotIn', 'eu', false],
    ['NotIn', 'us', true],
    ['NotIn', undefined, true],
    ['Exists', 'eu', true],
    ['Exists', undefined, false],
    ['DoesNotExist', 'eu', false],
    ['DoesNotExist', undefined, true],
  ];
  const named = rows.map(([operator, value, matches]) => ({
    name: `${operator} ${matches ? 'takes' : 'refuses'} ${value === undefined ? 'a missing label' : value}`,
    requirement: { key: 'region', operator, values: ['eu', 'ap'], pointer: '' },
    labels: value === undefined ? {} : { region: value },
    matches,
  }));
  it.each(named)('$name', ({ requirement, labels, matches }) => {
    expect(requirementMatches(requirement, labels)).toBe(matches);
  });
});

describe('parseLabelSelector', () => {
  it('gives each requirement with its place', () => {
    const selector = {
      matchLabels: { 'example.com/tier': 'a' },
      matchExpressions: [inEu, { key: 'x', operator: 'DoesNotExist' }],
    };
    expect(parseLabelSelector(selector)).toEqual({
      ok: true,
      requirements: [
        {
          key: 'example.com/tier',
          operator: 'In',
          values: ['a'],
          pointer: '/matchLabels/example.com~1tier',
        },
        { ...inEu, pointer: '/matchExpressions/0' },
        { key: 'x', operator: 'DoesNotExist', values: [], pointer: '/matchExpressions/1' },
      ],
    });
  });

  it('sees a label named __proto__, which is no legal key', () => {
    const matchLabels = JSON.parse('{"__proto__": "x"}');
    expect(parseLabelSelector({ matchLabels })).toMatchObject({
      ok: false,
      problems: [{ pointer: '/matchLabels/__proto__' }],
    });
  });

  const expression = (item: unknown) => ({ matchExpressions: [item] });
  const rows: { name: string; selector: unknown; problems: string[] }[] = [
    {
      name: 'nothing at all is no selector',
      selector: null,
      problems: [': A label selector must be an object, not nothing.'],
    },
    {
      name: 'a list is no selector',
      selector: [],
      problems: [': A label selector must be an object, not a list.'],
    },
    {
      name: 'a misspelt field names the right one',
      selector: { matchLabel: {} },
      problems: [
        '/matchLabel: "matchLabel" is not a field of a label selector. Did you mean "matchLabels"?',
      ],
    },
    {
      name: 'labels written directly are sent to matchLabels',
      selector: { region: 'eu' },
      problems: [
        '/region: "region" is not a field of a label selector. Write labels under matchLabels: {region: eu}.',
      ],
    },
    {
      name: 'a field far from any other is told what there is',
      selector: { names: [] },
      problems: [
        '/names: "names" is not a field of a label selector. It has matchLabels and matchExpressions.',
      ],
    },
    {
      name: 'matchLabels as a list is refused',
      selector: { matchLabels: ['a'] },
      problems: ['/matchLabels: "matchLabels" must be an object of labels, not a list.'],
    },
    {
      name: 'matchExpressions as an object is refused',
      selector: { matchExpressions: { key: 'a' } },
      problems: [
        '/matchExpressions: "matchExpressions" must be a list, not an object. Write each expression as a list item: - {key: region, operator: In, values: [eu]}.',
      ],
    },
    {
      name: 'values that are not text are each reported',
      selector: { matchLabels: { wave: 1, on: true, big: 12345678901234567890n, none: null } },
      problems: [
        '/matchLabels/wave: The value of label "wave" must be text, not the number 1. Write it in quotes.',
        '/matchLabels/on: The value of label "on" must be text, not the boolean true. Write it in quotes.',
        '/matchLabels/big: The value of label "big" must be text, not the number 12345678901234567890. Write it in quotes.',
        '/matchLabels/none: The value of label "none" must be text, not nothing. Write "" for an empty value.',
      ],
    },
    {
      name: 'illegal keys and values are reported',
      selector: { matchLabels: { 'a b': 'x y' } },
      problems: [
        '/matchLabels/a b: "a b" is not a label key: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after a DNS name and "/" if it has a prefix.',
        '/matchLabels/a b: "x y" cannot be the value of label "a b": at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends.',
      ],
    },
    {
      name: 'Equals is told to be In',
      selector: expression({ key: 'region', operator: 'Equals', values: ['eu'] }),
      problems: [
        '/matchExpressions/0/operator: "Equals" is not a label selector operator; expected In, NotIn, Exists or DoesNotExist. To require one value write operator: In with values: [eu], or matchLabels: {region: eu}.',
      ],
    },
    {
      name: 'operators are case-sensitive',
      selector: expression({ key: 'region', operator: 'exists' }),
      problems: [
        '/matchExpressions/0/operator: "exists" is not a label selector operator; expected In, NotIn, Exists or DoesNotExist. Did you mean "Exists"?',
      ],
    },
    {
      name: 'a comparison of numbers is explained',
      selector: expression({ key: 'wave', operator: 'Gt', values: ['1'] }),
      problems: [
        '/matchExpressions/0/operator: "Gt" is not a label selector operator; expected In, NotIn, Exists or DoesNotExist. Only node affinity compares numbers; a label selector names the values: operator In with a list.',
      ],
    },
    {
      name: 'an operator far from any other gets no guess',
      selector: expression({ key: 'wave', operator: 'nope' }),
      problems: [
        '/matchExpressions/0/operator: "nope" is not a label selector operator; expected In, NotIn, Exists or DoesNotExist.',
      ],
    },
    {
      name: 'an empty operator is refused',
      selector: expression({ key: 'wave', operator: '' }),
      problems: [
        '/matchExpressions/0/operator: "" is not a label selector operator; expected In, NotIn, Exists or DoesNotExist.',
      ],
    },
    {
      name: 'an operator that is no text is refused',
      selector: expression({ key: 'wave', operator: 5 }),
      problems: [
        '/matchExpressions/0/operator: The number 5 is not a label selector operator; expected In, NotIn, Exists or DoesNotExist.',
      ],
    },
    {
      name: 'an expression without key and operator has two problems',
      selector: expression({}),
      problems: [
        '/matchExpressions/0: The expression has no key, so it names no label.',
        '/matchExpressions/0: The expression on "" has no operator; expected In, NotIn, Exists or DoesNotExist.',
      ],
    },
    {
      name: 'a key that is no text is refused',
      selector: expression({ key: 7, operator: 'Exists' }),
      problems: [
        '/matchExpressions/0/key: A label key must be text, not the number 7. Write it in quotes.',
      ],
    },
    {
      name: 'a key that is no label name is refused',
      selector: expression({ key: '-a', operator: 'Exists' }),
      problems: [
        '/matchExpressions/0/key: "-a" is not a label key: at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after a DNS name and "/" if it has a prefix.',
      ],
    },
    {
      name: 'an expression that is text is refused',
      selector: expression('region in (eu)'),
      problems: [
        '/matchExpressions/0: An expression must be an object with key and operator, not text.',
      ],
    },
    {
      name: 'In needs a value',
      selector: expression({ key: 'region', operator: 'In', values: [] }),
      problems: [
        '/matchExpressions/0/values: Operator In on "region" needs at least one value. To ask only whether the label is there, write operator: Exists.',
      ],
    },
    {
      name: 'NotIn without the field needs a value too',
      selector: expression({ key: 'region', operator: 'NotIn' }),
      problems: [
        '/matchExpressions/0: Operator NotIn on "region" needs at least one value. To ask only whether the label is there, write operator: DoesNotExist.',
      ],
    },
    {
      name: 'Exists takes no values',
      selector: expression({ key: 'region', operator: 'Exists', values: ['eu'] }),
      problems: [
        '/matchExpressions/0/values: Operator Exists on "region" takes no values. Drop the values, or write operator: In.',
      ],
    },
    {
      name: 'DoesNotExist takes no values',
      selector: expression({ key: 'region', operator: 'DoesNotExist', values: ['eu'] }),
      problems: [
        '/matchExpressions/0/values: Operator DoesNotExist on "region" takes no values. Drop the values, or write operator: NotIn.',
      ],
    },
    {
      name: 'values written as one text are refused',
      selector: expression({ key: 'region', operator: 'In', values: 'eu' }),
      problems: [
        '/matchExpressions/0/values: "values" of the expression on "region" must be a list, not text. Write values: [eu].',
      ],
    },
    {
      name: 'an item of values that is no text is reported at its place',
      selector: expression({ key: 'wave', operator: 'In', values: ['1', 2] }),
      problems: [
        '/matchExpressions/0/values/1: The value of label "wave" must be text, not the number 2. Write it in quotes.',
      ],
    },
    {
      name: 'a misspelt field of an expression names the right one',
      selector: expression({ key: 'a', operator: 'In', value: ['x'], values: ['x'] }),
      problems: [
        '/matchExpressions/0/value: "value" is not a field of a label selector expression. Did you mean "values"?',
      ],
    },
  ];
  it.each(rows)('$name', ({ selector, problems }) => {
    const parsed = parseLabelSelector(selector);
    const found = parsed.ok ? [] : parsed.problems;
    expect(
      found.map(({ pointer, message, help }) =>
        [`${pointer}: ${message}`, help].filter((part) => part !== undefined).join(' '),
      ),
    ).toEqual(problems);
  });
});
