/** Go's text/template with missingkey=error, as far as the ApplicationSet uses it: fields, index, eq, with, if, else and end. */

interface Block {
  readonly keyword: 'root' | 'with' | 'if';
  readonly condition: string;
  readonly body: Node[];
  readonly otherwise: Node[];
}

type Node = { readonly text: string } | { readonly action: string } | Block;

/** The text of a template; throws where Go would. */
export function renderTemplate(template: string, data: unknown): string {
  return renderNodes(parseTemplate(template).body, data);
}

function parseTemplate(template: string): Block {
  const root: Block = { keyword: 'root', condition: '', body: [], otherwise: [] };
  const open: { readonly block: Block; into: Node[] }[] = [{ block: root, into: root.body }];
  for (const [index, part] of template.split(/\{\{(.*?)\}\}/).entries()) {
    const current = open.at(-1)!;
    const [keyword = '', ...rest] = part.trim().split(' ');
    if (index % 2 === 0) current.into.push({ text: part });
    else if (keyword === 'with' || keyword === 'if') {
      const block: Block = { keyword, condition: rest.join(' '), body: [], otherwise: [] };
      current.into.push(block);
      open.push({ block, into: block.body });
    } else if (keyword === 'else') current.into = current.block.otherwise;
    else if (keyword === 'end') open.pop();
    else current.into.push({ action: part.trim() });
  }
  if (open.length !== 1) throw new Error(`unexpected EOF in ${template}`);
  return root;
}

function renderNodes(nodes: readonly Node[], dot: unknown): string {
  return nodes.map((node) => renderNode(node, dot)).join('');
}

function renderNode(node: Node, dot: unknown): string {
  if ('text' in node) return node.text;
  if ('action' in node) return String(evaluate(node.action, dot) ?? '<no value>');
  const value = evaluate(node.condition, dot);
  const isTrue = value !== undefined && value !== '' && value !== false;
  if (!isTrue) return renderNodes(node.otherwise, dot);
  return renderNodes(node.body, node.keyword === 'with' ? value : dot);
}

function evaluate(pipeline: string, dot: unknown): unknown {
  const [first = '', ...terms] = pipeline.match(/"[^"]*"|\S+/g) ?? [];
  const values = terms.map((term) => operand(term, dot));
  if (first === 'eq') return values[0] === values[1];
  if (first === 'index') return member(values[0], String(values[1]));
  return operand(first, dot);
}

/** `.a.b` fails where a member is missing; `index` does not. */
function operand(term: string, dot: unknown): unknown {
  if (term.startsWith('"')) return term.slice(1, -1);
  if (!term.startsWith('.')) throw new Error(`function "${term}" not defined`);
  return term
    .split('.')
    .filter((name) => name !== '')
    .reduce((value, name) => {
      const found = member(value, name);
      if (found === undefined) throw new Error(`map has no entry for key "${name}"`);
      return found;
    }, dot);
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) throw new Error(`index of ${String(value)}`);
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
