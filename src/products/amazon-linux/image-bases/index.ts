/**
 * Images that EKS and ECS publish under their own numbers. Their changelogs name the Amazon Linux image that each was
 * built from: https://github.com/awslabs/amazon-eks-ami, https://github.com/aws/amazon-ecs-ami.
 */
import { text } from '../../../l10n/index.ts';
import {
  IMAGE_PUBLISHERS,
  type NumberedImage,
  type ImagePublisher,
  type Problem,
} from '../../../model/index.ts';
import { failureText } from '../../pages/failure.ts';
import type { ReadPage } from '../../source.ts';
import { imageBasesIn } from './changelog.ts';

export { imageBasesIn } from './changelog.ts';

export const CHANGELOG_HOST = 'raw.githubusercontent.com';

const CHANGELOGS: Record<ImagePublisher, string> = {
  eks: `https://${CHANGELOG_HOST}/awslabs/amazon-eks-ami/main/CHANGELOG.md`,
  ecs: `https://${CHANGELOG_HOST}/aws/amazon-ecs-ami/main/CHANGELOG.md`,
};

/**
 * Reads the current changelogs. Never rejects: if one cannot be read, its previous data is kept and a problem is
 * reported.
 * @param before previous data
 */
export async function readImageBases(
  read: ReadPage,
  before: readonly NumberedImage[],
): Promise<{ bases: readonly NumberedImage[]; problems: readonly Problem[] }> {
  const answers = await Promise.all(
    IMAGE_PUBLISHERS.map(async (publisher) => {
      const source = CHANGELOGS[publisher];
      try {
        const bases = imageBasesIn((await read(source)).body, publisher);
        if (bases.length > 0) return { bases, problems: [] };
        return {
          bases: knownOf(publisher, before),
          problems: [{ source, text: text('os.changelog.empty') }],
        };
      } catch (error) {
        const args = { publisher: publisher.toUpperCase(), cause: failureText(error) };
        return {
          bases: knownOf(publisher, before),
          problems: [{ source, text: text('os.imageBases.unread', args) }],
        };
      }
    }),
  );
  return {
    bases: answers.flatMap(({ bases }) => bases),
    problems: answers.flatMap(({ problems }) => problems),
  };
}

function knownOf(publisher: ImagePublisher, before: readonly NumberedImage[]): NumberedImage[] {
  return before.filter((base) => base.publisher === publisher);
}
