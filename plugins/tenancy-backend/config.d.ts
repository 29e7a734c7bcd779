export interface Config {
  tenancy?: {
    /** YAML file with the tenants, their members and quotas, relative to the working directory of the backend. */
    tenantsFile: string;
    /** Entity refs of the users who hold a role for the whole platform. */
    platformRoles?: {
      'platform-admin'?: string[];
      'cluster-admin'?: string[];
      auditor?: string[];
    };
  };
}
