/** Where the values of a document were written, noted while they are made. */
import type { JsonArray, JsonObject } from '../model/kube-object.ts';
import type { Span } from './text-lines.ts';

/** Where one member of a mapping, or one item of a sequence, stands. */
export interface MemberPlace {
  readonly value: Span;
  /** Absent for items. */
  readonly key?: Span;
}

type Container = JsonObject | JsonArray;

/** The places of the members of collections, by the identity of the collection. */
export interface Places {
  note(container: Container, member: string, place: MemberPlace): void;
  find(container: Container, member: string): MemberPlace | undefined;
}

/** Remembers places. */
export function createPlaces(): Places {
  const all = new Map<Container, Map<string, MemberPlace>>();
  return {
    note(container, member, place) {
      const members = all.get(container);
      if (members === undefined) all.set(container, new Map([[member, place]]));
      else members.set(member, place);
    },
    find: (container, member) => all.get(container)?.get(member),
  };
}

/** Remembers nothing; for readers who only want the values. */
export const noPlaces: Places = { note() {}, find: () => undefined };
