import type { ProductId } from '../../model/index.ts';
import type { TreeNode } from '../tree/node.ts';
import type {
  AssetReference,
  FixArgument,
  NewsArgument,
  Resource,
  SuppressionArgument,
} from './argument-schemas.ts';
import type { CommandName, NewsCommand } from './names.ts';

type VersionArguments = [version: string, product?: ProductId, place?: AssetReference | null];

/** Arguments that this extension's links, rows and quick fixes pass to commands. All other commands have none. */
interface CommandArguments extends Record<NewsCommand, [about: NewsArgument]> {
  showBugs: VersionArguments;
  showUpgrade: VersionArguments;
  changeBrief: VersionArguments;
  openChecklist: [resource: Resource];
  fixResource: [resource: Resource];
  applyFix: [fix: FixArgument];
  suppress: [finding: SuppressionArgument];
  'tree.open': [row: TreeNode];
}

export type ArgumentsOf<N extends CommandName> = N extends keyof CommandArguments ? CommandArguments[N] : [];
