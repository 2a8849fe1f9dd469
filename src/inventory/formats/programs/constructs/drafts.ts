import type { Node } from 'web-tree-sitter';
import type { AssetKind } from '../../../../model/index.ts';
import type { AssetDraft, Value } from '../../../resources/draft.ts';
import { newDraft } from '../../../resources/new-draft.ts';
import { unseenSettings } from '../../../resources/version-pin.ts';
import { placeOfNode, programOf } from '../tree/program.ts';

/** What a program declares at a node, of which nothing else is known than `more`. */
export function draftAt(kind: AssetKind, name: string, at: Node, more: Partial<AssetDraft> = {}): AssetDraft {
  const { source, tool } = programOf(at);
  return newDraft({ kind, source: tool, name, file: source.file, at: placeOfNode(at), ...more });
}

/** A version that is written for a cluster which is not seen. */
export function pinAt(name: string, at: Node, version: Value, engine: Value | null = null): AssetDraft {
  return draftAt('aurora-cluster', name, at, { version, engine, settings: unseenSettings(placeOfNode(at)) });
}
