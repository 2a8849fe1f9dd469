/** Paths of operating system image names and scripts in a type of resource. */
export interface ImagePlaces {
  /** Paths of image names; if there are several, the first with a value counts. `[]` means each item of a list. */
  images: readonly string[];
  /** Paths of scripts. */
  scripts: readonly string[];
  /** True if the resource always runs an image, so that it is an asset even if the image is unknown. */
  isMachine: boolean;
  /** Path that decides the meaning of the name: a node group's AMI type decides the system of its release. */
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

/** Commands of `local-exec` and `remote-exec`, which any Terraform resource may contain. */
export const PROVISIONER_SCRIPTS: readonly string[] = ['provisioner.command', 'provisioner.inline'];

const PLACES_BY_TOOL: Readonly<
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
 * Image names and scripts of a type; null for all others. Terraform's data sources have the prefix `data.`, Packer uses
 * the block's type.
 */
export function imagePlaces(tool: keyof typeof PLACES_BY_TOOL, type: string): ImagePlaces | null {
  const places = PLACES_BY_TOOL[tool];
  return Object.hasOwn(places, type) ? (places[type] ?? null) : null;
}

/** Types with image names or scripts. */
export function typesWithImages(tool: keyof typeof PLACES_BY_TOOL): string[] {
  return Object.keys(PLACES_BY_TOOL[tool]);
}
