// CDK names of operating system images. Source: its API reference (aws-ec2, aws-ecs, aws-eks), version 2.

/** Any letters and digits at the end of a member's name. */
const WORD_CHARACTER = String.raw`\w`;

export const CDK_IMAGES = {
  /** Members of types that name a generation, as patterns; Go joins both in one name. */
  members: {
    MachineImage: ['latestAmazonLinux2', 'latestAmazonLinux2023'],
    AmazonLinuxGeneration: ['AMAZON_LINUX', 'AMAZON_LINUX_2', 'AMAZON_LINUX_2023'],
    EcsOptimizedImage: ['amazonLinux', 'amazonLinux2', 'amazonLinux2023'],
    MachineImageType: ['AMAZON_LINUX_2', 'AMAZON_LINUX_2023', 'BOTTLEROCKET'],
    '(?<![A-Za-z])ImageId': ['AMAZON_LINUX_2', 'AMAZON_LINUX_2023'],
    LinuxBuildImage: [`AMAZON_LINUX_2${WORD_CHARACTER}*`],
    LinuxArmBuildImage: [`AMAZON_LINUX_2${WORD_CHARACTER}*`],
    'Linux(?:Arm)?LambdaBuildImage': [`AMAZON_LINUX_2${WORD_CHARACTER}*`],
    NodegroupAmiType: [
      `AL2_${WORD_CHARACTER}+`,
      `AL2023_${WORD_CHARACTER}+`,
      `BOTTLEROCKET_${WORD_CHARACTER}+`,
    ],
    BottlerocketEcsVariant: [`AWS_${WORD_CHARACTER}+`],
  },
  /** Classes whose name contains a generation. */
  classes: ['AmazonLinux2ImageSsmParameter', 'AmazonLinux2023ImageSsmParameter'],
  /** Classes that imply a generation when constructed. */
  made: ['EksOptimizedImage'],
  /** Methods and classes with a default generation, unless another one is named. */
  byDefault: {
    methods: [['MachineImage', 'latestAmazonLinux']],
    classes: ['AmazonLinuxImage', 'EcsOptimizedAmi'],
  },
  /** Methods that take an image id. */
  byId: [['MachineImage', 'genericLinux']],
} as const satisfies CdkImages;

interface CdkImages {
  members: Readonly<Record<string, readonly string[]>>;
  classes: readonly string[];
  made: readonly string[];
  byDefault: { methods: readonly Method[]; classes: readonly string[] };
  byId: readonly Method[];
}

type Method = readonly [type: string, method: string];
