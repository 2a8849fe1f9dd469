import type { WrittenConstruct } from '../../inventory/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { lineEnding, type Change } from '../edit.ts';
import { inQuotes } from './group-edit.ts';

/** Name from the CDK in a program, and the import that it needs. */
export interface CdkName {
  code: string;
  changes: Change[];
}

/** CDK modules that fixes use, by CloudFormation service; `core` is the library itself. */
const CDK_MODULES = {
  AutoScaling: 'autoscaling',
  CloudWatch: 'cloudwatch',
  Events: 'events',
  IAM: 'iam',
  Logs: 'logs',
  RDS: 'rds',
  S3: 's3',
  SNS: 'sns',
  SSM: 'ssm',
} as const;
export type CdkModule = 'core' | (typeof CDK_MODULES)[keyof typeof CDK_MODULES];

/** CDK module of a CloudFormation service. */
export function cdkModuleOf(service: string): CdkModule | null {
  return service in CDK_MODULES ? CDK_MODULES[service as keyof typeof CDK_MODULES] : null;
}

/** Finds the imported name, or the module that contains it; null without an import of either. */
type NameFinder = (code: string, module: CdkModule, name: string) => string | null;

/** TypeScript: `import * as logs from 'aws-cdk-lib/aws-logs'` and other forms. */
const findInTypeScript: NameFinder = (code, module, name) => {
  const from = /from\s+['"]([^'"]+)['"]/.exec(code)?.[1] ?? '';
  const [isCore, isModule] = [/^(?:aws-cdk-lib|@aws-cdk\/core)$/.test(from), from.endsWith(`/aws-${module}`)];
  const whole = /\*\s+as\s+(\w+)/.exec(code)?.[1];
  if (whole !== undefined) {
    if (isModule || (isCore && module === 'core')) return `${whole}.${name}`;
    return isCore && from === 'aws-cdk-lib' ? `${whole}.aws_${module}.${name}` : null;
  }
  if (isModule || (isCore && module === 'core')) return localNameIn(code, name);
  const service = isCore ? localNameIn(code, `aws_${module}`) : null;
  return service === null ? null : `${service}.${name}`;
};

/** Python: `from aws_cdk import aws_logs as logs` and other forms. */
const findInPython: NameFinder = (code, module, name) => {
  const [, plain, alias] = /^import\s+([\w.]+)(?:\s+as\s+(\w+))?/.exec(code) ?? [];
  if (plain === 'aws_cdk') {
    const whole = alias ?? plain;
    return module === 'core' ? `${whole}.${name}` : `${whole}.aws_${module}.${name}`;
  }
  if (plain === `aws_cdk.aws_${module}`) return `${alias ?? plain}.${name}`;
  const from = /^from\s+([\w.]+)\s+import/.exec(code)?.[1];
  if (from === `aws_cdk.aws_${module}` || (from === 'aws_cdk.core' && module === 'core'))
    return localNameIn(code, name);
  if (from !== 'aws_cdk') return null;
  if (module !== 'core') return memberOf(localNameIn(code, `aws_${module}`), name);
  return localNameIn(code, name) ?? memberOf(localNameIn(code, 'core'), name);
};

function memberOf(owner: string | null, name: string): string | null {
  return owner === null ? null : `${owner}.${name}`;
}

/** Local name of an import, from the braces or the part after `import`: `name`, or `other` of `name as other`. */
function localNameIn(code: string, name: string): string | null {
  const [, names = ''] = /\bimport\s+(?:type\s+)?(?:\w+\s*,\s*(?=\{))?[{(]?([^{}()]*)/.exec(code) ?? [];
  const found = new RegExp(`(?<![\\w$])${name}(?:\\s+as\\s+(\\w+))?(?![\\w$])`).exec(names);
  return found === null ? null : (found[1] ?? name);
}

/**
 * Name from a CDK module, through an existing import of the program, else through a new one after its last. Null if the
 * program has no imports.
 */
export function cdkName(
  source: SourceFile,
  { imports, language }: WrittenConstruct,
  module: CdkModule,
  name: string,
): CdkName | null {
  const find = language === 'python' ? findInPython : findInTypeScript;
  const found = imports.flatMap(({ code }) => find(code, module, name) ?? []);
  // `cdk.aws_logs` would be correct, but unusual in a program that imports each service.
  const isByService = imports.some(({ code }) => /\/aws-\w/.test(code));
  const shortest = found.toSorted((a, b) => a.length - b.length);
  const own = shortest.find((code) => !(isByService && code.includes('.aws_')));
  if (own !== undefined) return { code: own, changes: [] };
  const last = imports.at(-1);
  const isFirst = imports.some(
    ({ code }) => /@aws-cdk\//.test(code) || /aws_cdk\.core|import\s+core\b/.test(code),
  );
  const short = module === 'core' ? 'cdk' : module;
  if (last === undefined || new RegExp(`(?<![\\w.$:/'"-])${short}\\s*(?:=|:)`).test(source.text)) return null;
  const line =
    language === 'python'
      ? pythonImport(module, name)
      : `import * as ${short} from ${inQuotes([packageOf(module, isFirst)], source)}${last.code.endsWith(';') ? ';' : ''}`;
  const code = language === 'python' && module === 'core' ? name : `${short}.${name}`;
  return { code, changes: [{ start: last.end, end: last.end, text: lineEnding(source.text) + line }] };
}

function pythonImport(module: CdkModule, name: string): string {
  return module === 'core' ? `from aws_cdk import ${name}` : `from aws_cdk import aws_${module} as ${module}`;
}

function packageOf(module: CdkModule, isFirst: boolean): string {
  if (module === 'core') return isFirst ? '@aws-cdk/core' : 'aws-cdk-lib';
  return isFirst ? `@aws-cdk/aws-${module}` : `aws-cdk-lib/aws-${module}`;
}
