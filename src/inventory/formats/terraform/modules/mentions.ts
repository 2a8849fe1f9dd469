import { memoize } from '../../../../model/index.ts';
import { partsOf, type Value } from '../../../../values/index.ts';
import { WORDS_OF_PINS } from '../../../../vocabulary/index.ts';
import { hasWords } from '../../../hcl/file.ts';
import type { Scope } from '../../../hcl/scope.ts';

/**
 * The modules of a tree in whose values a version or an image can be: by what their files say, what modules that they call
 * give them, and what they are given. Most have nothing of all that, and their values are worth no search.
 * @param scopes each before those that it calls
 */
export function mentioning(scopes: readonly Scope[]): ReadonlySet<Scope> {
  const found = new Set<Scope>();
  for (const scope of scopes.toReversed()) {
    const isHandedOne = scope.children.values().some((child) => found.has(child));
    if (isHandedOne || scope.module.files.some(hasWords)) found.add(scope);
  }
  const [root] = scopes;
  if (root !== undefined && isGivenOne(root)) found.add(root);
  // What a module gives is among its own values.
  for (const scope of scopes) {
    if (!found.has(scope)) continue;
    for (const child of scope.children.values()) if (!found.has(child) && isGivenOne(child)) found.add(child);
  }
  return found;
}

function isGivenOne({ module, given }: Scope): boolean {
  return module.variables.keys().some((name) => mentionsPin(given(name)));
}

/** Whether a version or an image can be in a value, by the words of its texts and keys. */
function mentionsPin(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'scalar') return WORDS_OF_PINS.test(value.text);
  if (value.kind === 'unknown') return value.partial !== undefined && WORDS_OF_PINS.test(value.partial);
  return mentionsInParts(value);
}

const mentionsInParts = memoize((value: Parameters<typeof partsOf>[0]): boolean => {
  const keys = value.kind === 'map' ? [...value.fields.keys()] : [];
  return keys.some((key) => WORDS_OF_PINS.test(key)) || [...partsOf(value)].some(mentionsPin);
});
