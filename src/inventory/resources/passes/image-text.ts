import { memoize, type OsImageContext } from '../../../model/index.ts';
import { IMAGE_PARAMETER, imageWords, readOsImage } from '../../../products/index.ts';
import { snakeKey } from '../../../vocabulary/index.ts';

// Texts that are only an image's name: nothing beside them shows their purpose.

const IMAGE_PARAMETER_NAME = new RegExp(
  String.raw`^(?:\{\{\s*|\$\{[\w:]+:)?(?:resolve:)?(?:ssm:)?${IMAGE_PARAMETER}(?:\$\{[^}]*\}|\{\{[^}]*\}\}|[\w./-])*[\w}](?::\d+)?(?:\s*\}\}?)?$`,
);
/** Parameter lookup in an Ansible template. */
const PARAMETER_LOOKUP = new RegExp(
  String.raw`^\{\{.*\b(?:lookup|query|q)\(\s*['"](?:[\w.]+\.)?(?:aws_ssm|ssm_parameter)['"]\s*,\s*['"]${IMAGE_PARAMETER}[^'"]*['"].*\}\}$`,
  's',
);
const AMI_NAME =
  /^[\^*]?(?:(?:amzn2?|al2023)-ami[-*?]|amazon-eks-(?:\w+-)?node-|bottlerocket-aws-(?:k8s|ecs)-)(?:\{\{[^{}]*\}\}|(?!\{\{)[^\s,])*$/;
const PLATFORM_NAME =
  /^(?:arn:[\w-]+:elasticbeanstalk:[^/\n]*\/)?(?:64bit Amazon Linux [^\n]*?running \S|(?!64bit)[^\s/][^\n]*? running on 64bit Amazon Linux\b)/;
const IMAGE_BUILDER_ARN = /^arn:\S+:imagebuilder:\S*:aws:image\/amazon-linux-[^\s,]+$/;
const CODEBUILD_IMAGE = /^aws\/codebuild\/amazonlinux2?-[\w-]+:[\w.-]+$/;
const CONTAINER_IMAGE = /^(?:[\w.-]+(?::\d+)?\/)*amazonlinux:[\w.-]+(?:@sha256:[0-9a-f]+)?$/;
const BUILT_ON = new RegExp(String.raw`^[\w./:-]*(?:${imageWords('builtOn').join('|')})[^\s,]*$`);
const KARPENTER_ALIAS = /^(?:al2(?:023)?@(?:latest|v\d{8})|bottlerocket@(?:latest|v?\d+\.\d+\.\d+))$/;
const IMAGE_PATTERNS: readonly RegExp[] = [
  IMAGE_PARAMETER_NAME,
  PARAMETER_LOOKUP,
  AMI_NAME,
  PLATFORM_NAME,
  IMAGE_BUILDER_ARN,
  CODEBUILD_IMAGE,
  CONTAINER_IMAGE,
  BUILT_ON,
  KARPENTER_ALIAS,
];
/** Names that mean an image only under a matching key. */
const AMI_TYPE = new RegExp(
  [
    '^(?:ECS_)?AL(?:2023|2)(?:_(?:x86_64|ARM_64)(?:_[A-Z]+)*)?$|^ECS_AL1$',
    '^BOTTLEROCKET_(?:x86_64|ARM_64)(?:_[A-Z]+)*$',
  ].join('|'),
);
const NODE_RELEASE = /^1\.\d{2}(?:\.\d{1,2})?-20\d{6}$|^\d+\.\d+\.\d+-[0-9a-f]{8}$/;
/** Quotes around a name that a template inserts. */
const QUOTES = /^['"]|['"]$/g;
/** A release number alone, under a key that names the system: `amazon_linux_2_version`, `AL2023Release`. */
const RELEASE_NUMBER = /^(?:2023\.\d{1,2}|2\.0)\.20\d{6}(?:\.\d{1,3})?$/;
const SYSTEM_KEY =
  /(?:^|_)(?:amazon_?linux|amzn|al)_?(?:2023|2)?(?:_.*)?_?(?:version|release|releasever)$|(?:^|_)releasever$/;
const FAMILY_NAME = /^(?:(?:AL|AmazonLinux)(?:2023|2)|[Bb]ottlerocket)$/;

/** Words in keys for reporting, listing or searching images instead of selecting one. */
const OTHER_WORDS = [
  ...['description', 'desc', 'comments?', 'notes?', 'help', 'message', 'title', 'examples?'],
  ...['allowed', 'allowlist', 'whitelist', 'approved', 'permitted', 'supported', 'valid'],
  ...['enum', 'options', 'choices', 'any_of', 'one_of', 'all_of'],
  ...['test_(?:cases?|data|events?)', 'mocks?', 'fixtures?'],
  ...['old', 'previous', 'deprecated', 'ignore', 'ignored', 'exclude', 'excluded'],
];
const OTHER_KEY = new RegExp(
  String.raw`(?:^|_)(?:${OTHER_WORDS.join('|')})(?:_|$)|^(?:enum|const|resources?)(?:\[|$)`,
);
/** Keys of a JSON schema. A longer key (`ami_name_regex`) is a search for the image in use. */
const SCHEMA_KEY = /^(?:patterns?|regex|pattern_properties)(?:\[|$)/;
/** Keys of ARNs in permissions, without those of platforms and images. */
const ARN_KEY = /(?:^|_)arns(?:_|$)|(?:^|(?<!platform|image)_)arn(?:_|$)/;
/** Fields that occur only in API answers: `describe-images`, `get-parameter`, `describe-nodegroup`. */
const ANSWER_FIELDS: ReadonlySet<string> = new Set([
  ...['ImageLocation', 'CreationDate', 'OwnerId', 'ImageOwnerAlias', 'LastModifiedDate'],
  ...['nodegroupArn', 'EnvironmentId', 'ARN', 'DateCreated'],
]);

/** Common parts of all image names and node group releases: a cheap test before the others. */
const ANY_IMAGE = new RegExp(
  String.raw`amazon|amzn|al2|AL1|bottlerocket|${imageWords('builtOn').join('|')}|^\s*(?:1|2\.0|2023)\.\d`,
  'i',
);

/** True if a key above a text shows that it is not in use. Memoized: each text tests all its keys. */
export const isOtherKey = memoize((key: string): boolean => {
  const name = snakeKey(key);
  return [OTHER_KEY, SCHEMA_KEY, ARN_KEY].some((pattern) => pattern.test(name));
});

export function isAnswer(keys: readonly string[]): boolean {
  return keys.some((key) => ANSWER_FIELDS.has(key));
}

/** True if a text can be an image name at all: most cannot. */
export function mayBeImage(written: string): boolean {
  return ANY_IMAGE.test(written);
}

/** Settings for interpreting the text of a key as an image; null if it is none. `amiType` is the type beside it. */
export function imageContext(key: string, written: string, amiType: string | null): OsImageContext | null {
  if (!mayBeImage(written)) return null;
  const name = snakeKey(key);
  const context = contextOf(name, written.trim().replaceAll(QUOTES, ''), amiType);
  return context !== null && readOsImage(written, context) !== null ? context : null;
}

function contextOf(name: string, written: string, amiType: string | null): OsImageContext | null {
  if (IMAGE_PATTERNS.some((pattern) => pattern.test(written))) return {};
  if (/(?:^|_)(?:ami|image)_type(?:_|$)/.test(name) && AMI_TYPE.test(written)) return {};
  if (/(?:^|_)(?:release|ami)_version$/.test(name) && NODE_RELEASE.test(written)) return { amiType };
  if (RELEASE_NUMBER.test(written) && SYSTEM_KEY.test(name)) return {};
  if (/(?:^|_)(?:ami_family|eks_lookup_type)$/.test(name) && FAMILY_NAME.test(written))
    return { place: 'ami-family' };
  return null;
}
