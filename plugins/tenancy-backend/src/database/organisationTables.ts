export type DbCustomRoleRow = {
  tenant: string;
  code: string;
  name: string;
  name_en: string;
  permissions: string;
  version: number;
  updated_at: string;
};

export type DbMemberCustomRoleRow = {
  tenant: string;
  user_ref: string;
  role: string;
  given_by: string;
  given_at: string;
};

export type DbDepartmentRow = {
  tenant: string;
  code: string;
  name: string;
  name_en: string;
  parent: string | null;
  version: number;
  updated_at: string;
};

export type DbMemberDepartmentRow = {
  tenant: string;
  user_ref: string;
  department: string;
};
