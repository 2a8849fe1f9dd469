/** Arguments that name an operating system image; of several the first that names one. */
export const IMAGE_ARGUMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_launch_template', ['image_id']],
  ['aws_launch_configuration', ['image_id']],
  ['aws_instance', ['ami']],
  ['aws_spot_instance_request', ['ami']],
  ['aws_eks_node_group', ['release_version', 'ami_type']],
  ['aws_elastic_beanstalk_environment', ['solution_stack_name', 'platform_arn']],
  ['aws_elastic_beanstalk_configuration_template', ['solution_stack_name', 'platform_arn']],
  ['aws_batch_compute_environment', ['compute_resources.ec2_configuration.image_type']],
  ['aws_cloud9_environment_ec2', ['image_id']],
  ['aws_emr_cluster', ['os_release_label']],
  ['aws_imagebuilder_image_recipe', ['parent_image']],
  ['aws_imagebuilder_container_recipe', ['parent_image']],
  ['aws_codebuild_project', ['environment.image']],
  ['aws_ecs_task_definition', ['container_definitions']],
  ['data.aws_ssm_parameter', ['name']],
  ['data.aws_elastic_beanstalk_solution_stack', ['name_regex']],
  ['data.aws_ami', []],
]);

const MACHINE = ['user_data', 'user_data_base64'];
/** Of `local-exec`. */
const PROVISIONER = ['provisioner.command'];

/** Arguments that hold a script, of nested blocks as `part.content`. */
export const SCRIPT_ARGUMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws_instance', MACHINE],
  ['aws_launch_configuration', MACHINE],
  ['aws_launch_template', MACHINE],
  ['aws_spot_instance_request', MACHINE],
  ['aws_imagebuilder_component', ['data']],
  ['null_resource', PROVISIONER],
  ['terraform_data', PROVISIONER],
  ['data.cloudinit_config', ['part.content']],
  ['data.template_cloudinit_config', ['part.content']],
  ['data.template_file', ['template']],
]);
