import type { OsFlavour, FloatingReason, OsImage } from '../../../model/index.ts';
import type { AmazonLinux } from '../versions.ts';
import { floatingImage, generationImage, generationNamed, PLACEHOLDER, isPattern } from './name-parts.ts';
import { runtimeSystem } from './runtimes.ts';

/** Images built on Amazon Linux without a release in their name: only the generation is known. */
interface BuiltOn {
  /** Page that states their base. */
  page: string;
  flavour: OsFlavour;
  /** Pattern of the names; its group `name` is the part that decides the system. */
  names: RegExp;
  /** Generation; null if the name does not reveal it. */
  systemOf: (groups: Groups) => AmazonLinux | null;
  /** Way in which the name can mean a newer image later; null for a fixed image. */
  floatingOf: (groups: Groups, written: string) => FloatingReason | null;
}

type Groups = Readonly<Partial<Record<string, string>>>;

const GENERATIONS: Readonly<Partial<Record<string, AmazonLinux>>> = {
  amzn: 'amazon-linux-1',
  amzn2: 'amazon-linux-2',
  al2023: 'amazon-linux-2023',
};
/** Amazon's public registry, or a private pull-through cache under the prefix that AWS proposes. */
const PUBLIC = String.raw`(?:public\.ecr\.aws|\.amazonaws\.com(?:\.cn)?/ecr-public)/`;
/** Rest of the name of a machine image, or of a pattern of such names. */
const REST_OF_AMI = `(?:${PLACEHOLDER}|[^\\s"',/])*`;

const movesTag: BuiltOn['floatingOf'] = ({ fixed }) => (fixed === undefined ? 'moving-tag' : null);
const matchesNewest: BuiltOn['floatingOf'] = (_, written) => (isPattern(written) ? 'newest-match' : null);

const BUILT_ON: readonly BuiltOn[] = [
  {
    // public.ecr.aws/lambda/python:3.12, public.ecr.aws/lambda/nodejs:20.2024.05.01.10-arm64, amazon/aws-lambda-java:21
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
    flavour: 'lambda',
    names: new RegExp(
      `(?:${PUBLIC}lambda/|(?<![\\w-])lambda/(?=provided:)|\\bamazon/aws-lambda-)(?<language>[a-z]+):` +
        '(?<name>latest|al2023|al2|alami|(?:core)?\\d+(?:\\.\\d{1,2})?(?:\\.al2)?)' +
        '(?<fixed>\\.20\\d\\d(?:\\.\\d\\d){2,3})?(?:-[\\w-]+)?(?![\\w.-])',
      'd',
    ),
    systemOf: ({ language = '', name = '' }) => runtimeSystem(language, name),
    floatingOf: movesTag,
  },
  {
    // public.ecr.aws/sam/build-python3.12:latest, amazon/aws-sam-cli-build-image-nodejs20.x,
    // public.ecr.aws/sam/emulation-java21
    page: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-image-repositories.html',
    flavour: 'container',
    names: new RegExp(
      `(?:${PUBLIC}sam/(?:build|emulation)-|\\bamazon/aws-sam-cli-(?:build|emulation)-image-)` +
        '(?<name>(?<language>[a-z]+?)(?<version>(?:core)?\\d+(?:\\.\\d{1,2})?(?:\\.al2)?|\\.al2023|\\.al2)(?:\\.x)?)' +
        '(?:-(?:x86_64|arm64))?(?![\\w.-])(?::(?!latest)(?<fixed>[\\w.-]+))?',
      'd',
    ),
    systemOf: ({ language = '', version = '' }) => runtimeSystem(language, version.replace(/^\./, '')),
    floatingOf: movesTag,
  },
  {
    // public.ecr.aws/emr-serverless/spark/emr-7.0.0:latest
    page: 'https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-700-release.html',
    flavour: 'container',
    names: new RegExp(
      `${PUBLIC}emr-serverless/[a-z]+/(?<name>emr-(?<major>\\d)\\.\\d{1,2}\\.\\d{1,2})(?!\\d)`,
      'd',
    ),
    systemOf: ({ major }) => ({ 6: generationNamed('2'), 7: generationNamed('2023') })[Number(major)] ?? null,
    floatingOf: () => 'moving-tag',
  },
  {
    // fck-nat-al2023-hvm-1.3.0-20240101-arm64-ebs, fck-nat-amzn2-*-arm64-ebs
    page: 'https://github.com/AndrewGuenther/fck-nat/releases/tag/v1.3.0',
    flavour: 'ami',
    names: new RegExp(`(?<![\\w-])(?<name>fck-nat-(?:nat64-)?(?<prefix>amzn2|al2023)-${REST_OF_AMI})`, 'd'),
    systemOf: ({ prefix = '' }) => GENERATIONS[prefix] ?? null,
    floatingOf: matchesNewest,
  },
  {
    // aws-parallelcluster-3.8.0-amzn2-hvm-x86_64-202312160936
    page: 'https://docs.aws.amazon.com/parallelcluster/latest/ug/pcluster.list-official-images-v3.html',
    flavour: 'ami',
    names: new RegExp(
      `(?<![\\w-])(?<name>aws-parallelcluster-[\\d.*]+-(?<prefix>amzn2?|al2023)-${REST_OF_AMI})`,
      'd',
    ),
    systemOf: ({ prefix = '' }) => GENERATIONS[prefix] ?? null,
    floatingOf: matchesNewest,
  },
  {
    // Deep Learning Base OSS Nvidia Driver GPU AMI (Amazon Linux 2023) 20241230,
    // Deep Learning AMI (Amazon Linux 2) Version *
    page: 'https://docs.aws.amazon.com/dlami/latest/devguide/appendix-ami-release-notes.html',
    flavour: 'ami',
    names:
      /\bDeep Learning [^\n()"']{1,90}\((?<name>Amazon Linux(?: (?<generation>2023|2))?)\)(?<rest>[^\n"']{0,60})/d,
    systemOf: ({ generation }) => generationNamed(generation),
    floatingOf: matchesNewest,
  },
];

/** Reads the name of an image built on Amazon Linux, from the table above; null for any other text. */
export function readBuiltOn(text: string): OsImage | null {
  for (const { flavour, names, systemOf, floatingOf } of BUILT_ON) {
    const match = names.exec(text);
    const [start, end] = match?.indices?.groups?.['name'] ?? [0, 0];
    const product = match?.groups === undefined ? null : systemOf(match.groups);
    if (match?.groups === undefined || product === null) continue;
    const range = { start, end };
    const isDigest = text.startsWith('@sha256:', match.index + match[0].length);
    const floating = isDigest ? null : floatingOf(match.groups, match[0]);
    return floating === null
      ? generationImage(product, flavour, range)
      : floatingImage(product, flavour, floating, range);
  }
  return null;
}
