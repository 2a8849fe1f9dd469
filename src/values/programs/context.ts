import path from 'node:path';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  propertyValue,
  keyOf,
  type Node,
  programOf,
  propertiesOf,
  stringIn,
  unwrap,
  exportedObject,
} from '../../syntax/programs/index.ts';
import { foldersAbove } from '../../model/index.ts';

const CONTEXT_LOOKUP = /(?:^|[._])[tT]ry_?[gG]et_?[cC]ontext$/;

/** Value in the nearest `cdk.json` for a call like `this.node.tryGetContext('db')`; null for any other call. */
export function contextValue(call: Node): Node | null {
  const callee = CALLS.has(call.type) ? calleeOf(call) : null;
  const [argument] = argumentsOf(call);
  if (callee === null || argument === undefined || !CONTEXT_LOOKUP.test(codeOf(callee).slice(-60)))
    return null;
  const key = stringIn(unwrap(argument))?.text;
  const { files, source } = programOf(call);
  for (const folder of foldersAbove(path.posix.dirname(source.file))) {
    const app = files.open(path.posix.join(folder, 'cdk.json'));
    const settings = app && exportedObject(app);
    if (!settings) continue;
    const context = propertyValue(propertiesOf(settings), 'context');
    const own = context && propertiesOf(context).findLast((each) => keyOf(each.key) === key);
    return own ? own.value : null;
  }
  return null;
}
