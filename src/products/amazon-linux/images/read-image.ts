import { OS_IMAGE_READERS } from './readers.ts';
import type { OsImage, OsImageContext } from '../../../model/index.ts';

/**
 * Reads the name of an Amazon Linux image as people write it: AMI names and filters, container references, dnf
 * commands, ECS- and EKS-optimised names and release versions, Elastic Beanstalk platforms, SSM public parameters, CDK
 * machine images, bare release numbers. Null for everything else (other systems, AMI ids, and Amazon Linux 2022, which
 * was a preview). Forms: Amazon Linux 2023 User Guide "ec2" and "base-container", ECS "retrieve-ecs-optimized_AMI", EKS
 * "retrieve-ami-id".
 */
export function readAmazonLinuxImage(text: string, context: OsImageContext = {}): OsImage | null {
  for (const read of OS_IMAGE_READERS) {
    const image = read(text, context);
    if (image !== null) return image;
  }
  return null;
}
