import { textBefore } from '../../../../model/index.ts';
import path from 'node:path';
import { entryOf, locate, readDocuments, textOf, valueOf } from '../../../../syntax/index.ts';
import { DATABASE_NAME, pinsAmong } from '../../../resources/passes/version-pin.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import { environmentOf, parametersOfFile } from '../resources/parameter-pins.ts';
import type { GivenParameters, Template } from '../../../../values/cloudformation/index.ts';
import { maxParameterFiles, overridesOfSam, scalarOf } from '../../../../values/index.ts';

const PARAMETER_FOLDERS = ['parameters', 'params'];

/**
 * Values of parameter files for a template. For `orders.yaml`: `orders.json` and `orders-parameters.json` in the same
 * folder, and files in a folder `parameters` or in `samconfig.toml` if the template declares all their parameters.
 */
export function parametersFor(
  { resources, parts }: Template,
  file: string,
  view: WorkspaceView,
): GivenParameters[] {
  if (![...resources.values()].some(({ type }) => type.startsWith('AWS::RDS::'))) return [];
  const folder = path.posix.dirname(file);
  const name = textBefore(path.posix.basename(file), '.');
  const beside = view.list(folder).filter((each) => isNamedAfter(name, path.posix.basename(each)));
  const inFolders = PARAMETER_FOLDERS.flatMap((each) => [
    `${folder}/${each}`,
    path.posix.join(folder, '..', each),
  ])
    .flatMap((each) => view.list(path.posix.normalize(each)))
    .filter((each) => each.endsWith('.json'));
  const isDeclared = (key: string): boolean =>
    parts.some((part) => entryOf(valueOf(part, 'Parameters'), key) !== null);
  const isSam = parts.some(
    (part) => textOf(valueOf(part, 'Transform'))?.startsWith('AWS::Serverless') === true,
  );
  const sam = isSam ? view.readNamed(path.posix.join(folder, 'samconfig.toml')) : null;
  const overrides = sam === null ? [] : overridesOfSam(sam);
  const ofFiles = [...beside, ...inFolders].slice(0, maxParameterFiles).flatMap((each) => {
    const source = each === file ? null : view.read(each);
    const given = source === null ? null : parametersOfFile(readDocuments(source)[0]?.root ?? null);
    const scalars = (given ?? []).flatMap(({ key, value }) => {
      const written = scalarOf(value());
      return written === null ? [] : [[key, written] as const];
    });
    const values = scalars.map(([key, { text }]) => [key, text] as const);
    const pinned = new Set(pinsAmong(given ?? [], [DATABASE_NAME]).map(({ entry }) => entry.key));
    const unpinned = scalars.filter(([key]) => !pinned.has(key));
    const places = new Map(unpinned.map(([key, { span }]) => [key, locate(span)] as const));
    if (values.length === 0) return [];
    const environment = beside.includes(each) ? null : environmentOf(each);
    return [{ environment, values: new Map(values), places }];
  });
  return [...ofFiles, ...overrides].filter(({ values }) => [...values.keys()].every(isDeclared));
}

/** True if a file is `orders.json` or `orders-parameters.json` beside `orders.yaml`. */
function isNamedAfter(name: string, file: string): boolean {
  return file.startsWith(name) && /^(?:[-_.]?param(?:eter)?s?)?\.json$/.test(file.slice(name.length));
}
