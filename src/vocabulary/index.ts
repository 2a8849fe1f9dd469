/** Names of resources and their settings, in the API and in every tool. */
export { isStructure, type Link, type Resource, type Setting, type SettingType } from './resource-types.ts';
export { linkPathsOf, pathsOf, describedSettings } from './names.ts';
export {
  linksOfKind,
  userGivenName,
  nameProperty,
  nameSetting,
  orderedSettings,
  resourceOf,
  resourcesOfKind,
  settingNamed,
  referenceSettings,
  sourcesOf,
  typesOf,
} from './types.ts';
export {
  isAuroraModule,
  isClusterModule,
  moduleResources,
  type ModuleResource,
} from './terraform/modules.ts';
export {
  databaseWords,
  operationOfCmdlet,
  OPERATION_WORDS,
  RDS_GROUPS,
  VERSION_OPERATIONS,
} from './kinds/databases/rds-names.ts';
export { ALARM, WATCHED_KINDS } from './kinds/alarm.ts';
export { DB_CLUSTER } from './kinds/databases/db-cluster.ts';
export { AUTO_UPGRADE } from './kinds/databases/shared.ts';
export { CLUSTER_INSTANCE, INSTANCE_CLASS, INSTANCE_REPLICAS } from './kinds/databases/db-instance.ts';
export { AUTO_SCALING_GROUP, HIDDEN_HOOKS, NOTIFICATION_TYPES } from './kinds/scaling/auto-scaling-group.ts';
export { IMAGE, INSTANCE_ROLE, LAUNCH_TEMPLATE, START_SCRIPT } from './kinds/scaling/launch-template.ts';
export { LIFECYCLE_HOOK } from './kinds/scaling/lifecycle-hook.ts';
export { LOAD_BALANCER } from './kinds/load-balancer.ts';
export { TARGET_GROUP } from './kinds/target-group.ts';
export { attachmentOf, type AssetReference } from './attachments.ts';
export { CDK_IMAGES } from './cdk/images.ts';
export { engineOfConstant, majorOfConstant } from './cdk/engines.ts';
export { engineOfSst, SST_CLUSTERS } from './cdk/sst.ts';
export { constructSetting, holdsSettings, resourceOfMethod, referenceProperties } from './cdk/constructs.ts';
export { CLOUDFORMATION_TYPES, LEADING_CLOUDFORMATION_TYPES, terraformWords } from './type-words.ts';
export { isReachedByLinks, kindsThatMatter } from './supporting-kinds.ts';
export { imagePlaces, PROVISIONER_SCRIPTS, type ImagePlaces } from './images.ts';
export { EVENT_RULE, EVENT_SUBSCRIPTION } from './kinds/events.ts';
export { OBJECT_CONTENT, PARAMETER_VALUE } from './kinds/hosts/host-files.ts';
export { BUILD_SCRIPTS, IMAGE_NAME } from './kinds/hosts/image-builds.ts';
export { ASSOCIATION_SCRIPT, SSM_ASSOCIATION } from './kinds/scaling/ssm-association.ts';
export { LOG_GROUP } from './kinds/log-group.ts';
export {
  CLUSTER_PARAMETER_GROUP,
  GROUP_FAMILY,
  PARAMETER_GROUP,
} from './kinds/databases/parameter-groups.ts';
export {
  attributeList,
  constructPaths,
  constructProperty,
  constructSpelling,
  isAttribute,
  ownTypeOf,
  separateProperties,
  propertyToWrite,
  typeToWrite,
  writtenName,
} from './setting-names.ts';
export { mayContainPin, isNeeded, PIN_WORDS } from './terraform/needed-blocks.ts';
export { defaultOf } from './defaults.ts';
export { apiName, camelCase, plainName, snakeCase, withApiNames } from './spelling.ts';
export {
  hasVersionKey,
  engineKeys,
  familyKeys,
  isEngineKey,
  isEngineVersionKey,
  isForOtherEngine,
  isGroupKey,
  isApiResponseKey,
  isVersionTableKey,
  isOptionKey,
  isOtherVersionKey,
  isOfOtherService,
  isVersionKey,
  mentionsAurora,
  mentionsAws,
  snakeKey,
} from './version-keys.ts';
export {
  enumeratedValue,
  instanceType,
  metricOfMethod,
  VERSION_ENUMERATION,
  enumeratedEngine,
  VERSION_ENUMERATIONS,
} from './cdk/constants.ts';
export { ownType, type OwnTypeName } from './cdk/own-types.ts';
export { isPolicyDocument } from './terraform/policy-documents.ts';
export { versionLookup, type VersionLookup } from './terraform/version-lookups.ts';
