import type { SupportPeriod } from '../../../model/index.ts';

const NO_EXTENDED = {
  extendedStarts: null,
  extendedYear3Starts: null,
  extendedEnds: null,
  extendedOffered: false,
  lts: false,
} as const;

/**
 * Support dates, written here because the vendor gives them in guides and not in the notes. Pages disagree about Amazon
 * Linux 2023: its own guide counts, and the other date is kept beside it. Nothing else is known of Amazon Linux 1.
 */
export const OS_SUPPORT: readonly SupportPeriod[] = [
  {
    product: 'amazon-linux-1',
    scope: '1',
    releasedOn: null,
    standardEnds: '2020-12-31',
    ...NO_EXTENDED,
    maintenanceEnds: '2023-12-31',
    url: 'https://docs.aws.amazon.com/linux/al2/ug/what-is-amazon-linux.html',
  },
  {
    product: 'amazon-linux-2',
    scope: '2',
    releasedOn: null,
    standardEnds: '2026-06-30',
    ...NO_EXTENDED,
    url: 'https://aws.amazon.com/amazon-linux-2/faqs/',
  },
  {
    product: 'amazon-linux-2023',
    scope: '2023',
    releasedOn: '2023-03-15',
    standardEnds: '2027-06-30',
    ...NO_EXTENDED,
    maintenanceEnds: '2029-06-30',
    url: 'https://docs.aws.amazon.com/linux/al2023/ug/release-cadence.html',
    alternatives: [
      {
        standardEnds: '2028-12-31',
        url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-optimized_AMI.html',
      },
    ],
  },
];
