import { VERSION_ENUMERATION, VERSION_ENUMERATIONS } from '../../vocabulary/index.ts';
import { allOf, answeredOnce, codeOf, importOf, isName, type Program } from '../../syntax/programs/index.ts';

// Programs give the CDK's enumerations names of their own: `import { AuroraMysqlEngineVersion as V }`, `using V = …`.

const OURS = new RegExp(`(?:${VERSION_ENUMERATION}|DatabaseClusterEngine)$`);
const STATIC = new RegExp(String.raw`\bstatic\s+[\w.]*?(${VERSION_ENUMERATION})\s*\.`);
const USING_STATIC = new RegExp(String.raw`\bstatic\s+[\w.]*?(${VERSION_ENUMERATION})\s*;?$`);
const USING_AS = /^using\s+\w+\s*=\s*([\w.]+)/;
const VERSION = /^VER_\d/;

/** A dotted name as the CDK has it, whatever the program calls its first part. */
export function originalCode(code: string, program: Program): string {
  const [first = ''] = /^[A-Za-z_]\w*/.exec(code) ?? [];
  return first === '' || OURS.test(first) ? code : originalOf(first, program) + code.slice(first.length);
}

const originalOf = answeredOnce(
  (name: string) => name,
  (name, program) => imported(name, program) ?? declared(name, program) ?? name,
);

function imported(name: string, program: Program): string | null {
  const own = importOf(name, program);
  const original = own?.name ?? USING_AS.exec(own?.module ?? '')?.[1] ?? null;
  if (original !== null) return OURS.test(original) ? original : null;
  if (!VERSION.test(name)) return null;
  const type =
    STATIC.exec(own?.module ?? '')?.[1] ??
    VERSION_ENUMERATIONS.find((each) => isStatic(importOf(each, program)?.module));
  return type === undefined ? null : `${type}.${name}`;
}

/** All members of a type: `import static ….AuroraMysqlEngineVersion.*`, `using static ….AuroraMysqlEngineVersion`. */
function isStatic(module = ''): boolean {
  return STATIC.test(module) || USING_STATIC.test(module);
}

/** `const { AuroraMysqlEngineVersion: V } = rds`, `const V = rds.AuroraMysqlEngineVersion`. */
function declared(name: string, program: Program): string | null {
  for (const { meaning } of allOf(name, program)) {
    if (meaning.kind === 'part' && OURS.test(meaning.key)) return meaning.key;
    if (meaning.kind !== 'value' || !isName(meaning.value)) continue;
    const code = codeOf(meaning.value);
    if (OURS.test(code)) return code;
  }
  return null;
}
