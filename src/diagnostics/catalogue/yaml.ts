/** yaml/*: what a text cannot be, or what readers of it disagree about. */
import { entry } from '../entry.ts';

export const yamlCodes = {
  'yaml/syntax': entry<{ readonly problem: string; readonly hint?: string }>({
    severity: 'error',
    message: ({ problem }) => `This is not valid YAML: ${problem}`,
    help: ({ hint }) => hint,
    page: 'The text is not YAML (or JSON). Other documents of the file are still read, and nothing is written. Common causes: elided text (`...`), a shell command below the manifest, a `---` that is indented and so separates nothing, a tab as indentation.',
  }),
  'yaml/duplicate-key': entry<{ readonly key: string }>({
    severity: 'error',
    message: ({ key }) => `The key ${JSON.stringify(key)} stands twice in one mapping.`,
    help: () =>
      'Remove one of the two, or write `---` on a line of its own if a second document was meant.',
    page: 'kubectl silently keeps the last of two equal keys, kustomize refuses them; so one file would deploy differently under two engines. Nearly always a `---` between two documents is missing.',
  }),
  'yaml/encoding': entry<{ readonly problem: string }>({
    severity: 'error',
    message: ({ problem }) => `This text cannot be read: ${problem}`,
    help: () => 'Save the file as UTF-8 without control characters.',
    page: 'Manifests are UTF-8 text, with or without byte order mark. Other encodings and control characters are refused, as kubectl refuses them.',
  }),
  'yaml/alias-limit': entry<{ readonly anchor?: string }>({
    severity: 'error',
    message: () => 'Aliases of this document expand to far more data than the document holds.',
    help: () => 'Write the repeated parts out, or use fewer aliases of aliases.',
    page: 'A few aliases of aliases can stand for gigabytes. The limit is the one kubectl has: it grows with the document, and honest files do not meet it.',
  }),
  'yaml/depth-limit': entry<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => `This document is nested more than ${limit} levels deep.`,
    help: () => 'No Kubernetes object is nested so deeply; look for a generator gone wrong.',
    page: 'Nesting is limited so that no input can exhaust the stack.',
  }),
  'yaml/template-syntax': entry<{ readonly text: string }>({
    severity: 'error',
    message: ({ text }) => `${text} is the syntax of a template language, not a value.`,
    help: () => 'Render the template first, or quote the text if the braces are meant literally.',
    page: 'An unquoted `{{ x }}` is, by accident, legal YAML: a mapping whose key is a mapping. What was meant is a Jinja or Helm expression that nobody has rendered. Inside quotes or a block text the braces are data.',
  }),
  'yaml/unsupported': entry<{ readonly what: string }>({
    severity: 'error',
    message: ({ what }) => `kubectl refuses this, or reads something else: ${what}`,
    help: () => 'Write it in another way.',
    page: 'YAML 1.1 (kubectl) and YAML 1.2 (most other readers) disagree about this construct, or kubectl refuses it. A value that depends on the reader is never compiled.',
  }),
  'yaml/too-large': entry<{ readonly bytes: number; readonly limit: number }>({
    severity: 'error',
    message: ({ bytes, limit }) =>
      `This file has ${Math.ceil(bytes / 1_000_000)} MB; files over ${Math.round(limit / 1_000_000)} MB are not read.`,
    help: () => 'Split the file.',
    page: 'Reading is limited in size so that time and memory are bounded.',
  }),
  'yaml/ambiguous-scalar': entry<{
    readonly text: string;
    readonly kubectl: string;
    readonly kustomize: string;
  }>({
    severity: 'warning',
    message: ({ text, kubectl, kustomize }) =>
      `Plain ${text} is read differently: ${kubectl} by kubectl (and here), ${kustomize} by kustomize and Flux.`,
    help: ({ text }) =>
      `Quote it ('${text}') if the text is meant; write true or false if a boolean is meant.`,
    page: 'kubectl reads plain yes, no, on, off, y and n as booleans, and leaves plain dates alone; kustomize, and with it Flux, keeps the words as text and rewrites dates. This compiler reads as kubectl does, and its output is quoted so that every reader agrees.',
  }),
};
