import { describe, expect, test } from 'vitest';
import { mappingKey } from '../../src/yaml/mapping-key.ts';
import { resolvePlain, resolveScalar } from '../../src/yaml/resolve-scalar.ts';

describe('a plain scalar', () => {
  test.each([
    ['yes', 'boolean', true],
    ['Off', 'boolean', false],
    ['y', 'boolean', true],
    ['oN', 'string', 'oN'],
    ['t', 'string', 't'],
    ['', 'null', null],
    ['~', 'null', null],
    ['nULL', 'string', 'nULL'],
    ['<<', 'merge', '<<'],
    ['=', 'string', '='],
    ['0644', 'integer', 420],
    ['0_644', 'integer', 420],
    ['0o14', 'integer', 12],
    ['-0O14', 'integer', -12],
    ['0X1f', 'integer', 31],
    ['0B11', 'integer', 3],
    ['0b-101', 'integer', -5],
    ['-0b+1', 'string', '-0b+1'],
    ['0x', 'string', '0x'],
    ['0o8', 'string', '0o8'],
    ['0x1p4', 'string', '0x1p4'],
    ['1__000', 'integer', 1000],
    ['0_', 'integer', 0],
    ['_1', 'string', '_1'],
    ['+1', 'integer', 1],
    ['-0', 'integer', 0],
    ['9007199254740991', 'integer', 9007199254740991],
    ['9007199254740993', 'integer', 9007199254740993n],
    ['-9223372036854775808', 'integer', -9223372036854775808n],
    ['9223372036854775808', 'unsigned', 2 ** 63],
    ['0xFFFFFFFFFFFFFFFF', 'unsigned', 2 ** 64],
    ['+9223372036854775808', 'float', 2 ** 63],
    ['18446744073709551616', 'float', 2 ** 64],
    ['0x10000000000000000', 'string', '0x10000000000000000'],
    [`0x${'0'.repeat(70)}1`, 'integer', 1],
    ['02000000000000000000000', 'float', 2e21],
    ['0899', 'float', 899],
    ['0644.0', 'float', 644],
    ['5.', 'float', 5],
    ['.5', 'float', 0.5],
    ['.1_0', 'float', 0.1],
    ['.5_', 'string', '.5_'],
    ['._5', 'string', '._5'],
    ['.1__0', 'string', '.1__0'],
    ['+.5', 'float', 0.5],
    ['1_0e1_0', 'float', 1e11],
    ['1e400', 'string', '1e400'],
    ['1234e567', 'string', '1234e567'],
    ['1e-400', 'float', 0],
    ['e3', 'string', 'e3'],
    ['.', 'string', '.'],
    ['-.', 'string', '-.'],
    ['.inf', 'float', Number.POSITIVE_INFINITY],
    ['-.INF', 'float', Number.NEGATIVE_INFINITY],
    ['.Nan', 'string', '.Nan'],
    ['12:30', 'string', '12:30'],
    ['1.2.3', 'string', '1.2.3'],
    ['2001-01-01', 'timestamp', '2001-01-01'],
    ['2001-1-1T1:2:3.5Z', 'timestamp', '2001-1-1T1:2:3.5Z'],
    ['2001-01-01 10:20:30', 'timestamp', '2001-01-01 10:20:30'],
    ['2024-02-29', 'timestamp', '2024-02-29'],
    ['2026-02-29', 'string', '2026-02-29'],
    ['2001-01-01 10:20:30 Z', 'string', '2001-01-01 10:20:30 Z'],
  ] as const)('%s is a %s', (text, kind, value) => {
    expect(resolvePlain(text)).toEqual({ kind, value });
  });
});

describe('a tag', () => {
  const tagged = (tag: string, text: string) =>
    resolveScalar({ text, isPlain: false, tag: `tag:yaml.org,2002:${tag}` });

  test.each([
    ['str', '12', 'string', '12'],
    ['int', '0x1F', 'integer', 31],
    ['int', '18446744073709551615', 'unsigned', 2 ** 64],
    ['float', '0644', 'float', 420],
    ['bool', 'yes', 'boolean', true],
    ['null', '', 'null', null],
    ['timestamp', '2001-01-01', 'timestamp', '2001-01-01'],
    ['binary', 'aGVs\nbG8=', 'string', 'hello'],
    ['unknown', '1', 'string', '1'],
  ])('!!%s %j is a %s', (tag, text, kind, value) => {
    expect(tagged(tag, text)).toEqual({ kind, value });
  });

  test.each([
    ['int', '1.5'],
    ['int', 'x'],
    ['bool', '1'],
    ['null', 'x'],
    ['float', '18446744073709551615'],
    ['timestamp', '2001-13-01'],
    ['binary', 'a'],
    ['binary', 'A==='],
    ['binary', '/w=='],
  ])('!!%s %j is refused', (tag, text) => {
    expect(tagged(tag, text).kind).toBe('refused');
  });

  test.each(['!', '!local'])('%s makes text of everything', (tag) => {
    expect(resolveScalar({ text: '12', isPlain: true, tag })).toEqual({
      kind: 'string',
      value: '12',
    });
  });
});

describe('as a key', () => {
  test.each([
    ['0644', '420'],
    ['on', 'true'],
    ['1.0', '1'],
    ['1e3', '1000'],
    ['999999.0', '999999'],
    ['1e6', '1e+06'],
    ['16777217.0', '1.6777216e+07'],
    ['0.1', '0.1'],
    ['0.0001', '0.0001'],
    ['0.00001', '1e-05'],
    ['-1.5', '-1.5'],
    ['-0.0', '-0'],
    ['3.4028235e38', '3.4028235e+38'],
    ['1e39', '.inf'],
    ['-.inf', '-.inf'],
    ['.nan', '.nan'],
    ['9223372036854775807', '9223372036854775807'],
    ['2001-01-01', '2001-01-01'],
  ])('%s becomes "%s"', (text, key) => {
    expect(mappingKey(resolvePlain(text))).toEqual({ kind: 'text', text: key });
  });

  test.each(['~', '18446744073709551615'])('%s is refused', (text) => {
    expect(mappingKey(resolvePlain(text)).kind).toBe('refused');
  });
});
