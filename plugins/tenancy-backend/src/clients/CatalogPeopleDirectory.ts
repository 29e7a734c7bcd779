import type { AuthService } from '@backstage/backend-plugin-api';
import {
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PeopleDirectory } from './PeopleDirectory';

type Options = { auth: AuthService; catalog: CatalogService };

/**
 * Asks the catalog at every call and remembers nothing, so that a person who leaves a group, or the house, has lost their
 * roles with the next answer.
 */
export class CatalogPeopleDirectory implements PeopleDirectory {
  static create(options: Options): CatalogPeopleDirectory {
    return new CatalogPeopleDirectory(options);
  }

  private constructor(private readonly options: Options) {}

  async findGroupsOf(user: string): Promise<string[] | undefined> {
    const [entity] = await this.getEntities([user], ['kind', 'relations']);
    return entity && targetsOf(entity, RELATION_MEMBER_OF, 'group:');
  }

  async listMembers(groups: string[]): Promise<string[]> {
    const entities = await this.getEntities(groups, ['relations']);
    const members = entities.flatMap(entity =>
      entity ? targetsOf(entity, RELATION_HAS_MEMBER, 'user:') : [],
    );
    return [...new Set(members)];
  }

  async listKnown(users: string[]): Promise<string[]> {
    const entities = await this.getEntities(users, ['kind']);
    return users.filter((_user, index) => entities[index] !== undefined);
  }

  private async getEntities(entityRefs: string[], fields: string[]) {
    if (entityRefs.length === 0) return [];
    const { items } = await this.options.catalog.getEntitiesByRefs(
      { entityRefs, fields },
      { credentials: await this.options.auth.getOwnServiceCredentials() },
    );
    return items;
  }
}

function targetsOf(entity: Entity, type: string, prefix: string): string[] {
  return (entity.relations ?? [])
    .filter(
      relation =>
        relation.type === type && relation.targetRef.startsWith(prefix),
    )
    .map(relation => relation.targetRef);
}
