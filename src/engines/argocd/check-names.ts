/** The Applications in; out: names that Argo CD refuses, and folders that it does not see. */
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { isDns1123Subdomain } from '../../kube/names.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Fleet } from '../engine.ts';
import type { Application } from './applications.ts';
import type { ArgocdSettings } from './settings.ts';

/** The label app.kubernetes.io/instance holds no more: argo-cd, docs/user-guide/resource_tracking.md. */
const longestTrackingLabel = 63;

/** `engine/argocd-application-name`, `-name-clash`, `-long-name` and `-hidden-folder`: one report each, names in order. */
export function checkNames(
  fleet: Fleet,
  settings: ArgocdSettings,
  applications: readonly Application[],
): readonly Diagnostic[] {
  return [
    ...refused(fleet, applications),
    ...clashing(fleet, applications),
    ...long(fleet, applications),
    ...(findsFolders(settings) ? hidden(fleet, applications) : []),
  ];
}

function refused({ settingAt }: Fleet, applications: readonly Application[]) {
  const names = applications.map(({ name }) => name).filter((name) => !isDns1123Subdomain(name));
  if (names.length === 0) return [];
  return [diagnose('engine/argocd-application-name', settingAt('applications'), { names })];
}

function clashing({ settingAt }: Fleet, applications: readonly Application[]): Diagnostic[] {
  const clashes = [...groupBy(applications, ({ name }) => name)].flatMap(([name, sharing]) => {
    if (sharing.length === 1) return [];
    const folders = sharing.map(
      ({ cluster, folders: [folder] }) => `clusters/${cluster.name}/${folder?.name ?? ''}`,
    );
    return [{ name, folders }];
  });
  if (clashes.length === 0) return [];
  return [diagnose('engine/argocd-name-clash', settingAt('applications'), { clashes })];
}

function long({ settingAt }: Fleet, applications: readonly Application[]): Diagnostic[] {
  const names = applications
    .map(({ name }) => name)
    .filter((name) => name.length > longestTrackingLabel && isDns1123Subdomain(name));
  if (names.length === 0) return [];
  return [
    diagnose('engine/argocd-long-name', settingAt('applications'), {
      names,
      limit: longestTrackingLabel,
    }),
  ];
}

/** Whether the generator lists folders of git, and not the files of the index alone. */
function findsFolders({ applications, generator }: ArgocdSettings): boolean {
  return applications === 'folder' || generator === 'clusters';
}

/** argo-cd, reposerver/repository (GetGitDirectories) skips folders that begin with a dot, and whatever is in them. */
function hidden(
  { repository, settingAt }: Fleet,
  applications: readonly Application[],
): Diagnostic[] {
  const folders = new Set([
    ...repository.path.split('/'),
    ...applications.flatMap((application) => application.folders.map(({ name }) => name)),
  ]);
  const skipped = [...folders].filter((name) => name.startsWith('.'));
  if (skipped.length === 0) return [];
  const at = settingAt('applications');
  return [diagnose('engine/argocd-hidden-folder', at, { folders: skipped })];
}
