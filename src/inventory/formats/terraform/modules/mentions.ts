import { answeredOnceEach } from '../../../../model/index.ts';
import { partsOf, type Value } from '../../../../values/index.ts';
import { hasWords } from './file.ts';
import { WORDS_OF_PINS } from '../../../../vocabulary/index.ts';
import type { Scope } from './scope.ts';

/**
 * The modules of a tree in whose values a version or an image can be: by what their files say, what they are given, and
 * what modules that they call give them. Most have nothing of all that, and their values are worth no search.
 * @param scopes each before those that it calls
 */
export function mentioning(scopes: readonly Scope[]): Scope[] {
  const found = new Set<Scope>();
  for (const scope of scopes.toReversed()) {
    const { module, children } = scope;
    const isMentioning =
      module.files.some(hasWords) ||
      [...children.values()].some((child) => found.has(child)) ||
      [...module.variables.keys()].some((name) => mentions(scope.given(name)));
    if (isMentioning) found.add(scope);
  }
  return scopes.filter((scope) => found.has(scope));
}

function mentions(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'scalar') return WORDS_OF_PINS.test(value.text);
  if (value.kind === 'unknown') return value.partial !== undefined && WORDS_OF_PINS.test(value.partial);
  return mentionsInParts(value);
}

const mentionsInParts = answeredOnceEach((value: Parameters<typeof partsOf>[0]): boolean => {
  const keys = value.kind === 'map' ? [...value.fields.keys()] : [];
  return keys.some((key) => WORDS_OF_PINS.test(key)) || [...partsOf(value)].some(mentions);
});
