/** What an API server writes into the metadata of a live object, and nobody means to deploy. */

/** Members of metadata. */
export const serverMetadata: readonly string[] = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'managedFields',
  'selfLink',
  'ownerReferences',
];

/** The annotation in which kubectl keeps the object it applied. */
export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';
