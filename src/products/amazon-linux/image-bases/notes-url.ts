import type { ImageBase } from '../../../model/index.ts';

/** The notes of one release of images. */
export function imageNotesUrl({ publisher, day }: Pick<ImageBase, 'publisher' | 'day'>): string {
  const number = imageNumber({ publisher, day });
  return publisher === 'eks'
    ? `https://github.com/awslabs/amazon-eks-ami/releases/tag/${number}`
    : `https://github.com/aws/amazon-ecs-ami/releases/tag/${number}`;
}

/** `v20260714` of EKS, `20260820` of ECS. */
export function imageNumber({ publisher, day }: Pick<ImageBase, 'publisher' | 'day'>): string {
  const number = day.replaceAll('-', '');
  return publisher === 'eks' ? `v${number}` : number;
}
