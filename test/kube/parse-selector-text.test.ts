import { describe, expect, it } from 'vitest';
import { parseSelectorText } from '../../src/kube/parse-selector-text.ts';

describe('parseSelectorText', () => {
  const rows: { name: string; text: string; terms: [string, string, string[]][] }[] = [
    { name: 'an empty text asks for nothing', text: ' ', terms: [] },
    { name: 'one sign of equality', text: 'a=b', terms: [['a', 'In', ['b']]] },
    { name: 'two signs of equality', text: 'a == b', terms: [['a', 'In', ['b']]] },
    { name: 'inequality', text: 'a!=b', terms: [['a', 'NotIn', ['b']]] },
    { name: 'an empty value', text: 'a=', terms: [['a', 'In', ['']]] },
    { name: 'a key with a prefix', text: 'x.io/a=b', terms: [['x.io/a', 'In', ['b']]] },
    { name: 'a list of values', text: 'e in (x, y)', terms: [['e', 'In', ['x', 'y']]] },
    { name: 'a list without blanks', text: 'e in(x,y)', terms: [['e', 'In', ['x', 'y']]] },
    { name: 'an empty list is the empty value', text: 'e in ()', terms: [['e', 'In', ['']]] },
    { name: 'an excluding list', text: 'f notin (z)', terms: [['f', 'NotIn', ['z']]] },
    { name: 'presence', text: 'g', terms: [['g', 'Exists', []]] },
    { name: 'absence', text: '! h', terms: [['h', 'DoesNotExist', []]] },
    { name: 'a key named like an operator', text: 'in in (in)', terms: [['in', 'In', ['in']]] },
    {
      name: 'all forms together',
      text: 'a=b,c!=d, e in (x,y),f notin (z),g,!h',
      terms: [
        ['a', 'In', ['b']],
        ['c', 'NotIn', ['d']],
        ['e', 'In', ['x', 'y']],
        ['f', 'NotIn', ['z']],
        ['g', 'Exists', []],
        ['h', 'DoesNotExist', []],
      ],
    },
  ];
  it.each(rows)('reads $name', ({ text, terms }) => {
    expect(parseSelectorText(text)).toEqual({
      ok: true,
      requirements: terms.map(([key, operator, values]) => ({
        key,
        operator,
        values,
        pointer: '',
      })),
    });
  });

  const wrong = [
    { name: 'a comma at the end', text: 'a=b,', message: /comma with nothing beside it/ },
    { name: 'a doubled comma', text: 'a,,b', message: /comma with nothing beside it/ },
    { name: 'an open list', text: 'a in (x,y', message: /"a in \(x" is not a selector term/ },
    { name: 'a list without in', text: 'a (x)', message: /"a \(x\)" is not a selector term/ },
    { name: 'an unknown word', text: 'a within (x)', message: /is not a selector term/ },
    { name: 'no key', text: '=b', message: /"=b" is not a selector term/ },
    { name: 'a comparison of numbers', text: 'wave>1', message: /compares numbers/ },
    { name: 'an illegal key', text: '-a=b', message: /"-a" is not a label key/ },
    { name: 'an illegal value', text: 'a=-b', message: /"-b" cannot be the value of label "a"/ },
    { name: 'an illegal value in a list', text: 'a in (b,c d)', message: /"c d" cannot be/ },
  ];
  it.each(wrong)('refuses $name', ({ text, message }) => {
    expect(parseSelectorText(text)).toEqual({ ok: false, message: expect.stringMatching(message) });
  });
});
