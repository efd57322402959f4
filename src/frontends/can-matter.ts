/** Which files are read strictly: the text decides, so that Helm charts and other tools' files are left in peace. */

const words = [
  'Federated',
  'kubefed',
  'federation.k8s.io',
  'ReplicaSchedulingPreference',
  'CustomResourceDefinition',
  'fedc/v1alpha1',
  // A Cluster of Karmada is inventory wherever it stands; the group alone is named by charts and roles.
  'cluster.karmada.io/v1',
];

/** True if the text holds a word of the federated vocabulary, or one of the further words (federated API groups). */
export function canMatter(text: string, furtherWords: readonly string[] = []): boolean {
  return (
    words.some((word) => text.includes(word)) || furtherWords.some((word) => text.includes(word))
  );
}
