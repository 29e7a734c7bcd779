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
    /**
     * What the members of groups hold, beside what they hold themselves. Each entry names a group (`group` or `claim`) and
     * what it gives (`platformRole`, or `tenant` and `role`).
     */
    groupRoles?: Array<{
      /** Group of the catalog, such as `group:default/life-admins`. Only its direct members count. */
      group?: string;
      /** Group as the company's sign-in writes it into the claim, such as `life-admins`. */
      claim?: string;
      /** `platform-admin`, `cluster-admin` or `auditor`. */
      platformRole?: string;
      /** Code of a tenant. */
      tenant?: string;
      /** `tenant-admin`, `developer`, `operator` or `viewer`. */
      role?: string;
    }>;
    /**
     * How long a claimed group counts after the person was last seen with it, such as `{ hours: 24 }` (the default) or
     * `PT24H`. A session that is in use is renewed at least every hour.
     */
    claimedGroupsCountFor?: string | { [unit: string]: number };
    /** How the lease of a namespace ends. */
    leases?: {
      /** Days before the end on which people are reminded; `[14, 7, 1]` by default. */
      reminderDays?: number[];
      /** Days between the stop of a namespace and its deletion; 7 by default. */
      graceDays?: number;
    };
    /** What a month of each costs, shown with requests. Without it no request says what it costs. */
    pricing?: {
      /** Three letters, such as `CNY`. */
      currency: string;
      cpuCore: number;
      memoryGibibyte: number;
      storageGibibyte: number;
    };
  };
}
