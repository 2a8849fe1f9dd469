import { itemsOf, type Node, textOf, valueOf } from '../../../syntax/index.ts';
import { type Content, type HostScript, type Step } from '../steps.ts';
import { listedCommands, placeOf } from './cloud-init.ts';

// https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html

/** Phases that build the image; `test` does not change it. */
const PHASES = new Set(['build', 'validate']);

/** Steps of an EC2 Image Builder component. */
export function stepsOfComponent(root: Node, script: HostScript): Step[] {
  return itemsOf(valueOf(root, 'phases'))
    .filter((phase) => PHASES.has(textOf(valueOf(phase, 'name')) ?? ''))
    .flatMap((phase) => itemsOf(valueOf(phase, 'steps')))
    .flatMap((step) => stepsOfAction(step, script));
}

function stepsOfAction(step: Node, script: HostScript): Step[] {
  const inputs = valueOf(step, 'inputs');
  const test = valueOf(step, 'if');
  const condition = test === null ? null : 'if';
  const files = inputs?.kind === 'list' ? inputs.items : inputs === null ? [] : [inputs];
  switch (textOf(valueOf(step, 'action'))) {
    case 'ExecuteBash':
    case 'ExecutePowerShell':
      return listedCommands(valueOf(inputs, 'commands'), script, condition);
    case 'ExecuteBinary': {
      const path = textOf(valueOf(inputs, 'path')) ?? '';
      const words = itemsOf(valueOf(inputs, 'arguments')).map((word) => textOf(word) ?? '');
      const line = [path, ...words].join(' ');
      return listedCommands(valueOf(inputs, 'path'), { ...script, text: line }, condition);
    }
    case 'CreateFile':
    case 'AppendFile':
      return files.flatMap((file) => {
        const content: Content = { from: 'text', text: textOf(valueOf(file, 'content')) ?? '' };
        return fileStep(file, 'path', content, script, condition);
      });
    case 'S3Download':
    case 'WebDownload':
      return files.flatMap((file) => {
        const source = textOf(valueOf(file, 'source')) ?? '';
        const from = source.startsWith('s3://') ? 'object' : 'elsewhere';
        return fileStep(file, 'destination', { from, name: source }, script, condition);
      });
    case 'CopyFile':
    case 'MoveFile':
      return files.flatMap((file): Step[] => {
        const [from, to] = [textOf(valueOf(file, 'source')), textOf(valueOf(file, 'destination'))];
        if (from === null || to === null) return [];
        return [{ does: 'copy', from, to, ...placeOf(file, script, `copy ${from}`, condition) }];
      });
    case 'DeleteFile':
      return files.flatMap((file): Step[] => {
        const path = textOf(valueOf(file, 'path'));
        return path === null
          ? []
          : [{ does: 'delete', path, ...placeOf(file, script, `delete ${path}`, condition) }];
      });
    default:
      return [];
  }
}

function fileStep(
  file: Node,
  key: string,
  content: Content,
  script: HostScript,
  condition: string | null,
): Step[] {
  const path = textOf(valueOf(file, key));
  if (path === null) return [];
  return [
    { does: 'write', path, content, isAppended: false, ...placeOf(file, script, `write ${path}`, condition) },
  ];
}
