/** Where a type of resource names operating system images, and where it holds scripts. */
export interface ImagePlaces {
  /** Paths of names of images; of several the first that names one. `[]` goes into each item of a list. */
  images: readonly string[];
  /** Paths of scripts. */
  scripts: readonly string[];
  /** It runs an image whatever that is called: one that is not known is an asset too. */
  isMachine: boolean;
  /** The path of what says how the name is meant: the type of a node group's image says what its release is of. */
  meaning?: string;
}

const USER_DATA = ['user_data', 'user_data_base64'];
const images = (...paths: string[]): ImagePlaces => ({ images: paths, scripts: [], isMachine: false });
const scripts = (...paths: string[]): ImagePlaces => ({ images: [], scripts: paths, isMachine: false });
const machine = (image: string, ...paths: string[]): ImagePlaces => ({
  images: [image],
  scripts: paths,
  isMachine: true,
});

/** Commands of `local-exec` and `remote-exec`, which any resource of Terraform may hold. */
export const PROVISIONER_SCRIPTS: readonly string[] = ['provisioner.command', 'provisioner.inline'];

const PLACES: Readonly<
  Record<'terraform' | 'cloudformation' | 'packer', Readonly<Record<string, ImagePlaces>>>
> = {
  terraform: {
    aws_launch_template: machine('image_id', ...USER_DATA),
    aws_launch_configuration: machine('image_id', ...USER_DATA),
    aws_instance: machine('ami', ...USER_DATA),
    aws_spot_instance_request: { ...machine('ami', ...USER_DATA), isMachine: false },
    aws_eks_node_group: { ...images('release_version', 'ami_type'), meaning: 'ami_type' },
    aws_elastic_beanstalk_environment: images('solution_stack_name', 'platform_arn'),
    aws_elastic_beanstalk_configuration_template: images('solution_stack_name', 'platform_arn'),
    aws_batch_compute_environment: images('compute_resources.ec2_configuration.image_type'),
    aws_cloud9_environment_ec2: images('image_id'),
    aws_emr_cluster: images('os_release_label'),
    aws_imagebuilder_image_recipe: images('parent_image'),
    aws_imagebuilder_container_recipe: images('parent_image'),
    aws_codebuild_project: images('environment.image'),
    aws_ecs_task_definition: images('container_definitions.[].image'),
    'data.aws_ssm_parameter': images('name'),
    'data.aws_elastic_beanstalk_solution_stack': images('name_regex'),
    'data.aws_ami': images(),
    aws_cloudformation_stack: scripts('template_body'),
    aws_cloudformation_stack_set: scripts('template_body'),
    aws_imagebuilder_component: scripts('data'),
    'data.cloudinit_config': scripts('part.content'),
    'data.template_cloudinit_config': scripts('part.content'),
    'data.template_file': scripts('template'),
  },
  cloudformation: {
    'AWS::AutoScaling::LaunchConfiguration': machine('ImageId', 'UserData'),
    'AWS::Batch::ComputeEnvironment': images(
      'ComputeResources.ImageId',
      'ComputeResources.Ec2Configuration.[].ImageIdOverride',
      'ComputeResources.Ec2Configuration.[].ImageType',
    ),
    'AWS::Batch::JobDefinition': images('ContainerProperties.Image'),
    'AWS::Cloud9::EnvironmentEC2': images('ImageId'),
    'AWS::CloudFormation::StackSet': scripts('TemplateBody'),
    'AWS::CodeBuild::Project': { ...images('Environment.Image'), scripts: ['Source.BuildSpec'] },
    'AWS::EC2::Instance': machine('ImageId', 'UserData'),
    'AWS::EC2::LaunchTemplate': machine('LaunchTemplateData.ImageId', 'LaunchTemplateData.UserData'),
    'AWS::EC2::SpotFleet': images('SpotFleetRequestConfigData.LaunchSpecifications.[].ImageId'),
    'AWS::ECS::TaskDefinition': images('ContainerDefinitions.[].Image'),
    'AWS::EKS::Nodegroup': { ...images('ReleaseVersion', 'AmiType'), meaning: 'AmiType' },
    'AWS::EMR::Cluster': images('OSReleaseLabel'),
    'AWS::ElasticBeanstalk::ConfigurationTemplate': images('SolutionStackName', 'PlatformArn'),
    'AWS::ElasticBeanstalk::Environment': images('SolutionStackName', 'PlatformArn'),
    'AWS::ImageBuilder::Component': scripts('Data'),
    'AWS::ImageBuilder::ContainerRecipe': images('ParentImage'),
    'AWS::ImageBuilder::ImageRecipe': images('ParentImage'),
  },
  packer: {
    source: images(
      ...['source_ami_filter.filters.name', 'source_ami_filter.filters.description', 'source_ami', 'image'],
    ),
    data: images('filters.name', 'filters.description', 'name'),
  },
};

/**
 * Where a type names images and holds scripts; null for all others. Of Terraform's data sources with `data.` before it,
 * of Packer the type of the block.
 */
export function imagePlaces(tool: keyof typeof PLACES, type: string): ImagePlaces | null {
  const places = PLACES[tool];
  return Object.hasOwn(places, type) ? (places[type] ?? null) : null;
}

/** The types that name images or hold scripts. */
export function typesWithImages(tool: keyof typeof PLACES): string[] {
  return Object.keys(PLACES[tool]);
}
