import { itemsOf, type Node, textOf, valueOf } from '../../../syntax/index.ts';
import { type Content, type HostScript, type Step } from '../steps.ts';
import { listedCommands, placeOf } from './cloud-init.ts';

// https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html

/** Phases that build the image; `test` does not change it. */
const BUILD_PHASES = new Set(['build', 'validate']);

/** Steps of an EC2 Image Builder component. */
export function stepsOfComponent(root: Node, script: HostScript): Step[] {
  return itemsOf(valueOf(root, 'phases'))
    .filter((phase) => BUILD_PHASES.has(textOf(valueOf(phase, 'name')) ?? ''))
    .flatMap((phase) => itemsOf(valueOf(phase, 'steps')))
    .flatMap((step) => stepsOfAction(step, script));
}

/** A step of a component, as its files are read. */
interface ActionContext {
  script: HostScript;
  condition: string | null;
}

function stepsOfAction(step: Node, script: HostScript): Step[] {
  const inputs = valueOf(step, 'inputs');
  const context: ActionContext = { script, condition: valueOf(step, 'if') === null ? null : 'if' };
  switch (textOf(valueOf(step, 'action'))) {
    case 'ExecuteBash':
    case 'ExecutePowerShell':
      return listedCommands(valueOf(inputs, 'commands'), script, context.condition);
    case 'ExecuteBinary':
      return listedCommands(
        valueOf(inputs, 'path'),
        { ...script, text: binaryCommand(inputs) },
        context.condition,
      );
    case 'CreateFile':
    case 'AppendFile':
      return filesIn(inputs).flatMap((file) => {
        const content: Content = { from: 'text', text: textOf(valueOf(file, 'content')) ?? '' };
        return writeStep(file, 'path', content, context);
      });
    case 'S3Download':
    case 'WebDownload':
      return filesIn(inputs).flatMap((file) => {
        const source = textOf(valueOf(file, 'source')) ?? '';
        const from = source.startsWith('s3://') ? 'object' : 'elsewhere';
        return writeStep(file, 'destination', { from, name: source }, context);
      });
    case 'CopyFile':
    case 'MoveFile':
      return filesIn(inputs).flatMap((file) => copyStep(file, context));
    case 'DeleteFile':
      return filesIn(inputs).flatMap((file) => deleteStep(file, context));
    default:
      return [];
  }
}

/** Files of an action: its inputs are one of them, or a list. */
function filesIn(inputs: Node | null): readonly Node[] {
  if (inputs === null) return [];
  return inputs.kind === 'list' ? inputs.items : [inputs];
}

function binaryCommand(inputs: Node | null): string {
  const words = [valueOf(inputs, 'path'), ...itemsOf(valueOf(inputs, 'arguments'))];
  return words.map((word) => textOf(word) ?? '').join(' ');
}

function copyStep(file: Node, { script, condition }: ActionContext): Step[] {
  const [from, to] = [textOf(valueOf(file, 'source')), textOf(valueOf(file, 'destination'))];
  if (from === null || to === null) return [];
  return [{ does: 'copy', from, to, ...placeOf(file, script, `copy ${from}`, condition) }];
}

function deleteStep(file: Node, { script, condition }: ActionContext): Step[] {
  const path = textOf(valueOf(file, 'path'));
  if (path === null) return [];
  return [{ does: 'delete', path, ...placeOf(file, script, `delete ${path}`, condition) }];
}

function writeStep(file: Node, key: string, content: Content, { script, condition }: ActionContext): Step[] {
  const path = textOf(valueOf(file, key));
  if (path === null) return [];
  return [
    { does: 'write', path, content, isAppended: false, ...placeOf(file, script, `write ${path}`, condition) },
  ];
}
