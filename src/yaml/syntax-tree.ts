/** From one piece of a stream to its syntax tree: the only use of the YAML library, and as a parser alone. */
import {
  Composer,
  type CST,
  type Document,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml';
import { explainSyntax } from './explain-syntax.ts';
import { LexemeInspector } from './lexeme-inspector.ts';
import { firstOf, type Problem, problem } from './problem.ts';

export type SyntaxTree =
  /** Null if the piece holds nothing but comments. */
  { readonly root: ParsedNode | null } | { readonly problem: Problem };

/** Every scalar stays text, and what depends on a schema is left to the reader of the tree. */
const composerOptions = {
  version: '1.1',
  schema: 'failsafe',
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  keepSourceTokens: true,
  strict: true,
  logLevel: 'silent',
  prettyErrors: false,
} as const;

/** Parses a piece whose line breaks are LF. At most one document stands in it. Linear, whatever the text. */
export function parseTree(text: string, limits: { readonly depth: number }): SyntaxTree {
  const inspector = new LexemeInspector(text);
  const tokens = tokenize(text, { inspector, depth: limits.depth });
  if (inspector.template !== undefined) return { problem: inspector.template };
  if (!Array.isArray(tokens)) return { problem: tokens };
  const { documents, errors } = compose(tokens);
  const syntax = errors.toSorted((one, other) => one.pos[0] - other.pos[0])[0];
  const first = firstOf(
    inspector.problem,
    syntax && explainSyntax(text, syntax),
    documents[1] && textAfterEnd(documents[1]),
  );
  return first === undefined ? { root: documents[0]?.contents ?? null } : { problem: first };
}

function compose(tokens: readonly CST.Token[]) {
  const composer = new Composer(composerOptions);
  const { stackTraceLimit } = Error;
  // The composer makes an error of every mistake: the stacks of millions would cost more than the reading.
  Error.stackTraceLimit = 0;
  try {
    const documents = [...composer.compose(tokens)] as Document.Parsed[];
    return {
      documents,
      errors: [...composer.streamInfo().errors, ...documents.flatMap(problemsOf)],
    };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The concrete syntax; nesting is limited here already, since the parser closes collections recursively. */
function tokenize(
  text: string,
  { inspector, depth }: { inspector: LexemeInspector; depth: number },
): CST.Token[] | Problem {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  // A document and a scalar may stand on the stack beside the collections.
  const mostOnStack = depth + 2;
  for (const lexeme of new Lexer().lex(text)) {
    inspector.inspect(lexeme, parser.offset);
    if (inspector.template !== undefined) return tokens;
    tokens.push(...parser.next(lexeme));
    if (parser.stack.length > mostOnStack) {
      return problem(
        'yaml/depth-limit',
        { start: parser.offset - 1, end: parser.offset },
        { limit: depth },
      );
    }
  }
  inspector.finish();
  tokens.push(...parser.end());
  return tokens;
}

/** Only an unknown tag is no reason to refuse: kubectl takes it. */
function problemsOf(document: Document.Parsed): YAMLError[] {
  return [
    ...document.errors,
    ...document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED'),
  ];
}

function textAfterEnd(document: Document.Parsed): Problem {
  const [start, end] = document.contents?.range ?? document.range;
  return problem(
    'yaml/syntax',
    { start, end },
    {
      problem: 'the line `...` above ends the document, and kubectl does not read what follows',
      hint: 'Replace `...` by what was left out, or write `---` if a second document begins.',
    },
  );
}
