/**
 * schemas/*.schema.json in, src/kube/generated out: validators.ts, which says all that is wrong with a value, and acceptors.ts, a
 * tenth of it, which says whether anything is. With `--stdout NAME` one of them is printed instead.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const schemaFolder = new URL('../schemas/', import.meta.url);
const folder = new URL('../src/kube/generated/', import.meta.url);
const ending = '.schema.json';

/** Words for people; the validators do not need them, and embedding them would double the file. */
const words = ['title', 'description', 'examples', 'default', 'patternErrorMessage'];

function readSchemas() {
  const files = readdirSync(schemaFolder)
    .filter((file) => file.endsWith(ending))
    .sort();
  const schemas = files.map((file) => [
    file.slice(0, -ending.length),
    JSON.parse(readFileSync(new URL(file, schemaFolder), 'utf8')),
  ]);
  return new Map(
    schemas
      .filter(([, schema]) => !isPrinted(schema))
      .map(([name, schema]) => [name, withoutReferences(schema)]),
  );
}

/** What fedc prints has a version, and is validated in tests only. */
function isPrinted({ properties = {} }) {
  return Object.hasOwn(properties, 'formatVersion');
}

/** A copy without words; `isNames` marks a map whose keys are members of the data, not keywords. */
function withoutWords(value, isNames = false) {
  if (Array.isArray(value)) return value.map((item) => withoutWords(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => isNames || !words.includes(key));
  return Object.fromEntries(
    kept.map(([key, item]) => [key, withoutWords(item, !isNames && key === 'properties')]),
  );
}

/**
 * A copy with every reference replaced by what it refers to. A validator compiles a reference into a function of its
 * own, whose errors begin their schema paths anew, so that two places could not be told apart.
 */
function withoutReferences(schema, root = schema) {
  if (Array.isArray(schema)) return schema.map((item) => withoutReferences(item, root));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, definitions, ...rest } = schema;
  const target = $ref === undefined ? {} : root.definitions[$ref.replace('#/definitions/', '')];
  return Object.fromEntries(
    Object.entries({ ...target, ...rest }).map(([key, value]) => [
      key,
      withoutReferences(value, root),
    ]),
  );
}

/** What an error alone does not tell, by its schema path: the members allowed, own words, 64-bit integers. */
function factsOf(schema) {
  const facts = { members: {}, wide: [], words: {} };
  collectFacts(schema, '#', facts);
  return facts;
}

function collectFacts(schema, path, facts) {
  if (Array.isArray(schema)) {
    for (const [index, item] of schema.entries()) collectFacts(item, `${path}/${index}`, facts);
    return;
  }
  if (typeof schema !== 'object' || schema === null) return;
  if (schema.additionalProperties === false)
    facts.members[`${path}/additionalProperties`] = Object.keys(schema.properties ?? {});
  if (schema.format === 'int64') facts.wide.push(`${path}/type`);
  if (typeof schema.patternErrorMessage === 'string')
    facts.words[`${path}/pattern`] = schema.patternErrorMessage;
  for (const [key, value] of Object.entries(schema)) collectFacts(value, `${path}/${key}`, facts);
}

function exportName(name) {
  return name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
}

/** The code of a function for each schema, by ajv. */
function compile(schemas, { allErrors }) {
  const ajv = new Ajv({
    allErrors,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    formats: { int32: true, int64: true },
    code: { source: true, esm: true, lines: true },
  });
  const exported = {};
  for (const [name, schema] of schemas) {
    ajv.addSchema(withoutWords(schema));
    exported[exportName(name)] = schema.$id;
  }
  const code = standalone.default(ajv, exported);
  if (code.includes('require('))
    throw new Error(
      'A schema uses a keyword (minLength, uniqueItems, ...) that needs ajv at run time.',
    );
  return code.replace(/^"use strict";\n*/, '').trim();
}

const header = [
  '// @ts-nocheck',
  '// Generated from schemas/ by scripts/generate-validators.mjs (npm run generate). Do not edit.',
];

function validators(schemas) {
  const facts = Object.fromEntries(
    [...schemas].map(([name, schema]) => [exportName(name), factsOf(schema)]),
  );
  const code = compile(schemas, { allErrors: true });
  return [...header, `export const facts = ${JSON.stringify(facts, null, 2)};`, code, ''].join(
    '\n',
  );
}

/** Stops at the first error, and does not say which. */
function acceptors(schemas) {
  const code = compile(schemas, { allErrors: false })
    .replaceAll(/^validate\d+\.errors = .*;\n/gm, '')
    .replaceAll(/^const (schema\d+) = .*;\n/gm, (line, name, _, all) =>
      all.includes(`${name}.`) ? line : '',
    );
  return [...header, code, ''].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const schemas = readSchemas();
  const made = { validators: validators(schemas), acceptors: acceptors(schemas) };
  const [, , flag, name] = process.argv;
  if (flag === '--stdout') process.stdout.write(made[name]);
  else
    for (const [file, text] of Object.entries(made))
      writeFileSync(new URL(`${file}.ts`, folder), text);
}
