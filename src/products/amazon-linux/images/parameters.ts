/** Public parameters of Systems Manager with the ids of Linux images, by publisher. */
export const PARAMETER_PATHS = {
  linux: '/aws/service/ami-amazon-linux-latest/',
  ecs: '/aws/service/ecs/optimized-ami/',
  eks: '/aws/service/eks/optimized-ami/',
  cloud9: '/aws/service/cloud9/amis/',
  bottlerocket: '/aws/service/bottlerocket/',
} as const;

/** Pattern for the beginning of such a parameter's name, for searches in longer text. */
export const IMAGE_PARAMETER = `(?:${Object.values(PARAMETER_PATHS).join('|')})`;
