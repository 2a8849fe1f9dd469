import { text } from '../../../l10n/index.ts';
import { isSerious, type Asset, type Catalogue, type ProductId, type Text } from '../../../model/index.ts';
import { isSystem, pinnedAs, productName, productOf } from '../../../products/index.ts';
import { imageOf } from '../../bugs/systems/image-of.ts';
import { osBugsOfVersion } from '../../bugs/systems/bugs.ts';
import { osDay } from '../../bugs/systems/releases.ts';
import { daysBetween } from '../../support/support.ts';
import { fail, notApplicable, pass, withRemarks, unknown, type Answer } from '../answers.ts';
import { controlMappings, type Check, type CheckContext } from '../check.ts';

/** Days after which an image of Amazon Linux 2023 is marked deprecated (its user guide, page `ec2`). */
const MAX_IMAGE_AGE_DAYS = 90;

export const ltOsReleaseSupported: Check = {
  id: 'lt-os-release-supported',
  title: text('check.lt-os-release-supported.title'),
  why: text('check.lt-os-release-supported.why'),
  level: 'must',
  appliesTo: ['launch-template'],
  evaluate(template, context) {
    const [image] = context.graph.linked(template, 'image');
    if (image === undefined) return unknown(text('evidence.imageUnknown', { template: template.name }));
    if (image.product === null) return unknown(text('evidence.imageNotOurs', { image: image.name }));
    // A system without support dates is not judged by this check.
    if (!isSystem(image.product) || productOf(image.product).support === null)
      return notApplicable(text('evidence.otherSystem', { image: image.name }));
    return answerOfImage(image, image.product, context);
  },
  care: text('check.lt-os-release-supported.care'),
  helpUri: 'https://docs.aws.amazon.com/linux/al2023/ug/release-cadence.html',
  mappings: controlMappings({ wellArchitected: ['OPS05-BP05'] }),
};

function answerOfImage(
  image: Asset,
  system: ProductId,
  { catalogue, today, threshold }: CheckContext,
): Answer {
  const name = productName(system);
  const period = catalogue.support.find(({ product }) => product === system);
  const ends = period?.standardEnds ?? null;
  if (ends === null) return unknown(text('evidence.supportUnknown', { name }));
  const lastDay = period?.maintenanceEnds ?? ends;
  if (lastDay < today) {
    return fail(text('evidence.systemEnded', { name, date: lastDay }), {
      fix: {
        title: text('fix.image'),
        changes: [],
        command:
          'aws ssm get-parameter ' +
          '--name /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64 --query Parameter.Value',
      },
    });
  }
  return withRemarks(
    byAge(image, system, name, ends, today, threshold('days', MAX_IMAGE_AGE_DAYS)),
    laterFixes(image, catalogue),
  );
}

function byAge(
  image: Asset,
  system: ProductId,
  name: string,
  ends: string,
  today: string,
  oldest: number,
): Answer {
  const built = image.version === null ? null : osDay({ product: system, version: image.version });
  if (built === null) return pass(text('evidence.systemSupported', { name, date: ends }));
  const age = daysBetween(built, today);
  return age > oldest
    ? fail(text('evidence.imageOld', { name, version: image.version ?? '', age }), { level: 'should' })
    : pass(text('evidence.systemSupported', { name, date: ends }));
}

/** Sentence on serious fixes after a known release; null if all later fixes are minor, as nearly every release has some. */
function laterFixes(asset: Asset, catalogue: Catalogue): Text | null {
  const { product, version, resolution } = asset;
  if (version === null || product === null || !isSystem(product) || resolution !== 'literal') return null;
  const serious = osBugsOfVersion(catalogue, pinnedAs(product, version, imageOf(asset))).filter(({ bug }) =>
    isSerious(bug.severity),
  );
  return serious.length === 0 ? null : text('evidence.laterFixes', { version, count: serious.length });
}
