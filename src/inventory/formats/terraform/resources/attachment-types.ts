/** Resources that are no assets and say something about assets. */
const ATTACHMENT_TYPES = [
  'aws_autoscaling_attachment',
  'aws_autoscaling_notification',
  'aws_lb_listener',
  'aws_alb_listener',
  'aws_lb_listener_rule',
  'aws_alb_listener_rule',
  'aws_db_proxy_target',
  'aws_db_proxy_default_target_group',
  'aws_rds_cluster_role_association',
  'aws_rds_cluster_activity_stream',
] as const;

export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

const known: ReadonlySet<string> = new Set(ATTACHMENT_TYPES);

export function isAttachment(type: string): type is AttachmentType {
  return known.has(type);
}
