import { ATTACHMENTS } from './attachments.ts';
import { IMAGE_ARGUMENTS } from './images.ts';
import { RESOURCE_TYPES } from './resource-types.ts';

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
      return RESOURCE_TYPES.has(label) || ATTACHMENTS.has(label) || IMAGE_ARGUMENTS.has(label);
    case 'data':
      return RESOURCE_TYPES.has(`data.${label}`) || IMAGE_ARGUMENTS.has(`data.${label}`);
    default:
      return !OTHER_BLOCKS.has(type);
  }
}
