import { invalid } from '../api/ApiError';
import type { ResourceKind } from '../api/ResourceKind';
import type { KubernetesObject } from '../storage/KubernetesObject';
import { shaped } from './shape';
import { validate } from './validate';

/** A custom resource as it is stored: what its schema does not know is gone, and the rest is what the schema allows. */
export function admitCustom(
  kind: ResourceKind,
  object: KubernetesObject,
): KubernetesObject {
  const schema = kind.schema ?? {};
  const result = shaped(object, schema) as KubernetesObject;
  const { metadata: _, ...content } = result;
  const findings = validate(content, schema);
  if (findings.length > 0) throw invalid(kind, object.metadata.name, findings);
  return result;
}
