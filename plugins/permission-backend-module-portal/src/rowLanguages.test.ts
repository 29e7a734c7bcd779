import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { scaffolderTaskConditions } from '@backstage/plugin-scaffolder-backend/alpha';
import { taskReadPermission } from '@backstage/plugin-scaffolder-common/alpha';
import { ofNoTenant, rowLanguageOf } from './rowLanguages';

const person = {
  userRef: 'user:default/mei',
  ownershipRefs: ['user:default/mei', 'group:default/life-claims'],
};

describe('what is said to the stock plugins is what they understand', () => {
  it('catalog', () => {
    const language = rowLanguageOf(catalogEntityReadPermission)!;
    const labelled = (value: string) =>
      catalogConditions.hasLabel({ label: 'caas.io/tenant', value });
    expect(language.inTenants(['life'])).toEqual(labelled('life'));
    expect(language.inTenants(['life', 'property'])).toEqual({
      anyOf: [labelled('life'), labelled('property')],
    });
    expect(language.involves(person)).toEqual(
      catalogConditions.isEntityOwner({ claims: person.ownershipRefs }),
    );
    expect(ofNoTenant).toEqual({
      not: catalogConditions.hasLabel({ label: 'caas.io/tenant' }),
    });
    expect(
      createCatalogConditionalDecision(
        catalogEntityReadPermission,
        ofNoTenant as never,
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
