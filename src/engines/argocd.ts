/** Argo CD: a fleet in; the ApplicationSet, the AppProject and the plugin, and what Argo CD would stumble over, out. */
import { appProject } from './argocd/app-project.ts';
import { applicationSet } from './argocd/application-set.ts';
import { applicationsOf } from './argocd/applications.ts';
import { checkDefinitions } from './argocd/check-definitions.ts';
import { checkDestinations } from './argocd/check-destinations.ts';
import { checkLabels } from './argocd/check-labels.ts';
import { checkNames } from './argocd/check-names.ts';
import { checkSizes } from './argocd/check-sizes.ts';
import { pluginFile } from './argocd/plugin.ts';
import { argocdSettings } from './argocd/settings.ts';
import { syncOptionsGuard } from './argocd/sync-options.ts';
import { type EmittedFile, type Engine, variantsOf } from './engine.ts';
import { needRepository } from './need-repository.ts';
import { warnEncrypted } from './warn-encrypted.ts';

const title = 'Argo CD';

export const argocd: Engine = {
  name: 'argocd',
  title,
  guards: [syncOptionsGuard],
  emit: (fleet) => {
    const settings = argocdSettings(fleet);
    const project: EmittedFile = {
      path: 'appproject.yaml',
      documents: [appProject(fleet, settings)],
    };
    return [
      ...(settings.createsProject ? [project] : []),
      { path: 'applicationset.yaml', comment, documents: [applicationSet(fleet, settings)] },
      ...(settings.plugin ? [pluginFile()] : []),
    ];
  },
  check: (fleet) => {
    const settings = argocdSettings(fleet);
    const applications = applicationsOf(fleet, settings);
    const variants = variantsOf(fleet.clusters);
    return [
      ...needRepository({ title }, fleet),
      ...warnEncrypted({ title }, fleet),
      ...checkDestinations(fleet, settings),
      ...checkNames(fleet, settings, applications),
      ...checkLabels(fleet, settings),
      ...checkDefinitions(settings, applications, variants),
      ...checkSizes(fleet, settings, applications, variants),
    ];
  },
};

const comment = ['To be applied in the cluster of Argo CD, now and whenever it changes.'];
