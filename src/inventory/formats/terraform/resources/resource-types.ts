import { DATABASE_TYPES } from './database-types.ts';
import { SERVICE_TYPES } from './service-types.ts';
import type { ResourceType } from './resource-type.ts';

/** Every resource type and data source (`data.…`) that the inventory reads. */
export const RESOURCE_TYPES: ReadonlyMap<string, ResourceType> = new Map(
  Object.entries({ ...DATABASE_TYPES, ...SERVICE_TYPES }),
);
