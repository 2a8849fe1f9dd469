import { isName, lastName, type Node, programOf, unwrap } from '../../../syntax/programs/index.ts';

// Lists, objects and constructs that a program changes after creation, so that their literal is incomplete.

const ADDING_METHODS =
  'push|unshift|splice|append|extend|insert|add|addAll|AddRange|Add|remove|pop|clear|update|setdefault|set|put';
/** Code after the name of a list or an object that changes it: `logs.push(…)`, `logs += …`, `values['a'] = …`. */
const CHANGING_CODE = `\\s*(?:\\.\\s*(?:${ADDING_METHODS})\\s*\\(|\\[[^\\]\\n]{0,80}\\]\\s*=(?![=>])|\\.\\w+\\s*=(?![=>])|\\+=|=\\s*append\\()`;
const OVERRIDE_METHOD = 'add_?(?:property_?|deletion_?|property_?deletion_?)?override';
const CHILD_METHOD = '(?:get)?default_?child';
/** Code after a construct's variable that changes its template, bypassing the construct's own properties. */
const CHANGES_TEMPLATE = `\\s*[!?]?\\s*\\.\\s*(?:(?:get)?node(?:\\(\\))?\\s*\\.\\s*${CHILD_METHOD}|${OVERRIDE_METHOD}|\\w+\\s*=(?![=>]))`;

/** True for the name of a list or object that the program changes somewhere. */
export function isChangedLater(expression: Node): boolean {
  const node = unwrap(expression);
  return isName(node) && isFollowedBy(CHANGING_CODE, lastName(node), node);
}

/** True for a construct whose template is changed: `cluster.node.defaultChild`, `cfn.addPropertyOverride(…)`. */
export function isOverridden({ variable, call }: { variable: string | null; call: Node }): boolean {
  return variable !== null && isFollowedBy(CHANGES_TEMPLATE, variable, call, 'i');
}

function isFollowedBy(pattern: string, name: string, node: Node, flags = ''): boolean {
  if (!/^\w{1,200}$/.test(name)) return false;
  return new RegExp(`(?<![\\w$])${name}${pattern}`, flags).test(programOf(node).source.text);
}
