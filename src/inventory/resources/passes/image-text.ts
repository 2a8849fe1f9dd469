import { memoize, type OsImageContext } from '../../../model/index.ts';
import { IMAGE_PARAMETER, imageWords, readOsImage } from '../../../products/index.ts';
import { snakeKey } from '../../../vocabulary/index.ts';

// Texts that are an image's name and nothing else: no program or resource beside them tells what they are for.

const PARAMETER = new RegExp(
  String.raw`^(?:\{\{\s*|\$\{[\w:]+:)?(?:resolve:)?(?:ssm:)?${IMAGE_PARAMETER}(?:\$\{[^}]*\}|\{\{[^}]*\}\}|[\w./-])*[\w}](?::\d+)?(?:\s*\}\}?)?$`,
);
/** How a template of Ansible asks for a parameter. */
const LOOKUP = new RegExp(
  String.raw`^\{\{.*\b(?:lookup|query|q)\(\s*['"](?:[\w.]+\.)?(?:aws_ssm|ssm_parameter)['"]\s*,\s*['"]${IMAGE_PARAMETER}[^'"]*['"].*\}\}$`,
  's',
);
const AMI_NAME =
  /^[\^*]?(?:(?:amzn2?|al2023)-ami[-*?]|amazon-eks-(?:\w+-)?node-|bottlerocket-aws-(?:k8s|ecs)-)(?:\{\{[^{}]*\}\}|(?!\{\{)[^\s,])*$/;
const PLATFORM =
  /^(?:arn:[\w-]+:elasticbeanstalk:[^/\n]*\/)?(?:64bit Amazon Linux [^\n]*?running \S|(?!64bit)[^\s/][^\n]*? running on 64bit Amazon Linux\b)/;
const IMAGE_BUILDER = /^arn:\S+:imagebuilder:\S*:aws:image\/amazon-linux-[^\s,]+$/;
const CODEBUILD = /^aws\/codebuild\/amazonlinux2?-[\w-]+:[\w.-]+$/;
const CONTAINER = /^(?:[\w.-]+(?::\d+)?\/)*amazonlinux:[\w.-]+(?:@sha256:[0-9a-f]+)?$/;
const BUILT_ON = new RegExp(String.raw`^[\w./:-]*(?:${imageWords('builtOn').join('|')})[^\s,]*$`);
const ALIAS = /^(?:al2(?:023)?@(?:latest|v\d{8})|bottlerocket@(?:latest|v?\d+\.\d+\.\d+))$/;
const BY_NAME: readonly RegExp[] = [
  PARAMETER,
  LOOKUP,
  AMI_NAME,
  PLATFORM,
  IMAGE_BUILDER,
  CODEBUILD,
  CONTAINER,
  BUILT_ON,
  ALIAS,
];
/** What only means an image under a key that says so. */
const AMI_TYPE =
  /^(?:ECS_)?AL(?:2023|2)(?:_(?:x86_64|ARM_64)(?:_[A-Z]+)*)?$|^ECS_AL1$|^BOTTLEROCKET_(?:x86_64|ARM_64)(?:_[A-Z]+)*$/;
const RELEASE = /^1\.\d{2}(?:\.\d{1,2})?-20\d{6}$|^\d+\.\d+\.\d+-[0-9a-f]{8}$/;
/** Around a name that goes into a template as a text. */
const QUOTES = /^['"]|['"]$/g;
/** A release by its number alone, under a key that names the system: `amazon_linux_2_version`, `AL2023Release`. */
const NUMBER = /^(?:2023\.\d{1,2}|2\.0)\.20\d{6}(?:\.\d{1,3})?$/;
const SYSTEM_KEY =
  /(?:^|_)(?:amazon_?linux|amzn|al)_?(?:2023|2)?(?:_.*)?_?(?:version|release|releasever)$|(?:^|_)releasever$/;
const FAMILY = /^(?:(?:AL|AmazonLinux)(?:2023|2)|[Bb]ottlerocket)$/;

/** What a key says that tells, lists or searches images instead of choosing one. */
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
/** Of a JSON schema. With more beside it (`ami_name_regex`), the key tells how to search for the image that is used. */
const SCHEMA_KEY = /^(?:patterns?|regex|pattern_properties)(?:\[|$)/;
/** ARNs that permissions are about, but not what a platform or an image is chosen by. */
const ARN_KEY = /(?:^|_)arns(?:_|$)|(?:^|(?<!platform|image)_)arn(?:_|$)/;
/** Fields that only answers of the API have: `describe-images`, `get-parameter`, `describe-nodegroup`. */
const ANSWER =
  /^(?:ImageLocation|CreationDate|OwnerId|ImageOwnerAlias|LastModifiedDate|nodegroupArn|EnvironmentId|ARN|DateCreated)$/;

/** What every name of an image has, and the release of a node group: a quick question before the others. */
const ANY_IMAGE = new RegExp(
  String.raw`amazon|amzn|al2|AL1|bottlerocket|${imageWords('builtOn').join('|')}|^\s*(?:1|2\.0|2023)\.\d`,
  'i',
);

/** Whether a key on the way to a text says that it is in no use: each text asks it of all keys above. */
export const isOtherKey = memoize((key: string): boolean => {
  const name = snakeKey(key);
  return [OTHER_KEY, SCHEMA_KEY, ARN_KEY].some((pattern) => pattern.test(name));
});

export function isAnswer(keys: readonly string[]): boolean {
  return keys.some((key) => ANSWER.test(key));
}

/** Whether a text can be an image's name at all: most are none. */
export function mayBeImage(written: string): boolean {
  return ANY_IMAGE.test(written);
}

/** How a text under a key is meant as an image; null when it is none. `amiType` is written beside it. */
export function imageContext(key: string, written: string, amiType: string | null): OsImageContext | null {
  if (!mayBeImage(written)) return null;
  const name = snakeKey(key);
  const context = contextOf(name, written.trim().replaceAll(QUOTES, ''), amiType);
  return context !== null && readOsImage(written, context) !== null ? context : null;
}

function contextOf(name: string, written: string, amiType: string | null): OsImageContext | null {
  if (BY_NAME.some((pattern) => pattern.test(written))) return {};
  if (/(?:^|_)(?:ami|image)_type(?:_|$)/.test(name) && AMI_TYPE.test(written)) return {};
  if (/(?:^|_)(?:release|ami)_version$/.test(name) && RELEASE.test(written)) return { amiType };
  if (NUMBER.test(written) && SYSTEM_KEY.test(name)) return {};
  if (/(?:^|_)(?:ami_family|eks_lookup_type)$/.test(name) && FAMILY.test(written))
    return { place: 'ami-family' };
  return null;
}
