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
    {
      name: 'a comma at the end',
      fault: '',
      text: 'a=b,',
      message: /comma with nothing beside it/,
    },
    { name: 'a doubled comma', fault: '', text: 'a,,b', message: /comma with nothing beside it/ },
    {
      name: 'an open list',
      fault: 'a in (x',
      text: 'a in (x,y',
      message: /"a in \(x" is not a selector term/,
    },
    {
      name: 'a list without in',
      fault: 'a (x)',
      text: 'a (x)',
      message: /"a \(x\)" is not a selector term/,
    },
    {
      name: 'an unknown word',
      fault: 'a within (x)',
      text: 'a within (x)',
      message: /is not a selector term/,
    },
    { name: 'no key', fault: '=b', text: '=b', message: /"=b" is not a selector term/ },
    {
      name: 'a comparison of numbers',
      fault: 'wave>1',
      text: 'wave>1',
      message: /compares numbers/,
    },
    { name: 'an illegal key', fault: '-a=b', text: '-a=b', message: /"-a" is not a label key/ },
    {
      name: 'an illegal value',
      fault: 'a=-b',
      text: 'a=-b',
      message: /"-b" cannot be the value of label "a"/,
    },
    {
      name: 'an illegal value in a list',
      fault: 'a in (b,c d)',
      text: 'a in (b,c d)',
      message: /"c d" cannot be/,
    },
  ];
  it.each(wrong)('refuses $name, and says where it stands', ({ text, message, fault }) => {
    const parsed = parseSelectorText(text);
    expect(parsed).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    const { start, length } = parsed.ok ? { start: -1, length: -1 } : parsed;
    expect(text.slice(start, start + length)).toBe(fault);
  });

  it('counts blanks and the terms before the fault', () => {
    expect(parseSelectorText('a in (x,y) ,  b>1')).toMatchObject({ start: 14, length: 3 });
  });
});
