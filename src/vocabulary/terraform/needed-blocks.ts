import { attachmentOf } from '../attachments.ts';
import { imagePlaces } from '../images.ts';
import { isPolicyDocument } from './policy-documents.ts';
import { resourceOf } from '../types.ts';

const OTHER_BLOCKS: ReadonlySet<string> = new Set([
  'check',
  'import',
  'moved',
  'removed',
  'run',
  'mock_provider',
]);

/** True if the body of a top-level block is needed: for most resources only their addresses matter. */
export function isNeeded(type: string, label = ''): boolean {
  switch (type) {
    case 'resource':
      return isRead(label);
    case 'data':
      return isRead(`data.${label}`) || isPolicyDocument(`data.${label}`);
    default:
      return !OTHER_BLOCKS.has(type);
  }
}

function isRead(type: string): boolean {
  const isOfAssets = resourceOf('terraform', type) !== null || attachmentOf(type) !== null;
  return isOfAssets || imagePlaces('terraform', type) !== null;
}

/** Words that occur in every engine name. */
const ENGINES = ['aurora', 'postgres', 'mysql'];

/**
 * Words that occur in every engine name, full version or image name with a release number, or in a call that reads
 * another file.
 */
export const PIN_WORDS = new RegExp(
  [
    ...ENGINES,
    'amazon[ _-]?linux|amazon-eks-|amzn|al[12]|bottlerocket',
    'corretto|ecr.aws/|ecr-public/|amazon/aws-',
    String.raw`VER_\d|(?:release|ami)_?version|releasever|\bal_|file\w*\(`,
  ].join('|'),
  'i',
);

const PIN_WORD_PATTERN = new RegExp(PIN_WORDS, 'gi');
/** Beginning of a Terraform line that is only for people. */
const TEXT_FOR_PEOPLE = /[ \t]*(?:#|\/\/|description[ \t]*=[ \t]*")/y;

/** True if Terraform code contains one of these words where it can be part of a value. */
export function mayContainPin(code: string): boolean {
  for (PIN_WORD_PATTERN.lastIndex = 0; PIN_WORD_PATTERN.test(code);) {
    const at = PIN_WORD_PATTERN.lastIndex;
    TEXT_FOR_PEOPLE.lastIndex = code.lastIndexOf('\n', at - 1) + 1;
    if (!TEXT_FOR_PEOPLE.test(code)) return true;
    // The code may be a single long line.
    const end = code.indexOf('\n', at);
    PIN_WORD_PATTERN.lastIndex = end < 0 ? code.length : end;
  }
  return false;
}
