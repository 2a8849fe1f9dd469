import type * as z from 'zod';
import { text } from '../l10n/index.ts';
import type { Text } from '../model/index.ts';

/** First validation error of an entry, as a sentence for users. */
export function validationErrorText({ issues }: z.ZodError): Text {
  const [issue] = issues;
  if (issue === undefined) return wrongKindText('', 'other');
  const name = issue.path.join('.');
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? text('config.issue.missing', { name })
        : wrongKindText(name, issue.expected);
    case 'invalid_value':
      return text(name === '' ? 'config.issue.oneOf.unnamed' : 'config.issue.oneOf', {
        name,
        values: issue.values.map(String),
      });
    case 'invalid_format':
      return issue.format === 'date'
        ? text('config.issue.day', { name })
        : text('config.issue.link', { name });
    case 'unrecognized_keys':
      return text('config.issue.unknown', { names: issue.keys });
    case 'too_small':
      return text('config.issue.empty', { name });
    case 'too_big':
      return text('config.issue.tooLong', { name, most: Number(issue.maximum) });
    case 'custom':
      return text('config.issue.range', {
        name: String(issue.path[0]),
        range: String(issue.params?.['range']),
      });
    default:
      return wrongKindText(name, 'other');
  }
}

function wrongKindText(name: string, expected: string): Text {
  return text(name === '' ? 'config.issue.kind.unnamed' : 'config.issue.kind', {
    name,
    kind: kindName(expected),
  });
}

function kindName(expected: string): Text {
  switch (expected) {
    case 'array':
      return text('config.kind.list');
    case 'object':
    case 'record':
      return text('config.kind.map');
    case 'string':
      return text('config.kind.text');
    case 'number':
      return text('config.kind.number');
    case 'boolean':
      return text('config.kind.boolean');
    default:
      return text('config.kind.other');
  }
}
