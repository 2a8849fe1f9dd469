/** Where AWS keeps the ids of its Linux images: public parameters of Systems Manager, by who publishes them. */
export const PARAMETER_PATHS = {
  linux: '/aws/service/ami-amazon-linux-latest/',
  ecs: '/aws/service/ecs/optimized-ami/',
  eks: '/aws/service/eks/optimized-ami/',
  cloud9: '/aws/service/cloud9/amis/',
  bottlerocket: '/aws/service/bottlerocket/',
} as const;

/** How the name of such a parameter begins, for the patterns that find one in longer text. */
export const IMAGE_PARAMETER = `(?:${Object.values(PARAMETER_PATHS).join('|')})`;
