import { readOsImage } from '../../../products/index.ts';
import { locate } from '../../../syntax/index.ts';
import { imageDraft, type AssetDraft } from '../draft.ts';
import { type OuterValues, type Piece, scalarAt, toImageFact, Variables } from '../../../values/index.ts';
import { parseShell, type Range, type Script, innerScript } from '../../../syntax/shell/index.ts';

/** Image of a reference, with its variables expanded like in a shell. */
export function imageAt(
  range: Range,
  name: string,
  variables: ReadonlyMap<string, Piece>,
  script: Script,
  file: string,
): AssetDraft[] {
  const within = innerScript(script, range);
  const whole = script.span(range);
  return resolveAll(within, variables, name).flatMap((resolved) => {
    // If only the build knows the registry, the image's own name stays as written.
    const image = resolved.kind === 'scalar' ? resolved : scalarAt(within.text, whole);
    if (readOsImage(image.text) === null) return [];
    const version = toImageFact(image);
    return [imageDraft({ source: 'image', name, file, at: locate(whole), version })];
  });
}

/** Variables as values from outside a text. */
export function outerValuesOf(variables: ReadonlyMap<string, Piece> | undefined): OuterValues {
  return (name) => [variables?.get(name)].filter((value) => value !== undefined);
}

/** Values of a text with shell expansions. */
function resolveAll(script: Script, variables: ReadonlyMap<string, Piece>, user: string) {
  const [command] = parseShell(script.text);
  const [word] = command?.words ?? [];
  if (word === undefined) return [];
  return new Variables(script, [], outerValuesOf(variables)).resolve(word, user);
}
