import { memoize, type Condition, type DeploymentTarget } from '../../../../model/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import {
  ancestorsOf,
  codeOf,
  isClass,
  isWithin,
  programOf,
  variableOf,
  type Node,
  type Program,
} from '../../../../syntax/programs/index.ts';

/** Conditions and Region of a construct's deployment, as far as its file shows them. */
export function deploymentConditionsAt(at: Node): Pick<AssetDraft, 'conditions' | 'deployedTo'> {
  const program = programOf(at);
  const conditions = [...branchesAround(at, program), ...ownCondition(at, program)];
  const deployedTo = stackRegion(at, program);
  return {
    ...(conditions.length > 0 && { conditions }),
    ...(deployedTo !== null && { deployedTo }),
  };
}

/**
 * Conditions of the branches around a construct: `if (props.production) { … }`, `production ? new Alarm(…) :
 * undefined`.
 */
function branchesAround(at: Node, program: Program): Condition[] {
  return ancestorsOf(at).flatMap((around): Condition[] => {
    if (!/^(?:if_statement|elif_clause|ternary_expression|conditional_expression)$/.test(around.type))
      return [];
    const [condition, otherwise] = [
      around.childForFieldName('condition'),
      around.childForFieldName('alternative'),
    ];
    if (condition === null || isWithin(at, condition)) return [];
    return [conditionOf(codeOf(condition), otherwise === null || !isWithin(at, otherwise), program)];
  });
}

/** Maximum length of a displayed condition; longer ones are cut. */
const maxConditionLength = 80;

function conditionOf(code: string, holds: boolean, { source }: Program): Condition {
  const bare = code
    .replace(/^\((.*)\)$/s, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const [, not = ''] = /^(?:!|not )([\w.$?[\]]+)$/.exec(bare) ?? [];
  const name = (not === '' ? bare : not).slice(0, maxConditionLength);
  return { key: `${source.file}#${name}`, name, holds: not === '' ? holds : !holds };
}

/** Conditions that code sets on constructs, by variable: `alarm.node.defaultChild.cfnOptions.condition = isProduction`. */
const conditionsSet = memoize(({ source: { text } }: Program): ReadonlyMap<string, string> => {
  const children = new Map(
    [...text.matchAll(/\b(\w+)\s*(?::[^=;\n]*)?=\s*\(?(\w+)\.node\.defaultChild\b/g)].map(([, child, of]) => [
      child,
      of,
    ]),
  );
  const set = text.matchAll(
    /\b(\w+)(?:\.node\.defaultChild[^;\n=]*?)?\.(?:cfnOptions|cfn_options)\.condition\s*=\s*([\w.]+)/g,
  );
  return new Map(
    [...set].map(([, variable = '', condition = '']) => [children.get(variable) ?? variable, condition]),
  );
});

function ownCondition(at: Node, program: Program): Condition[] {
  const set = conditionsSet(program);
  const variable = set.size === 0 ? null : variableOf(at);
  const name = variable === null ? undefined : set.get(variable);
  return name === undefined ? [] : [{ key: `${program.source.file}#${name}`, name, holds: true }];
}

/** Region of the stack that contains a construct; null if it is created in several. */
function stackRegion(at: Node, program: Program): DeploymentTarget | null {
  const stack = ancestorsOf(at).find(isClass)?.childForFieldName('name') ?? null;
  const region = stack === null ? undefined : regionsOf(program).get(codeOf(stack));
  return region === undefined || region === null ? null : { region, provider: null };
}

/** Regions by stack class; null for a stack that is deployed to several. */
const regionsOf = memoize(({ source: { text } }: Program): ReadonlyMap<string, string | null> => {
  const regions = new Map<string, string | null>();
  for (const [, name = '', given = ''] of text.matchAll(/\bnew (\w+)\(([^;]{0,400}?)\);/g)) {
    const region = /\bregion:\s*['"]([a-z0-9-]+)['"]/.exec(given)?.[1];
    if (region === undefined || !/\benv:/.test(given)) continue;
    regions.set(name, (regions.get(name) ?? region) === region ? region : null);
  }
  return regions;
});
