import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { scaffolderTaskConditions } from '@backstage/plugin-scaffolder-backend/alpha';
import { taskReadPermission } from '@backstage/plugin-scaffolder-common/alpha';
import { notKubernetesNamespace, rowLanguageOf } from './rowLanguages';

const person = {
  userRef: 'user:default/mei',
  ownershipRefs: ['user:default/mei', 'group:default/life-claims'],
};

describe('what is said to the stock plugins is what they understand', () => {
  it('catalog', () => {
    const language = rowLanguageOf(catalogEntityReadPermission)!;
    expect(language.inTenants(['life', 'property'])).toEqual(
      catalogConditions.isEntityOwner({
        claims: ['group:default/life', 'group:default/property'],
      }),
    );
    expect(language.involves(person)).toEqual(
      catalogConditions.isEntityOwner({ claims: person.ownershipRefs }),
    );
    expect(notKubernetesNamespace).toEqual({
      not: catalogConditions.hasSpec({
        key: 'type',
        value: 'kubernetes-namespace',
      }),
    });
    expect(
      createCatalogConditionalDecision(
        catalogEntityReadPermission,
        notKubernetesNamespace as never,
      ),
    ).toMatchObject({
      pluginId: 'catalog',
      resourceType: language.resourceType,
    });
  });

  it('scaffolder', () => {
    const language = rowLanguageOf(taskReadPermission)!;
    expect(language.inTenants(['life'])).toBeUndefined();
    expect(language.involves(person)).toEqual(
      scaffolderTaskConditions.isTaskOwner({ createdBy: [person.userRef] }),
    );
  });
});
