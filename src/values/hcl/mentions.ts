import { answeredOnceEach } from '../../model/index.ts';
import { WORDS_OF_PINS } from '../../vocabulary/index.ts';
import { partsOf, type Value } from '../value.ts';

/** Whether a version or an image can be in a value, by the words of its texts and keys. */
export function mentionsPin(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'scalar') return WORDS_OF_PINS.test(value.text);
  if (value.kind === 'unknown') return value.partial !== undefined && WORDS_OF_PINS.test(value.partial);
  return mentionsInParts(value);
}

const mentionsInParts = answeredOnceEach((value: Parameters<typeof partsOf>[0]): boolean => {
  const keys = value.kind === 'map' ? [...value.fields.keys()] : [];
  return keys.some((key) => WORDS_OF_PINS.test(key)) || [...partsOf(value)].some(mentionsPin);
});
