import { isAttachment } from '../resources/attachment-types.ts';
import { RESOURCE_TYPES } from '../resources/resource-types.ts';
import { IMAGE_ARGUMENTS, SCRIPT_ARGUMENTS } from '../pins/image-arguments.ts';

const OTHER_BLOCKS: ReadonlySet<string> = new Set([
  'provider',
  'terraform',
  'check',
  'import',
  'moved',
  'removed',
  'run',
  'mock_provider',
]);

/** Whether the body of a top block is read: of most resources only their addresses matter. */
export function isNeeded(type: string, label = ''): boolean {
  switch (type) {
    case 'resource':
      return isRead(label) || isAttachment(label);
    case 'data':
      return isRead(`data.${label}`);
    default:
      return !OTHER_BLOCKS.has(type);
  }
}

function isRead(type: string): boolean {
  return RESOURCE_TYPES.has(type) || IMAGE_ARGUMENTS.has(type) || SCRIPT_ARGUMENTS.has(type);
}
