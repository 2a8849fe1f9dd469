import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Source files in which names are used as a text, as a key or after a dot, by name. */
export function filesNaming(names: ReadonlySet<string>): Map<string, Set<string>> {
  const found = new Map([...names].map((name) => [name, new Set<string>()]));
  for (const file of sources()) {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(ROOT, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    const visit = (node: ts.Node): void => {
      const text = ts.isStringLiteralLike(node) || (ts.isIdentifier(node) && isName(node)) ? node.text : null;
      if (text !== null) found.get(text)?.add(file);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** True for a key of an object or a field after a dot, but not for variables, parameters and functions. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent))
    return parent.name === node && !ts.isCallExpression(parent.parent);
  return (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) && parent.name === node;
}

function sources(): string[] {
  return readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `src/${name.replaceAll(path.sep, '/')}`)
    .sort();
}
