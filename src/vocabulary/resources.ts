import { ALARM, COMPOSITE_ALARM } from './kinds/alarm.ts';
import { DB_CLUSTER } from './kinds/databases/db-cluster.ts';
import { AUTO_SCALING_GROUP } from './kinds/scaling/auto-scaling-group.ts';
import { BUCKET } from './kinds/bucket.ts';
import { DATABASE_EXTENSION } from './kinds/databases/shared.ts';
import { CLUSTER_INSTANCE, DB_INSTANCE } from './kinds/databases/db-instance.ts';
import { DB_PROXY } from './kinds/databases/db-proxy.ts';
import { DB_SNAPSHOT } from './kinds/databases/db-snapshot.ts';
import { EVENT_RULE, EVENT_SUBSCRIPTION } from './kinds/events.ts';
import { EVENT_TARGET } from './kinds/receivers/event-target.ts';
import { FUNCTION } from './kinds/receivers/function.ts';
import { INSTANCE_PROFILE, MANAGED_POLICY, ROLE, ROLE_POLICY } from './kinds/identity.ts';
import { KEY } from './kinds/receivers/key.ts';
import { QUEUE } from './kinds/receivers/queue.ts';
import { TOPIC, TOPIC_SUBSCRIPTION } from './kinds/receivers/topic.ts';
import { GLOBAL_CLUSTER } from './kinds/databases/global-cluster.ts';
import { LAUNCH_CONFIGURATION, LAUNCH_TEMPLATE } from './kinds/scaling/launch-template.ts';
import { LIFECYCLE_HOOK } from './kinds/scaling/lifecycle-hook.ts';
import { LOAD_BALANCER } from './kinds/load-balancer.ts';
import { LOG_GROUP } from './kinds/log-group.ts';
import { CLUSTER_PARAMETER_GROUP, PARAMETER_GROUP } from './kinds/databases/parameter-groups.ts';
import { S3_OBJECT, SSM_PARAMETER } from './kinds/hosts/host-files.ts';
import {
  BUILDER_COMPONENT,
  BUILDER_DISTRIBUTION,
  BUILDER_IMAGE,
  BUILDER_PIPELINE,
  BUILDER_RECIPE,
  PACKER_BUILD,
} from './kinds/hosts/image-builds.ts';
import { SSM_ASSOCIATION } from './kinds/scaling/ssm-association.ts';
import { TARGET_GROUP } from './kinds/target-group.ts';
import { TRAIL } from './kinds/trail.ts';
import type { Resource } from './resource-types.ts';

/** Every resource that becomes an asset; within a kind the usual one comes first. */
export const RESOURCES: readonly Resource[] = [
  DB_CLUSTER,
  CLUSTER_INSTANCE,
  DB_INSTANCE,
  GLOBAL_CLUSTER,
  CLUSTER_PARAMETER_GROUP,
  PARAMETER_GROUP,
  EVENT_SUBSCRIPTION,
  AUTO_SCALING_GROUP,
  LIFECYCLE_HOOK,
  LAUNCH_TEMPLATE,
  LAUNCH_CONFIGURATION,
  LOAD_BALANCER,
  TARGET_GROUP,
  LOG_GROUP,
  ALARM,
  COMPOSITE_ALARM,
  EVENT_RULE,
  EVENT_TARGET,
  TOPIC,
  TOPIC_SUBSCRIPTION,
  QUEUE,
  KEY,
  FUNCTION,
  ROLE,
  MANAGED_POLICY,
  ROLE_POLICY,
  INSTANCE_PROFILE,
  BUCKET,
  SSM_ASSOCIATION,
  SSM_PARAMETER,
  S3_OBJECT,
  PACKER_BUILD,
  BUILDER_COMPONENT,
  BUILDER_RECIPE,
  BUILDER_IMAGE,
  BUILDER_PIPELINE,
  BUILDER_DISTRIBUTION,
  DB_PROXY,
  TRAIL,
  DATABASE_EXTENSION,
  DB_SNAPSHOT,
];
