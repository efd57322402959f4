/** yaml/*: what a text cannot be, or what readers of it disagree about. */

import { entry } from '../entry.ts';
import { quote } from '../quote.ts';

export const yamlCodes = {
  'yaml/syntax': entry<{
    readonly problem: string;
    readonly hint?: string;
    /** Where the line should begin, from one. */
    readonly column?: number;
    /** How many other documents of the file could be read. */
    readonly othersRead?: number;
  }>({
    severity: 'error',
    message: ({ problem }) => `This is not valid YAML: ${problem}.`,
    mark: ({ column }) => (column === undefined ? undefined : `expected at column ${column}`),
    details: ({ othersRead = 0 }) =>
      othersRead === 0
        ? []
        : [
            `${othersRead === 1 ? 'The other document of this file was' : `The other ${othersRead} documents of this file were`} read; this one was not.`,
          ],
    help: ({ hint }) => hint,
    title: 'A text is not YAML',
    page: 'The text is not YAML (or JSON). Other documents of the file are still read, and nothing is written. Common causes: elided text (`...`), a shell command below the manifest, a `---` that is indented and so separates nothing, a tab as indentation.',
    remedy: 'Correct the line that the report shows; the cause often stands a line above it.',
  }),
  'yaml/duplicate-key': entry<{
    readonly key: string;
    /** How the second of the two is spelt, if otherwise. */
    readonly written?: string;
    /** The line of the first of the two, from one. */
    readonly firstLine?: number;
    readonly hint?: string;
  }>({
    severity: 'error',
    message: ({ key, written, firstLine }) =>
      `The key ${quote(key)}${written === undefined ? '' : ` (written ${written})`} stands twice in one mapping${firstLine === undefined ? '' : `, first on line ${firstLine}`}.`,
    help: ({ hint }) => hint ?? 'Remove one of the two, or indent the one that belongs elsewhere.',
    title: 'A key stands twice in one mapping',
    page: 'kubectl silently keeps the last of two equal keys, kustomize refuses them; so one file would deploy differently under two engines. Nearly always a `---` between two documents is missing, or indented. Keys that become equal as text (`1` and `"1"`) count as equal, too.',
    remedy:
      'Remove one of the two, or put the missing `---` between the documents, at the start of its line.',
  }),
  'yaml/encoding': entry<{ readonly problem: string }>({
    severity: 'error',
    message: ({ problem }) => `This text cannot be read: ${problem}.`,
    help: () => 'Save the file as UTF-8 without control characters.',
    title: 'A text is not UTF-8',
    page: 'Manifests are UTF-8 text, with or without byte order mark. Other encodings and control characters are refused, as kubectl refuses them.',
    remedy: 'Save the file as UTF-8 without control characters.',
  }),
  'yaml/alias-limit': entry<{
    /** The anchor whose alias stands inside it; absent if there are too many aliases. */
    readonly anchor?: string;
  }>({
    severity: 'error',
    message: ({ anchor }) =>
      anchor === undefined
        ? 'Aliases of this document expand to far more data than the document holds.'
        : `The alias *${anchor} stands inside its own anchor &${anchor}, so its value would never end.`,
    help: ({ anchor }) =>
      anchor === undefined
        ? 'Write the repeated parts out, or use fewer aliases of aliases.'
        : 'Write out what the alias was meant to repeat.',
    title: 'Aliases expand to far more than was written',
    page: 'A few aliases of aliases can stand for gigabytes. The limit is the one kubectl has: it grows with the document, and honest files do not meet it. An alias inside its own anchor is refused, too.',
    remedy: 'Write the repeated parts out, or use fewer aliases of aliases.',
  }),
  'yaml/depth-limit': entry<{ readonly limit: number }>({
    severity: 'error',
    message: ({ limit }) => `This document is nested more than ${limit} levels deep.`,
    help: () => 'No Kubernetes object is nested so deeply; look for a generator gone wrong.',
    title: 'A document is nested too deeply',
    page: 'Nesting is limited so that no input can exhaust the stack. No Kubernetes object comes near the limit, which the message names.',
    remedy: 'Look for a generator gone wrong.',
  }),
  'yaml/template-syntax': entry<{ readonly text: string }>({
    severity: 'error',
    message: ({ text }) => `${text} is the syntax of a template language, not a value.`,
    help: () => 'Render the template first, or quote the text if the braces are meant literally.',
    title: 'A template expression that nobody has rendered',
    page: 'An unquoted `{{ x }}` is, by accident, legal YAML: a mapping whose key is a mapping. What was meant is a Jinja or Helm expression that nobody has rendered. Inside quotes or a block text the braces are data.',
    remedy: 'Render the template first, or quote the text if the braces are meant literally.',
  }),
  'yaml/unsupported': entry<{ readonly what: string }>({
    severity: 'error',
    message: ({ what }) => `kubectl refuses this, or readers of YAML disagree about it: ${what}.`,
    help: () => 'Write it in another way; quotes around a text always help.',
    title: 'Readers of YAML disagree about a construct',
    page: 'YAML 1.1 (kubectl) and YAML 1.2 (most other readers) disagree about this construct, or kubectl refuses it. A value that depends on the reader is never compiled.',
    remedy: 'Write it in another way; quotes around a text always help.',
  }),
  'yaml/too-large': entry<{ readonly bytes: number; readonly limit: number }>({
    severity: 'error',
    message: ({ bytes, limit }) =>
      `This file has ${Math.ceil(bytes / 1_000_000)} MB; files over ${Math.round(limit / 1_000_000)} MB are not read.`,
    help: () => 'Split the file.',
    title: 'A file is too large to be read',
    page: 'Reading is limited in size so that time and memory are bounded. Nothing is compiled without the file, since what is skipped would be a deletion in production.',
    remedy: 'Split the file, or leave it out with `exclude:`.',
  }),
  'yaml/ambiguous-scalar': entry<{
    readonly text: string;
    readonly kubectl: string;
    readonly kustomize: string;
    /** Set if the scalar is a `<<` that overwrites this key. */
    readonly mergedKey?: string;
  }>({
    severity: 'warning',
    message: ({ text, kubectl, kustomize, mergedKey }) =>
      mergedKey === undefined
        ? `Plain ${text} is read differently: as ${kubectl} by kubectl (and here), as ${kustomize} by kustomize and Flux.`
        : `This << overwrites the key ${quote(mergedKey)} above it for kubectl (and here), and does not for kustomize and Flux.`,
    help: ({ text, mergedKey }) =>
      mergedKey === undefined
        ? `Quote it ('${text}') if the text is meant${/^\d/.test(text) ? '' : '; write true or false if a boolean is meant'}.`
        : 'Move the << above the keys of its mapping if they are meant to win, or remove the key.',
    title: 'A plain text that readers of YAML read differently',
    page: 'kubectl reads plain yes, no, on, off, y and n as booleans, and leaves plain dates alone; kustomize, and with it Flux, keeps the words as text and rewrites dates. A `<<` overwrites what stands above it for kubectl, and never overwrites a written key for kustomize. This compiler reads as kubectl does, and its output is written so that every reader agrees.',
    remedy:
      'Quote the text if the text is meant; write `true` or `false` if a boolean is meant. Move a `<<` above the keys that it may overwrite.',
  }),
};
