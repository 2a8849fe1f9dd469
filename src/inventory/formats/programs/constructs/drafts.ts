import { memoize, type AssetKind } from '../../../../model/index.ts';
import { newDraft, type AssetDraft } from '../../../resources/draft.ts';
import type { Fact } from '../../../../values/index.ts';
import { HIDDEN_SETTINGS } from '../../../resources/passes/version-pin.ts';
import { deploymentConditionsAt } from './existence.ts';
import { placeOfNode, programOf, type Program, type Node } from '../../../../syntax/programs/index.ts';

export const toolOf = memoize(({ source }: Program): 'cdk' | 'pulumi' =>
  /pulumi|sst\.aws\./i.test(source.text) ? 'pulumi' : 'cdk',
);

/** Draft of a declaration at a node, with only the given facts. */
export function draftAt(kind: AssetKind, name: string, at: Node, more: Partial<AssetDraft> = {}): AssetDraft {
  const program = programOf(at);
  const { source } = program;
  const place = { name, file: source.file, at: placeOfNode(at), ...deploymentConditionsAt(at) };
  return newDraft({ kind, source: toolOf(program), ...place, ...more });
}

/** Pin for a cluster that is not visible. */
export function pinAt(name: string, at: Node, version: Fact, engine: Fact | null = null): AssetDraft {
  return draftAt('database', name, at, { version, engine, settings: HIDDEN_SETTINGS });
}
