/** `deployment/web` on the command line in, the objects that are meant out. */
import { nearest } from '../diagnostics/suggest.ts';
import type { TaughtKind } from '../frontends/kubefed/taught-kinds.ts';
import { knownKind } from '../kube/kinds.ts';
import { pluralOf } from '../kube/names.ts';
import type { ObjectKey } from '../model/kube-object.ts';

export interface ObjectName {
  /** In lower case: kind, plural or federated kind. */
  readonly kind: string;
  /** After the first dot of the kind; absent means any. */
  readonly group?: string;
  readonly name: string;
  /** Kinds in lower case that `kind` stands for too: what a federated kind is called may tell nothing. */
  readonly targets?: readonly string[];
}

/** The name with what the repository teaches about its kind: `federatedapp/web` may be a Deployment. */
export function withTargets(name: ObjectName, taught: readonly TaughtKind[]): ObjectName {
  const { kind, group, name: itself } = name;
  const known = taught.filter(
    (each) =>
      spellingsOf(each.federated).includes(kind) && (group === undefined || group === each.group),
  );
  const targets = known.map(({ target }) => target.toLowerCase());
  return targets.length === 0 ? name : { kind, name: itself, targets };
}

/** Reads KIND/NAME or KIND.GROUP/NAME; undefined if the text has another form. */
export function parseObjectName(text: string): ObjectName | undefined {
  const slash = text.indexOf('/');
  const type = text.slice(0, slash).toLowerCase();
  const name = text.slice(slash + 1);
  if (slash < 1 || name === '') return undefined;
  const dot = type.indexOf('.');
  if (dot < 0) return { kind: type, name };
  return { kind: type.slice(0, dot), group: type.slice(dot + 1), name };
}

/** Whether an object is meant, by its kind, its plural or its federated kind, whatever the case of the letters. */
export function isMeant(
  key: ObjectKey,
  { kind, group, name, targets = [] }: ObjectName,
  namespace: string | undefined,
): boolean {
  if (key.name !== name) return false;
  if (namespace !== undefined && key.namespace !== namespace && key.namespace !== '') return false;
  const isGroup = group === undefined || group === key.group || isFederatedGroup(kind, group);
  return isGroup && kindNames(key).some((each) => each === kind || targets.includes(each));
}

/** Up to three `kind.group/name` of objects with nearly this name. */
export function nearestNames(
  keys: readonly ObjectKey[],
  { kind, name }: ObjectName,
): readonly string[] {
  const byText = new Map(keys.map((key) => [`${key.kind.toLowerCase()}/${key.name}`, key]));
  const sameName = [...byText].filter(([, key]) => key.name === name).map(([text]) => text);
  const near = nearest(`${kind}/${name}`, [...byText.keys()]);
  return [...new Set([...sameName, ...near])].slice(0, 3).map((text) => {
    const key = byText.get(text);
    return key?.namespace === undefined || key.namespace === ''
      ? text
      : `${text} -n ${key.namespace}`;
  });
}

function kindNames({ group, kind }: ObjectKey): readonly string[] {
  return namesOf(kind, knownKind(group, kind)?.plural ?? pluralOf(kind));
}

/** With and without the word in front, which other kinds can do without too. */
function spellingsOf(federated: string): readonly string[] {
  const bare = federated.replace(/^Federated(?=.)/, '');
  return namesOf(bare, pluralOf(bare));
}

function namesOf(...names: readonly string[]): readonly string[] {
  return names.flatMap((each) => [each.toLowerCase(), `federated${each.toLowerCase()}`]);
}

function isFederatedGroup(kind: string, group: string): boolean {
  return kind.startsWith('federated') && /(?:kubefed|federation)/.test(group);
}
