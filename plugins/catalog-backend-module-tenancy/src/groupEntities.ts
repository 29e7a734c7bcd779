import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type GroupEntityV1alpha1,
} from '@backstage/catalog-model';
import type { Department, Tenant } from '@caas/plugin-tenancy-common';

type Person = { user: string; department?: string };

type ProjectedTenant = Pick<Tenant, 'code' | 'name' | 'nameEn' | 'group'> & {
  ownsGroup: boolean;
  departments: Department[];
  people: Person[];
};

/**
 * The groups of a tenant: its own one, where the portal makes it, and its departments.
 *
 * A department is in a catalog namespace of its tenant, so that whoever names departments cannot take the name of another
 * group, to which roles may be given.
 */
export function groupEntities(tenant: ProjectedTenant): GroupEntityV1alpha1[] {
  const { code, departments, people } = tenant;
  const own = tenant.ownsGroup
    ? [
        groupEntity(tenant, {
          location: `tenancy:tenants/${code}`,
          namespace: 'default',
          name: code,
          title: tenant.name,
          description: `${tenant.name}。${tenant.nameEn}.`,
          type: 'tenant',
          members: people,
        }),
      ]
    : [];
  return [
    ...own,
    ...departments.map(department =>
      groupEntity(tenant, {
        location: `tenancy:tenants/${code}/departments/${department.code}`,
        namespace: code,
        name: department.code,
        title: department.name,
        description: `${department.name}。${department.nameEn}.`,
        type: 'department',
        parent: department.parent
          ? `group:${code}/${department.parent}`
          : tenant.group,
        members: people.filter(person => person.department === department.code),
      }),
    ),
  ];
}

function groupEntity(
  { code }: ProjectedTenant,
  group: {
    location: string;
    namespace: string;
    name: string;
    title: string;
    description: string;
    type: string;
    parent?: string;
    members: Person[];
  },
): GroupEntityV1alpha1 {
  const { location, namespace, name, title, description, type, parent } = group;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      namespace,
      name,
      title,
      description,
      // Who is in a tenant, and how it is organised, is for those in it.
      labels: { 'caas.io/tenant': code },
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: {
      type,
      profile: { displayName: title },
      children: [],
      ...(parent && { parent }),
      members: group.members.map(({ user }) => user),
    },
  };
}
