import assert from 'node:assert/strict';
import test from 'node:test';
import { TemplateCode } from '../../../test/support/code/template-code.ts';
import { sketch } from '../../../test/support/code/values.ts';
import type { Fact } from '../value/fact.ts';
import { mapUnlessNull, toFact } from '../value/facts.ts';
import { maxVariants } from '../limits.ts';
import { oneForEachPlace, deploymentVariants } from './decisions.ts';

const ROWS = Array.from({ length: maxVariants + 5 }, (_, i) => `    r${i}: { v: "${i}" }`).join('\n');
const CODE = new TemplateCode(`
Parameters: { Env: { Type: String }, Row: { Type: String } }
Conditions: { IsProd: !Equals [!Ref Env, prod] }
Mappings:
  Versions: { dev: { mysql: "8.0", old: "5.7" }, prod: { mysql: "8.4", old: "5.7" } }
  Many:
${ROWS}
Resources: { Cluster: { Type: AWS::RDS::DBCluster } }
`);

function variantsOf(code: string): [environment: string, result: unknown][] {
  const variants = deploymentVariants((assumed) => CODE.valueOf(code, assumed), CODE.stack);
  return variants.map(({ environment, value }) => [environment, sketch(value)]);
}

test('lists one variant per combination of decisions', () => {
  assert.deepEqual(variantsOf('"8.0"'), []);
  assert.deepEqual(variantsOf('!FindInMap [Versions, !Ref Env, mysql]'), [
    ['dev', '8.0'],
    ['prod', '8.4'],
  ]);
  assert.deepEqual(variantsOf('!If [IsProd, a, b]'), [
    ['IsProd', 'a'],
    ['!IsProd', 'b'],
  ]);
  assert.deepEqual(variantsOf('!If [IsProd, !FindInMap [Versions, !Ref Row, mysql], "5.7"]'), [
    ['IsProd.dev', '8.0'],
    ['IsProd.prod', '8.4'],
    ['!IsProd', '5.7'],
  ]);
  assert.deepEqual(variantsOf('!Ref Env'), []);
});

test('limits the number of variants', () => {
  assert.equal(variantsOf('!FindInMap [Many, !Ref Row, v]').length, maxVariants);
});

test('assigns a version with one place in several combinations to no environment', () => {
  const [one, open] = ['"8.0"', '!Ref Env'].map((code) => mapUnlessNull(CODE.valueOf(code), toFact));
  assert.ok(one && open);
  const decided: { environment: string | null; fact: Fact | null }[] = [
    { environment: 'dev', fact: one },
    { environment: 'prod', fact: one },
    { environment: 'open', fact: open },
    { environment: 'none', fact: null },
  ];
  const environments = oneForEachPlace(decided, ({ fact }) => fact).map(({ environment }) => environment);
  assert.deepEqual(environments, [null]);
});
