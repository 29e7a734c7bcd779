import type { ContractBuilder } from '@caas/contract-node';
import type { TenancyContract } from '@caas/plugin-tenancy-common';
import type { Organisation } from '../services/organisation/createOrganisation';

/** Members, custom roles, departments, and why people have what they have. */
export function organisationHandlers(
  os: ContractBuilder<TenancyContract>,
  {
    door,
    explainer,
    memberAdministration: members,
    customRoleAdministration: roles,
    departmentAdministration: departments,
  }: Organisation,
) {
  return {
    members: {
      add: os.members.add.handler(({ input, context }) => {
        context.note(factsOf(input));
        return members.add(context, input);
      }),
      remove: os.members.remove.handler(({ input, context }) => {
        context.note(factsOf(input));
        return members.remove(context, input);
      }),
      place: os.members.place.handler(({ input, context }) => {
        context.note(factsOf(input));
        return members.place(context, input);
      }),
    },
    roles: {
      list: os.roles.list.handler(async ({ input, context }) => ({
        items: await roles.list(context, input.tenant),
      })),
      create: os.roles.create.handler(({ input, context }) => {
        context.note({ ...input });
        return roles.create(context, input);
      }),
      update: os.roles.update.handler(async ({ input, context }) => {
        const { tenant, code } = input;
        context.note({ tenant, code });
        const { before, after } = await roles.update(context, input);
        context.note({ before, after });
        return after;
      }),
      delete: os.roles.delete.handler(async ({ input, context }) => {
        const { tenant, code } = input;
        context.note({ tenant, code });
        context.note({ before: await roles.delete(context, input) });
        return { code };
      }),
    },
    departments: {
      list: os.departments.list.handler(async ({ input, context }) => ({
        items: await departments.list(context, input.tenant),
      })),
      create: os.departments.create.handler(({ input, context }) => {
        context.note({ ...input });
        return departments.create(context, input);
      }),
      update: os.departments.update.handler(({ input, context }) => {
        context.note({ ...input });
        return departments.update(context, input);
      }),
      delete: os.departments.delete.handler(async ({ input, context }) => {
        const { tenant, code } = input;
        context.note({ tenant, code });
        await departments.delete(context, input);
        return { code };
      }),
    },
    access: {
      explain: os.access.explain.handler(async ({ input, context }) => {
        const { code, offset, limit } = input;
        await door.open(context, code);
        const people = await explainer.explain(code);
        return {
          items: people.slice(offset, offset + limit),
          totalCount: people.length,
        };
      }),
    },
  };
}

/** What these operations take as `code` is noted as `tenant`: by that the trail is read. */
function factsOf<T extends { code: string }>({ code, ...facts }: T) {
  return { tenant: code, ...facts };
}
