import type { JsonObject, JsonValue } from '@backstage/types';
import type { FieldFilter } from '../database/DocumentStore';
import { isStorable } from '../database/storable';

type Scalar = string | number | boolean;

/** Whether the field of some document may equal it. */
function isPossible(value: JsonValue | undefined): value is Scalar {
  return typeof value === 'string'
    ? isStorable(value)
    : typeof value === 'number' || typeof value === 'boolean';
}

/** The filters of a query. What nothing can equal (an object, null) lets nothing through, an empty choice everything. */
export function fieldFilters(filters: JsonObject | undefined): FieldFilter[] {
  return Object.entries(filters ?? {}).flatMap(([field, value]) => {
    const values = Array.isArray(value) ? value : [value];
    return values.length === 0
      ? []
      : [{ field, values: isStorable(field) ? values.filter(isPossible) : [] }];
  });
}
