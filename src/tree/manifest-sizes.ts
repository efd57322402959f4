/** Manifests in; out: how many bytes they have, counted only where that may be more than a limit. */
import { printJson } from '../model/print-json.ts';
import type { Variant } from '../model/variant.ts';
import { printYaml } from '../yaml/print.ts';
import { countBytes, measure, measureChange, mostBytesPerUnit } from './measure.ts';

export interface ManifestSizes {
  /** The bytes of the files of these manifests together, if they are more than `limit`. */
  filesOver(variants: readonly Variant[], limit: number): number | undefined;
  /** The bytes of a manifest as compact JSON, if they are more than `limit`. */
  jsonOver(variant: Variant, limit: number): number | undefined;
}

/** Indentation and characters of several bytes make a file longer than what is measured, though never by nearly as much as this. */
const mostFileBytesPerUnit = 8;

/** Remembers what it has counted: clusters share most of their manifests. */
export function createManifestSizes(): ManifestSizes {
  const unitsOf = remembered(createMeasure());
  const fileBytesOf = remembered(({ object, verbatim }) =>
    textBytes(verbatim ?? printYaml(object)),
  );
  return {
    filesOver: (variants, limit) => {
      if (sum(variants, unitsOf) * mostFileBytesPerUnit <= limit) return undefined;
      const bytes = sum(variants, fileBytesOf);
      return bytes > limit ? bytes : undefined;
    },
    jsonOver: (variant, limit) => {
      if (unitsOf(variant) * mostBytesPerUnit <= limit) return undefined;
      const bytes = textBytes(printJson(variant.object));
      return bytes > limit ? bytes : undefined;
    },
  };
}

/** Variants of one source differ in little, and only that is walked over. */
function createMeasure(): (variant: Variant) => number {
  const bases = new Map<string, { readonly variant: Variant; readonly units: number }>();
  return (variant) => {
    const { file, document, pointer } = variant.origin;
    const source = `${document} ${pointer} ${file}`;
    const base = bases.get(source);
    if (base !== undefined)
      return base.units + measureChange(base.variant.object, variant.object).units;
    const { units } = measure(variant.object);
    bases.set(source, { variant, units });
    return units;
  };
}

function remembered(count: (variant: Variant) => number): (variant: Variant) => number {
  const counts = new Map<Variant, number>();
  return (variant) => {
    const known = counts.get(variant) ?? count(variant);
    counts.set(variant, known);
    return known;
  };
}

function sum(variants: readonly Variant[], count: (variant: Variant) => number): number {
  return variants.reduce((total, variant) => total + count(variant), 0);
}

/** Without the quotes that JSON has. */
function textBytes(text: string): number {
  return countBytes(text) - 2;
}
