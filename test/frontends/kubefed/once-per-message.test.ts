import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnostic.ts';
import { oncePerMessage } from '../../../src/frontends/kubefed/once-per-message.ts';
import { at, said } from '../../stages/resources.ts';

const unknown = (field: string, pointer: string) =>
  diagnose('kubefed/unknown-field', at(pointer), { title: 'web', field, nearest: [] });

describe('oncePerMessage', () => {
  it('keeps the first place of a slip, and makes the others related', () => {
    const result = oncePerMessage([
      unknown('a', '/0/a'),
      unknown('b', '/0/b'),
      unknown('a', '/1/a'),
    ]);
    expect(said(result)).toEqual([
      'error[kubefed/unknown-field] /0/a',
      'error[kubefed/unknown-field] /0/b',
    ]);
    expect(result[0]?.related.map(({ at: place }) => place.pointer)).toEqual(['/1/a']);
    expect(result[1]?.related).toEqual([]);
  });
});
