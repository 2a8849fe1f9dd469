import { memoize } from '../../../../model/index.ts';
import { partsOf, type Value } from '../../../../values/index.ts';
import { PIN_WORDS } from '../../../../vocabulary/index.ts';
import { hasWords } from '../../../hcl/file.ts';
import type { Scope } from '../../../hcl/scope.ts';

/**
 * Modules of a tree whose values may contain a version or an image: by their text, by outputs of modules that they
 * call, and by their inputs. Most contain none and are not searched.
 * @param scopes each before those that it calls
 */
export function scopesWithPins(scopes: readonly Scope[]): ReadonlySet<Scope> {
  const found = new Set<Scope>();
  for (const scope of scopes.toReversed()) {
    const returnsPin = scope.children.values().some((child) => found.has(child));
    if (returnsPin || scope.module.files.some(hasWords)) found.add(scope);
  }
  const [root] = scopes;
  if (root !== undefined && receivesPin(root)) found.add(root);
  // The outputs of a module are among its own values.
  for (const scope of scopes) {
    if (!found.has(scope)) continue;
    for (const child of scope.children.values())
      if (!found.has(child) && receivesPin(child)) found.add(child);
  }
  return found;
}

function receivesPin({ module, given }: Scope): boolean {
  return module.variables.keys().some((name) => referencesPin(given(name)));
}

/** True if a value may contain a version or an image, by the words in its texts and keys. */
function referencesPin(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'scalar') return PIN_WORDS.test(value.text);
  if (value.kind === 'unknown') return value.partial !== undefined && PIN_WORDS.test(value.partial);
  return mentionsInParts(value);
}

const mentionsInParts = memoize((value: Parameters<typeof partsOf>[0]): boolean => {
  const keys = value.kind === 'map' ? [...value.fields.keys()] : [];
  return keys.some((key) => PIN_WORDS.test(key)) || [...partsOf(value)].some(referencesPin);
});
