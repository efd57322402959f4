/** A value and edits in, what the value is to be afterwards out: what the edited text is compared with. */
import { copyObject, isArray, isObject, type JsonValue, newObject } from '../model/kube-object.ts';
import { type JsonPointer, pointerTokens } from '../model/source.ts';
import { isRefusal, type Refusal } from './splices.ts';
import type { StructureEdit, TextEdit } from './structure-edit.ts';

/** Values of any other kind are wrapped, so that a refusal is never taken for a value. */
type Edited = { readonly value: JsonValue } | Refusal;

const order: readonly TextEdit['kind'][] = [
  'set-scalar',
  'wrap-items',
  'change-members',
  'change-items',
  'rename-key',
  'move-member',
];

/** The value with all edits in it. Pointers are those of the value as it was, so what is deepest comes first. */
export function editValue(value: JsonValue, edits: readonly TextEdit[]): Edited {
  const sorted = edits.toSorted(
    (one, other) =>
      pointerTokens(pointerOf(other)).length - pointerTokens(pointerOf(one)).length ||
      order.indexOf(one.kind) - order.indexOf(other.kind),
  );
  let edited: Edited = { value };
  for (const edit of sorted) {
    if (isRefusal(edited)) return edited;
    edited = editOne(edited.value, edit);
  }
  return edited;
}

/** The pointer of what an edit changes. */
export function pointerOf(edit: TextEdit): JsonPointer {
  return edit.kind === 'move-member' ? edit.from.pointer : edit.at.pointer;
}

function editOne(value: JsonValue, edit: TextEdit): Edited {
  switch (edit.kind) {
    case 'set-scalar':
      return update(value, pointerTokens(edit.at.pointer), (old) =>
        isArray(old) || isObject(old)
          ? { refusal: 'a mapping or a list stands there' }
          : { value: edit.value },
      );
    case 'wrap-items':
      return update(value, pointerTokens(edit.at.pointer), (old) => wrapItems(old, edit.key));
    case 'rename-key':
      return renameKey(value, pointerTokens(edit.at.pointer), edit.key);
    case 'move-member':
      return moveMember(value, pointerTokens(edit.from.pointer), pointerTokens(edit.into.pointer));
    case 'change-members':
    case 'change-items':
      return update(value, pointerTokens(edit.at.pointer), (old) => changeStructure(old, edit));
  }
}

function changeStructure(old: JsonValue, edit: StructureEdit): Edited {
  if (edit.kind === 'change-items') {
    if (old !== null && !isArray(old)) return { refusal: 'no list stands there' };
    const kept = (old ?? []).filter((_, index) => !edit.remove.includes(index));
    return { value: [...kept, ...edit.add] };
  }
  if (old !== null && !isObject(old)) return { refusal: 'no mapping stands there' };
  const changed = old === null ? newObject() : copyObject(old);
  for (const key of edit.remove) delete changed[key];
  return { value: Object.assign(changed, edit.set) };
}

function wrapItems(list: JsonValue, key: string): Edited {
  if (!isArray(list)) return { refusal: 'no list stands there' };
  return { value: list.map((item) => withMember(newObject(), key, item)) };
}

function withMember(object: JsonValue, key: string, member: JsonValue): JsonValue {
  const changed = isObject(object) ? copyObject(object) : newObject();
  changed[key] = member;
  return changed;
}

function renameKey(value: JsonValue, tokens: readonly string[], key: string): Edited {
  const last = tokens.at(-1) ?? '';
  return update(value, tokens.slice(0, -1), (parent) => {
    if (!isObject(parent) || !(last in parent)) return nothingThere;
    if (key in parent) return { refusal: `${key} stands beside it already` };
    const renamed = newObject();
    for (const [name, member] of Object.entries(parent))
      renamed[name === last ? key : name] = member;
    return { value: renamed };
  });
}

function moveMember(value: JsonValue, from: readonly string[], into: readonly string[]): Edited {
  const key = from.at(-1) ?? '';
  let moved: JsonValue | undefined;
  const without = update(value, from.slice(0, -1), (parent) => {
    if (!isObject(parent) || !(key in parent)) return nothingThere;
    moved = parent[key] ?? null;
    const rest = copyObject(parent);
    delete rest[key];
    return { value: rest };
  });
  if (isRefusal(without) || moved === undefined) return without;
  const member = moved;
  return update(without.value, into, (target) => {
    if (target !== null && !isObject(target)) return { refusal: 'no mapping stands there' };
    if (target !== null && key in target) return { refusal: `${key} stands there already` };
    return { value: withMember(target, key, member) };
  });
}

const nothingThere: Refusal = { refusal: 'nothing stands there any more' };

/** Copies the way to a value and changes it there. A member that is missing at the end of the way counts as null. */
function update(
  value: JsonValue,
  tokens: readonly string[],
  change: (old: JsonValue) => Edited,
): Edited {
  const [token, ...rest] = tokens;
  if (token === undefined) return change(value);
  const isMember = isObject(value) && (token in value || rest.length === 0);
  const isItem = isArray(value) && token in value;
  if (!isMember && !isItem) return nothingThere;
  const old = isArray(value) ? value[Number(token)] : value[token];
  const changed = update(old ?? null, rest, change);
  if (isRefusal(changed)) return changed;
  if (!isArray(value)) return { value: withMember(value, token, changed.value) };
  return {
    value: value.map((item, index) => (index === Number(token) ? changed.value : item)),
  };
}
