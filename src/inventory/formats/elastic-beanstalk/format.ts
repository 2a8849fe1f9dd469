import { readOsImage } from '../../../products/index.ts';
import { CLAIMS } from '../claims.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { literalText } from '../../values/documents.ts';
import { imageDraft } from '../../values/pieces.ts';
import {
  documentProblems,
  locate,
  mapsIn,
  pathTo,
  readDocuments,
  textOf,
  withoutOtherDocuments,
  type MapPlace,
  type SourceFile,
} from '../../../syntax/index.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };
/** Keys of the configuration of the EB command line, of saved configurations and of `env.yaml`. */
const PLATFORM_KEY = /^(?:default_platform|platform|platform_name|PlatformArn|PlatformName|SolutionStack)$/;

/**
 * What the command line of Elastic Beanstalk keeps: platforms in `.elasticbeanstalk/` and `env.yaml`. Its extensions
 * (`.ebextensions/`) are CloudFormation and commands, which other formats read.
 */
export const elasticBeanstalk: Format = {
  id: 'elastic-beanstalk',
  claims: CLAIMS['elastic-beanstalk'],
  needles: ['64bit Amazon Linux'],
  unitOf: (file) => file,
  read: readPlatforms,
};

function readPlatforms(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  if (source === null) return NOTHING;
  const documents = readDocuments(source, withoutOtherDocuments(source));
  const drafts = documents.flatMap(({ root }) =>
    [...mapsIn(root)].flatMap((place) => platformsIn(place, source)),
  );
  return { ...NOTHING, drafts, problems: drafts.length > 0 ? documentProblems(unit, documents) : [] };
}

function platformsIn(place: MapPlace, { file }: SourceFile): AssetDraft[] {
  return place.map.entries.flatMap(({ key, keySpan, value }) => {
    if (!PLATFORM_KEY.test(key) || readOsImage(textOf(value) ?? '')?.flavour !== 'elastic-beanstalk')
      return [];
    const name = [...pathTo(place), key].join('.');
    return [imageDraft({ source: 'image', name, file, at: locate(keySpan), version: literalText(value) })];
  });
}
