import type { Link, Resource } from '../../resource-types.ts';

const IMAGE_BUILDER_API = 'https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_';

/** Settings of image builds: the image's name or name pattern, and the scripts that run in it. */
export const IMAGE_NAME = 'imageName';
export const BUILD_SCRIPTS = 'buildScripts';

const CREATED_BY: Link = {
  role: 'built-by',
  to: ['image-build'],
  terraform: ['image_recipe_arn', 'distribution_configuration_arn'],
  cloudformation: ['ImageRecipeArn', 'DistributionConfigurationArn'],
};

/** A Packer build, created by the Packer formats. */
export const PACKER_BUILD: Resource = {
  kind: 'image-build',
  page: 'https://developer.hashicorp.com/packer/integrations/hashicorp/amazon',
  types: {},
  settings: {
    [BUILD_SCRIPTS]: { type: 'answer' },
    [IMAGE_NAME]: { type: 'answer' },
  },
};

export const BUILDER_COMPONENT: Resource = {
  kind: 'image-build',
  page: `${IMAGE_BUILDER_API}CreateComponent.html`,
  types: { terraform: ['aws_imagebuilder_component'], cloudformation: 'AWS::ImageBuilder::Component' },
  settings: { data: { type: 'part' } },
};

export const BUILDER_RECIPE: Resource = {
  kind: 'image-build',
  page: `${IMAGE_BUILDER_API}CreateImageRecipe.html`,
  types: { terraform: ['aws_imagebuilder_image_recipe'], cloudformation: 'AWS::ImageBuilder::ImageRecipe' },
  settings: {
    components: { type: 'structure', terraform: 'component', isOrdered: true },
    parentImage: { type: 'text' },
  },
  links: [{ role: 'built-by', to: ['image-build'], settings: ['components'] }],
};

export const BUILDER_IMAGE: Resource = {
  kind: 'image-build',
  page: `${IMAGE_BUILDER_API}CreateImage.html`,
  types: { terraform: ['aws_imagebuilder_image'], cloudformation: 'AWS::ImageBuilder::Image' },
  settings: {},
  links: [CREATED_BY],
};

export const BUILDER_PIPELINE: Resource = {
  kind: 'image-build',
  page: `${IMAGE_BUILDER_API}CreateImagePipeline.html`,
  types: {
    terraform: ['aws_imagebuilder_image_pipeline'],
    cloudformation: 'AWS::ImageBuilder::ImagePipeline',
  },
  settings: {},
  links: [CREATED_BY],
};

export const BUILDER_DISTRIBUTION: Resource = {
  kind: 'image-build',
  page: `${IMAGE_BUILDER_API}CreateDistributionConfiguration.html`,
  types: {
    terraform: ['aws_imagebuilder_distribution_configuration'],
    cloudformation: 'AWS::ImageBuilder::DistributionConfiguration',
  },
  settings: { distributions: { type: 'structure', terraform: 'distribution' } },
};
