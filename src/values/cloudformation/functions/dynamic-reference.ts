import { text } from '../../../l10n/index.ts';
import type { ScalarNode } from '../../../syntax/index.ts';
import { scalarAt, unknown, type Value } from '../../value/value.ts';

const DYNAMIC_REFERENCE = /\{\{resolve:([a-z-]+):([^}]*)\}\}/;
const PUBLIC_PATH = /^\{\{resolve:ssm:(\/aws\/service\/[^:}]+(?::\d+)?)\}\}$/;

/**
 * Resolves `{{resolve:ssm:/path}}`, which is read at deployment. For a public AWS parameter the path is the value,
 * since it names the image. Null if the text has no such reference.
 */
export function resolveDynamicReference(scalar: ScalarNode, written: string): Value | null {
  if (!written.includes('{{resolve:')) return null;
  const path = PUBLIC_PATH.exec(written)?.[1];
  if (path !== undefined) {
    const start = scalar.start + '{{resolve:ssm:'.length;
    return scalarAt(path, { lines: scalar.lines, start, end: Math.min(start + path.length, scalar.end) });
  }
  const reference = DYNAMIC_REFERENCE.exec(written);
  if (reference === null) return null;
  const [, service = '', name = ''] = reference;
  if (service === 'secretsmanager') return unknown(text('inventory.cfn.secret'), scalar);
  return unknown(text('inventory.cfn.ssm', { path: name }), scalar);
}
