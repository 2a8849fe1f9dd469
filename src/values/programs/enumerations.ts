import { VERSION_ENUMERATION } from '../../vocabulary/index.ts';
import { codeOf, declarationOf, importOf, type Node, programOf } from '../../syntax/programs/index.ts';

const CDK_ENUMERATION = new RegExp(`(?:${VERSION_ENUMERATION}|DatabaseClusterEngine)$`);
/** `import static ….AuroraMysqlEngineVersion.VER_3_04_0` of Java, `using static ….AuroraMysqlEngineVersion` of C#. */
const STATIC_IMPORT = new RegExp(String.raw`(?:import|using)\s+static\s+[\w.]*?(${VERSION_ENUMERATION})\b`);
/** `using V = ….AuroraMysqlEngineVersion` of C#. */
const USING_AS = /^using\s+\w+\s*=\s*([\w.]+)/;

/** Code of a dotted name. An alias in its first part is replaced by the CDK's own name. */
export function codeWithOriginalName(code: string, node: Node): string {
  const [first = ''] = /^[A-Za-z_]\w*/.exec(code) ?? [];
  if (first === '' || CDK_ENUMERATION.test(first)) return code;
  const { text } = programOf(node).source;
  const type = /^VER_\d/.test(first) ? STATIC_IMPORT.exec(text)?.[1] : undefined;
  if (type !== undefined) return `${type}.${code}`;
  const declared = declarationOf(firstNameIn(node));
  if (declared?.value) {
    const original = declared.field ?? codeOf(declared.value);
    return CDK_ENUMERATION.test(original) ? original + code.slice(first.length) : code;
  }
  const imported = importOf(first, programOf(node));
  const original = imported?.name ?? USING_AS.exec(imported?.module ?? '')?.[1] ?? '';
  return CDK_ENUMERATION.test(original) ? original + code.slice(first.length) : code;
}

function firstNameIn(node: Node): Node {
  let first = node;
  while (first.firstNamedChild !== null) first = first.firstNamedChild;
  return first;
}
