import type { CustomRoleStore } from '../../database/CustomRoleStore';
import type { DepartmentStore } from '../../database/DepartmentStore';
import type { HeldPermissions } from '../../clients/HeldPermissions';
import type { PeopleDirectory } from '../../clients/PeopleDirectory';
import type {
  ChangeAnnouncer,
  RolesAnnouncer,
} from '../../clients/ChangeAnnouncer';
import type { MemberStore } from '../../database/MemberStore';
import type { TenantStore } from '../../database/TenantStore';
import type { Clock } from '../../domain/Clock';
import type { GroupRole } from '../../domain/groupRoles';
import type { ClaimedGroups } from '../ClaimedGroups';
import type { MembershipService } from '../MembershipService';
import { AccessExplainer } from './AccessExplainer';
import { CustomRoleAdministration } from './CustomRoleAdministration';
import { DepartmentAdministration } from './DepartmentAdministration';
import { GrantRules } from './GrantRules';
import { MemberAdministration } from './MemberAdministration';
import { TenantAdministration } from './TenantAdministration';
import { TenantDoor } from './TenantDoor';

type Options = {
  tenants: TenantStore;
  members: MemberStore;
  customRoles: CustomRoleStore;
  departments: DepartmentStore;
  memberships: MembershipService;
  groupRoles: GroupRole[];
  claimedGroups: ClaimedGroups;
  directory: PeopleDirectory;
  held: HeldPermissions;
  announcer: ChangeAnnouncer & RolesAnnouncer;
  clock: Clock;
};

/** What manages tenants, the people in them, and what they may do. */
export type Organisation = {
  door: TenantDoor;
  explainer: AccessExplainer;
  tenantAdministration: TenantAdministration;
  memberAdministration: MemberAdministration;
  customRoleAdministration: CustomRoleAdministration;
  departmentAdministration: DepartmentAdministration;
};

export function createOrganisation(options: Options): Organisation {
  const { announcer } = options;
  const onChange = (tenant: string) => void announcer.announce(tenant);
  const onRolesChange = async (tenant: string) => {
    // Before the answer leaves: what the caller does next is decided by the new roles.
    await announcer.announceRoles(tenant);
    onChange(tenant);
  };
  const explainer = AccessExplainer.create(options);
  const shared = {
    ...options,
    door: TenantDoor.create(options),
    rules: GrantRules.create(options),
    explainer,
    onChange,
    onRolesChange,
  };
  return {
    door: shared.door,
    explainer,
    tenantAdministration: TenantAdministration.create(shared),
    memberAdministration: MemberAdministration.create(shared),
    customRoleAdministration: CustomRoleAdministration.create(shared),
    departmentAdministration: DepartmentAdministration.create(shared),
  };
}
