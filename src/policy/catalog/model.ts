/** What the catalog tells. All names are spelled as AWS spells them; look-ups do not mind case. */

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

export interface Service {
  /** As before the colon in an action: `s3`. */
  prefix: string;
  /** `Amazon S3`. */
  name: string;
}

/** What is known of an action without reading its service's details. */
export interface ActionName {
  service: string;
  name: string;
  accessLevel: AccessLevel;
  /** Whether it can be limited to resources; when not, only `"*"` fits it. */
  hasResourceTypes: boolean;
}

export interface ActionResourceType {
  type: ResourceType;
  required: boolean;
  /** Keys that work with the action when it is used on this type. */
  conditionKeys: string[];
}

export interface Action extends ActionName {
  description: string;
  resourceTypes: ActionResourceType[];
  /** Keys that work with the action whatever the resource. */
  conditionKeys: string[];
  /** Actions that a caller needs besides. */
  dependentActions: string[];
  /** Authorizes something, but is no API operation of its own. */
  permissionOnly: boolean;
  documentation?: string;
}

export interface ResourceType {
  name: string;
  /** With placeholders: `arn:${Partition}:s3:::${BucketName}`. */
  arn: string;
  conditionKeys: string[];
  documentation?: string;
}

export type ConditionKeyType =
  'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary' | 'unknown';

export interface ConditionKey {
  /** May hold a placeholder: `aws:RequestTag/${TagKey}`. */
  key: string;
  description: string;
  type: ConditionKeyType;
  /** Holds several values in a request, so it wants ForAllValues or ForAnyValue. */
  multivalued: boolean;
  /** The service that sends it; absent for global keys. */
  service?: string;
  /** Of global keys: where it comes from. */
  category?: string;
  documentation?: string;
}

export interface CatalogSource {
  name: string;
  version: string;
  license: string;
}
