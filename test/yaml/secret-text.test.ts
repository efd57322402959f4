import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/yaml/parse.ts';

const messages = (text: string) =>
  parseYaml(text).diagnostics.map(({ code, message, args }) => ({ code, message, args }));

/** Mistakes beside the text `s3cret`, each with what is said of it where it may be told. */
const mistakes: readonly (readonly [string, string])[] = [
  ['a: b\ns3cret text', 'neither `key: value` nor a list item'],
  ['a: "s" s3cret text', 'where the value has ended'],
  ['a: *s3cret', 'refers to an anchor'],
  ['a: !!int s3cret', 'is not what its tag'],
  ['a: {{ "s3cret" | b64enc }}', '{{ *** }} is the syntax'],
  ['a: `s3cret', 'backtick'],
  ['a: b\nkubectl create --from-literal=s3cret', 'shell command'],
];

describe('what is told of a document that cannot be read', () => {
  it.each(mistakes)('leaves out the text of a Secret: %j', (mistake, words) => {
    const document = `kind: FederatedSecret\n${mistake}\n`;
    const [found, ...others] = messages(`kind: ConfigMap\n---\n${document}---\nkind: Other\n`);
    expect(others).toEqual([]);
    expect(found?.message).toContain(words);
    expect(JSON.stringify(found)).not.toContain('s3cret');
  });

  it.each([
    ['neither', 'a: b\ns3cret text'],
    ['ended', 'a: "s" s3cret text'],
  ])('quotes any other document, beside a Secret too: %s', (words, mistake) => {
    const text = `kind: Secret\n---\nkind: ConfigMap\n${mistake}\n---\nkind: Secret\n`;
    expect(messages(text)[0]?.message).toMatch(new RegExp(`s3cret text.*${words}`));
  });
});
