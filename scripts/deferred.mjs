/**
 * Modules that the command loads at the first call into them, not at the start: a plugin for the bundler. The sources import them
 * like any other, and tests and the library know nothing of it; so they may export functions only.
 */

const mark = '\0deferred:';

/**
 * Puts functions that load `modules` (paths by the name of their file in the bundle) or `builtins` (names by the functions that are
 * used of them) in place of what is imported. Every module has to be an entry of the bundle as well, which has to be CommonJS.
 */
export function deferred(modules, builtins) {
  const fileOf = new Map(Object.entries(modules).map(([name, path]) => [path, `./${name}.js`]));
  return {
    name: 'deferred',
    async resolveId(source, importer) {
      if (importer === undefined) return null;
      if (importer.startsWith(mark)) return { id: source, external: true };
      if (Object.hasOwn(builtins, source)) return mark + source;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found !== null && fileOf.has(found.id) ? mark + found.id : null;
    },
    async load(id) {
      if (!id.startsWith(mark)) return null;
      const name = id.slice(mark.length);
      if (Object.hasOwn(builtins, name)) return stub(name, builtins[name]);
      const { exports, code } = await this.load({ id: name });
      refuseValues(name, code);
      return stub(fileOf.get(name), exports);
    },
  };
}

function stub(file, names) {
  const functions = names.map(
    (name) => `export const ${name} = (...words) => loaded().${name}(...words);`,
  );
  return {
    code: `let kept;\nconst loaded = () => (kept ??= require('${file}'));\n${functions.join('\n')}`,
    moduleType: 'js',
  };
}

/** A value cannot be put off. */
function refuseValues(name, code) {
  const value = /^export (?:const|let|var|class|default|\{|\*).*/m.exec(code);
  if (value !== null)
    throw new Error(`${name} is deferred and exports more than functions: ${value[0]}`);
}
